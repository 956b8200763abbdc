import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { enterWithPasskey, passkeySignIn } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { goOnWith, replacedBy } from '../session.ts'
import { nextAfter } from './next.ts'
import { NoPasskeys, PasskeyForm } from './passkey-form.tsx'

/** Each page has a challenge of its own. */
export const headers = () => ({ 'cache-control': 'no-store' })

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin, nonce, island } = context.get(siteContext)
    const options = await app.perform(who, passkeySignIn, { origin })
    return { origin, ask: options && { options, script: island('passkey'), nonce } }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, origin, device } = context.get(siteContext)
  return posted(request, {
    passkey: async ({ text }) =>
      goOnWith(
        await app.perform(who, enterWithPasskey, { answer: text('answer'), origin, device, replaces: replacedBy(who) }),
        nextAfter(request),
      ),
  })
}

const WORDS = {
  title: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  lead: {
    zh: '不用密码：您的设备或安全密钥确认是您。通行密钥要先在“我的账户”中登记。',
    en: 'Without a password: your device or security key makes sure that it is you. Passkeys are registered under "My account" first.',
  },
} as const

export default function SignInWithPasskey() {
  const { ask, origin } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {ask ? (
        <PasskeyForm name="passkey" does="use" ask={ask} returned={returned} submit={say(WORDS.title)} />
      ) : (
        <NoPasskeys origin={origin} />
      )}
    </>
  )
}
