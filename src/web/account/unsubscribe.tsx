import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { unsubscribe, unsubscribing } from '../../modules/notification/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Submit } from '../parts/form.tsx'

const tokenIn = (request: Request): string => new URL(request.url).searchParams.get('token') ?? ''

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(() => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, unsubscribing, { token: tokenIn(request) })
  })

/** Programs that read mail post here as well (RFC 8058): the address says everything, whatever the form holds. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    await app.perform(who, unsubscribe, { token: tokenIn(request) })
    const { pathname, search } = new URL(request.url)
    return redirect(`${pathname}${search}`, 303)
  })

const WORDS = {
  title: { zh: '不再接收这类邮件？', en: 'No more letters of this kind?' },
  ask: {
    zh: '您将不再收到“{kind}”的邮件；本站上的通知照旧。',
    en: 'You will get no more letters about "{kind}"; notices on the site stay as they are.',
  },
  isDone: {
    zh: '您不再收到“{kind}”的邮件。登录后可在“通知”页面改回。',
    en: 'You get no more letters about "{kind}". Sign in to change that on the page of your notices.',
  },
  button: { zh: '不再接收', en: 'No more of these' },
  notices: { zh: '我的通知', en: 'My notices' },
} as const

export default function Unsubscribe() {
  const { name, isDone } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead" role="status">
        {fill(say(isDone ? WORDS.isDone : WORDS.ask), { kind: say(name) })}
      </p>
      {isDone ? (
        <p>
          <a href={to('/notifications')}>{say(WORDS.notices)}</a>
        </p>
      ) : (
        <form method="post">
          <Submit>{say(WORDS.button)}</Submit>
        </form>
      )}
    </>
  )
}
