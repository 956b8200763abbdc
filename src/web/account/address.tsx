import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { addressOffer, confirmAddress } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit } from '../parts/form.tsx'

/** The address of this page is a secret: no cache keeps it, and no other site is told of it (the site's referrer policy). */
export const headers = () => ({ 'cache-control': 'no-store' })

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, addressOffer, { token: params.token ?? '' })
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    confirm: async () => {
      await app.perform(who, confirmAddress, { token: params.token ?? '' })
      return '/account?done=address'
    },
  })
}

const WORDS = {
  title: { zh: '确认邮箱', en: 'Confirm the address' },
  lead: {
    zh: '确认之后，您用 {email} 登录，信也寄到那里；原来的邮箱不再有效。',
    en: 'Once you confirm, you sign in with {email}, and letters go there; the address you had before counts no more.',
  },
} as const

export default function Address() {
  const { email } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{fill(say(WORDS.lead), { email })}</p>
      <Form name="confirm" returned={returned}>
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
    </>
  )
}
