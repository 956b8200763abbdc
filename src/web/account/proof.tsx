import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { myAccount, proveOwn } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble, personIn } from '../loading.ts'
import { localPath } from '../local-path.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { hasPassword: (await app.perform(who, myAccount, {})).passwordSetAt !== null }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  const { pathname, searchParams } = new URL(request.url)
  return posted(request, {
    prove: async ({ text }) => {
      await proveOwn(app.perform, personIn(who), { current: text('password-current'), address: device.address })
      return redirect(localPath(searchParams.get('to'), at('/account', languageOfPath(pathname))), 303)
    },
  })
}

const WORDS = {
  title: { zh: '确认是您本人', en: 'Show that it is you' },
  lead: {
    zh: '更改登录方式和密钥之前，请再输入一次密码；十分钟内有效。',
    en: 'Type your password once more before you change how you sign in, or your keys. It counts for ten minutes.',
  },
  current: { zh: '密码', en: 'Password' },
  none: {
    zh: '这个账户没有密码。请退出后重新登录，再回到这里。',
    en: 'This account has no password. Sign out, sign in again and come back.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
} as const

export default function Proof() {
  const { hasPassword } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(hasPassword ? WORDS.lead : WORDS.none)}</p>
      {hasPassword ? (
        <Form name="prove" returned={returned}>
          <TextField name="password-current" label={WORDS.current} type="password" autoComplete="current-password" />
          <Submit>{say(WORDS.title)}</Submit>
        </Form>
      ) : (
        <form method="post" action={to('/sign-out')}>
          <Submit>{say(WORDS.signOut)}</Submit>
        </form>
      )}
    </>
  )
}
