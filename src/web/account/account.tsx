import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'

export const loader = ({ context }: LoaderFunctionArgs) => {
  const { who } = context.get(siteContext)
  return { name: who.kind === 'person' ? who.name : '' }
}

const WORDS = {
  title: { zh: '我的账户', en: 'My account' },
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
      <form method="post" action={to('/sign-out')}>
        <button type="submit">{say(WORDS.signOut)}</button>
      </form>
    </>
  )
}
