import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { signIn } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'
import { replacedBy } from '../session.ts'
import { goOnEntered } from './next.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => {
  const { who } = context.get(siteContext)
  return { name: who.kind === 'person' ? who.name : null, search: new URL(request.url).search }
}

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  const replaces = replacedBy(who)
  return posted(request, {
    password: async ({ text }) =>
      goOnEntered(app, await signIn(app.perform, { name: text('name'), password: text('password'), device, replaces }), request),
  })
}

const WORDS = {
  title: { zh: '登录', en: 'Sign in' },
  lead: {
    zh: '公开的页面不用登录。账户由管理员或所在企业的负责人邀请开通。',
    en: 'Public pages need no account. Accounts are opened by invitation: from an administrator, or from whoever runs the enterprise’s account.',
  },
  already: { zh: '您已登录为{name}。再次登录会结束这次登录。', en: 'You are signed in as {name}. Signing in again ends that session.' },
  name: { zh: '邮箱、手机号或工号', en: 'E-mail, mobile or staff number' },
  password: { zh: '密码', en: 'Password' },
  passkey: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
} as const

export default function SignIn() {
  const { name, search } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {name !== null && <p>{fill(say(WORDS.already), { name })}</p>}
      <Form name="password" returned={returned}>
        <TextField name="name" label={WORDS.name} autoComplete="username" />
        <TextField name="password" label={WORDS.password} type="password" autoComplete="current-password" />
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
      <p>
        <a href={to(`/sign-in/passkey${search}`)}>{say(WORDS.passkey)}</a>
      </p>
    </>
  )
}
