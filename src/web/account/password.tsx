import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { changePassword, myAccount } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble, personIn } from '../loading.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'
import { goOnWith } from '../session.ts'
import { NewPassword } from './new-password.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { user, passwordSetAt } = await app.perform(who, myAccount, {})
    return { demo: user.demo, has: passwordSetAt !== null }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, device } = context.get(siteContext)
  return posted(request, {
    change: async ({ text }) => {
      const token = await changePassword(app.perform, personIn(who), {
        current: text('password-current'),
        password: text('password'),
        again: text('password-again'),
        address: device.address,
      })
      return goOnWith(token, `${at('/account', languageOfPath(new URL(request.url).pathname))}?done=password`)
    },
  })
}

const WORDS = {
  title: { zh: '更改密码', en: 'Change the password' },
  lead: { zh: '更改之后，其他设备上的登录全部结束，这一台不受影响。', en: 'Afterwards every other session ends; this one goes on.' },
  current: { zh: '现在的密码', en: 'Present password' },
  demo: { zh: '演示账户没有密码，也不能设置。', en: 'Demo accounts have no password and cannot get one.' },
  none: {
    zh: '这个账户还没有密码。请用登录页的“忘记密码”，通过邮件设置。',
    en: 'This account has no password yet. Set one by e-mail: “Forgotten the password?” on the sign-in page.',
  },
} as const

export default function Password() {
  const { demo, has } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {has ? (
        <>
          <p className="lead">{say(WORDS.lead)}</p>
          <Form name="change" returned={returned}>
            <TextField name="password-current" label={WORDS.current} type="password" autoComplete="current-password" />
            <NewPassword />
            <Submit>{say(WORDS.title)}</Submit>
          </Form>
        </>
      ) : (
        <p className="lead">{say(demo ? WORDS.demo : WORDS.none)}</p>
      )}
    </>
  )
}
