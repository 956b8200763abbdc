import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { VISITOR } from '../../kernel/who.ts'
import { resetOffer, resetPassword } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit } from '../parts/form.tsx'
import { NewPassword } from './new-password.tsx'

/** The address of this page is a secret: no cache keeps it, and no other site is told of it (the site's referrer policy). */
export const headers = () => ({ 'cache-control': 'no-store' })

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app } = context.get(siteContext)
    return { name: (await app.perform(VISITOR, resetOffer, { token: params.token ?? '' })).name }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app } = context.get(siteContext)
  return posted(request, {
    reset: async ({ text }) => {
      await resetPassword(app.perform, { token: params.token ?? '', password: text('password'), again: text('password-again') })
      return '/sign-in?done=password'
    },
  })
}

const WORDS = {
  title: { zh: '设置新密码', en: 'Set a new password' },
  lead: { zh: '账户：{name}。设置之后，所有设备上的登录全部结束。', en: 'Account: {name}. Afterwards every session of it ends.' },
} as const

export default function Reset() {
  const { name } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{fill(say(WORDS.lead), { name })}</p>
      <Form name="reset" returned={returned}>
        <NewPassword />
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
    </>
  )
}
