import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'

export const loader = ({ context }: LoaderFunctionArgs) => {
  const { who } = context.get(siteContext)
  return { name: who.kind === 'person' ? who.name : '' }
}

const WORDS = {
  title: { zh: '我的账户', en: 'My account' },
  second: { zh: '第二重验证：验证器应用、通行密钥、恢复码', en: 'Second factor: authenticator app, passkeys, recovery codes' },
  keys: { zh: '我的密钥：供程序使用接口', en: 'My keys: for programs that use the API' },
  signOut: { zh: '退出登录', en: 'Sign out' },
} as const

export default function Account() {
  const { name } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{name}</p>
      <ul>
        <li>
          <a href={to('/account/second-factor')}>{say(WORDS.second)}</a>
        </li>
        <li>
          <a href={to('/account/keys')}>{say(WORDS.keys)}</a>
        </li>
      </ul>
      <form method="post" action={to('/sign-out')}>
        <button type="submit">{say(WORDS.signOut)}</button>
      </form>
    </>
  )
}
