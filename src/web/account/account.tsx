import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { endOtherSessions, endOwnSession, myAccount, type OwnSession } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Done } from '../parts/form.tsx'
import { useTimes } from '../times.ts'
import { browserOf } from './browser-name.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { ...(await app.perform(who, myAccount, {})), done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    end: async ({ text }) => {
      await app.perform(who, endOwnSession, { session: text('session') })
      return '/account?done=ended'
    },
    'end-others': async () => {
      await app.perform(who, endOtherSessions, {})
      return '/account?done=others'
    },
  })
}

const WORDS = {
  title: { zh: '我的账户', en: 'My account' },
  names: { zh: '登录名：{names}', en: 'Signs in as {names}' },
  profile: { zh: '姓名和联系方式', en: 'Name and contact' },
  password: { zh: '更改密码', en: 'Change the password' },
  second: { zh: '第二重验证：验证器应用、通行密钥、恢复码', en: 'Second factor: authenticator app, passkeys, recovery codes' },
  keys: { zh: '我的密钥：供程序使用接口', en: 'My keys: for programs that use the API' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  sessions: { zh: '在哪里登录着', en: 'Where you are signed in' },
  device: { zh: '设备', en: 'Device' },
  address: { zh: '网络地址', en: 'Address' },
  since: { zh: '登录时间', en: 'Since' },
  seen: { zh: '最近使用', en: 'Last seen' },
  end: { zh: '结束', en: 'End' },
  endOf: { zh: '结束在 {device} 上的登录', en: 'End the session on {device}' },
  here: { zh: '就是这里', en: 'this one' },
  others: { zh: '结束其他全部登录', en: 'End all the others' },
} as const

const DONE = {
  ended: { zh: '那次登录已经结束。', en: 'That session has ended.' },
  others: { zh: '其他登录已经全部结束。', en: 'All the other sessions have ended.' },
  password: { zh: '密码已更改，其他登录已经全部结束。', en: 'The password was changed, and all the other sessions have ended.' },
  profile: { zh: '已保存。', en: 'Saved.' },
  address: { zh: '新邮箱已确认。', en: 'The new e-mail address is confirmed.' },
  contact: { zh: '邮箱和手机号已保存。', en: 'E-mail and mobile number are saved.' },
} as const

const SessionRow = ({ session }: { readonly session: OwnSession }) => {
  const { say } = useSay()
  const { minuteOf } = useTimes()
  const device = say(browserOf(session.agent))
  return (
    <tr>
      <th scope="row">{device}</th>
      <td>{session.address}</td>
      <td>{minuteOf(session.since)}</td>
      <td>{minuteOf(session.seenAt)}</td>
      <td>
        {session.isThis ? (
          say(WORDS.here)
        ) : (
          <form method="post">
            <input type="hidden" name="do" value="end" />
            <button type="submit" className="second" name="session" value={session.id} aria-label={fill(say(WORDS.endOf), { device })}>
              {say(WORDS.end)}
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}

export default function Account() {
  const { user, sessions, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, marks } = useSay()
  const names = [user.email, user.mobile, user.staffNumber].filter((each) => each !== null).join(marks.comma)
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      {returned && (
        <div className="errors" role="alert">
          <strong>{say(returned.text)}</strong>
        </div>
      )}
      <p className="lead">{user.name}</p>
      {names !== '' && <p>{fill(say(WORDS.names), { names })}</p>}
      <ul>
        {[
          ['/account/profile', WORDS.profile] as const,
          ['/account/password', WORDS.password] as const,
          ['/account/second-factor', WORDS.second] as const,
          ['/account/keys', WORDS.keys] as const,
        ].map(([path, words]) => (
          <li key={path}>
            <a href={to(path)}>{say(words)}</a>
          </li>
        ))}
      </ul>
      <form method="post" action={to('/sign-out')}>
        <button type="submit">{say(WORDS.signOut)}</button>
      </form>
      <h2 id="sessions">{say(WORDS.sessions)}</h2>
      <Scroll label={say(WORDS.sessions)}>
        <table>
          <Heads names={[WORDS.device, WORDS.address, WORDS.since, WORDS.seen, WORDS.end].map(say)} />
          <tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {sessions.length > 1 && (
        <form method="post">
          <input type="hidden" name="do" value="end-others" />
          <button type="submit" className="second">
            {say(WORDS.others)}
          </button>
        </form>
      )}
    </>
  )
}
