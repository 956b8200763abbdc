import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { demoAccounts } from '../../app/demo-accounts.ts'
import { fill } from '../../core/messages.ts'
import { VISITOR } from '../../kernel/who.ts'
import { enterDemo, signIn } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { type Fields, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Done, Form, Submit, TextField } from '../parts/form.tsx'
import { replacedBy } from '../session.ts'
import css from './account.css?url'
import { goOnEntered, nextAfter } from './next.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const { app, who, mode, provider } = context.get(siteContext)
  const url = new URL(request.url)
  return {
    provider: provider?.name ?? null,
    name: who.kind === 'person' ? who.name : null,
    search: url.search,
    done: url.searchParams.get('done'),
    demo: mode === 'demo' ? await app.perform(VISITOR, demoAccounts, {}) : [],
  }
}

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, device, mode } = context.get(siteContext)
  const replaces = replacedBy(who)
  return posted(request, {
    password: async ({ text }) =>
      goOnEntered(app, await signIn(app.perform, { name: text('name'), password: text('password'), device, replaces }), nextAfter(request)),
    ...(mode === 'demo' && {
      demo: async ({ text }: Fields) =>
        goOnEntered(app, await app.perform(VISITOR, enterDemo, { user: text('user'), device, replaces }), nextAfter(request)),
    }),
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
  demo: { zh: '演示账户', en: 'Demo accounts' },
  invented: {
    zh: '这是演示站点：下列人员、他们的企业和企业的数据全部是虚构的；任何人都可以用这些账户，不需要密码。',
    en: 'This site is a demonstration: these people, their enterprises and all data about them are invented; anybody may use these accounts, without a password.',
  },
  password: { zh: '密码', en: 'Password' },
  provider: { zh: '通过“{name}”登录', en: 'Sign in with {name}' },
  forgotten: { zh: '忘记密码？', en: 'Forgotten the password?' },
  passkey: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
} as const

const DONE = {
  password: { zh: '新密码已设置，请用它登录。', en: 'The new password is set; sign in with it.' },
} as const

export default function SignIn() {
  const { name, provider, search, done, demo } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <Done done={done} texts={DONE} />
      {name !== null && <p>{fill(say(WORDS.already), { name })}</p>}
      <Form name="password" returned={returned}>
        <TextField name="name" label={WORDS.name} autoComplete="username" />
        <TextField name="password" label={WORDS.password} type="password" autoComplete="current-password" />
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
      {provider !== null && (
        <p>
          <a href={to(`/sign-in/provider${search}`)}>{fill(say(WORDS.provider), { name: provider })}</a>
        </p>
      )}
      <p>
        <a href={to(`/sign-in/passkey${search}`)}>{say(WORDS.passkey)}</a> · <a href={to('/sign-in/forgotten')}>{say(WORDS.forgotten)}</a>
      </p>
      {demo.length > 0 && (
        <section aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{say(WORDS.demo)}</h2>
          <p>{say(WORDS.invented)}</p>
          <ul className="plain demo-accounts">
            {demo.map(({ user, name: account, what }) => (
              <li key={user}>
                <form method="post">
                  <input type="hidden" name="do" value="demo" />
                  <button type="submit" className="second" name="user" value={user}>
                    {say(what)} · {account}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
