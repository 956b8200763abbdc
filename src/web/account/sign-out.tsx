import { type ActionFunctionArgs, data, useActionData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { myProviderToken, signOut } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { Form, Submit } from '../parts/form.tsx'
import { cookieOf, goOnWith } from '../session.ts'

/** Signing out always succeeds for whoever asks: if the session is over already, the browser still forgets it. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who, provider, origin } = context.get(siteContext)
  const language = languageOfPath(new URL(request.url).pathname)
  if (who.kind !== 'person') return goOnWith(null, at('/', language))
  const idToken = await app.perform(who, myProviderToken, {})
  try {
    await app.perform(who, signOut, {})
  } catch (error) {
    if (!(error instanceof Failure && error.kind === 'conflict')) throw error
  }
  // The browser may not follow a form to another site, so the way to the provider is a link.
  const there = idToken === null ? null : ((await provider?.end(idToken, `${origin}/`)) ?? null)
  if (provider === null || there === null) return goOnWith(null, at('/', language))
  return data({ there, name: provider.name }, { headers: { 'set-cookie': cookieOf(null) } })
}

const WORDS = {
  title: { zh: '退出登录', en: 'Sign out' },
  done: { zh: '您已在本站退出登录。', en: 'You are signed out of this site.' },
  there: { zh: '在“{name}”也退出', en: 'Sign out of {name} as well' },
  lead: { zh: '只退出这台设备上的登录。', en: 'This ends the session on this device only.' },
} as const

export default function SignOut() {
  const ended = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {ended ? (
        <>
          <p className="lead">{say(WORDS.done)}</p>
          <p>
            <a href={ended.there}>{fill(say(WORDS.there), { name: ended.name })}</a>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{say(WORDS.lead)}</p>
          <Form name="sign-out" returned={null}>
            <Submit>{say(WORDS.title)}</Submit>
          </Form>
        </>
      )}
    </>
  )
}
