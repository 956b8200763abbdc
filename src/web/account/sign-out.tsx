import type { ActionFunctionArgs } from 'react-router'
import { Failure } from '../../kernel/failure.ts'
import { signOut } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { Form, Submit } from '../parts/form.tsx'
import { goOnWith } from '../session.ts'

/** Signing out always succeeds for whoever asks: if the session is over already, the browser still forgets it. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const language = languageOfPath(new URL(request.url).pathname)
  if (who.kind !== 'person') return goOnWith(null, at('/', language))
  try {
    await app.perform(who, signOut, {})
  } catch (error) {
    if (!(error instanceof Failure && error.kind === 'conflict')) throw error
  }
  return goOnWith(null, at('/', language))
}

const WORDS = {
  title: { zh: '退出登录', en: 'Sign out' },
  lead: { zh: '只退出这台设备上的登录。', en: 'This ends the session on this device only.' },
} as const

export default function SignOut() {
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <Form name="sign-out" returned={null}>
        <Submit>{say(WORDS.title)}</Submit>
      </Form>
    </>
  )
}
