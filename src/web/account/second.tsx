import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { giveCode, givePasskey, secondStep } from '../../modules/identity/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { at, languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Form, Submit, TextField } from '../parts/form.tsx'
import { goOnWith } from '../session.ts'
import { nextAfter } from './next.ts'
import { PasskeyForm } from './passkey-form.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin, nonce, island } = context.get(siteContext)
    const step = await app.perform(who, secondStep, { origin })
    const url = new URL(request.url)
    // Whoever is not halfway has either arrived or not begun.
    if (!step) throw redirect(who.kind === 'person' ? nextAfter(request) : at(`/sign-in${url.search}`, languageOfPath(url.pathname)), 303)
    return {
      hasTotp: step.hasTotp,
      codesLeft: step.codesLeft,
      ask: step.passkey && { options: step.passkey, script: island('passkey'), nonce },
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who, origin, device } = context.get(siteContext)
  return posted(request, {
    code: async ({ text }) => goOnWith(await giveCode(app.perform, who, { code: text('code'), device }), nextAfter(request)),
    passkey: async ({ text }) => goOnWith(await app.perform(who, givePasskey, { answer: text('answer'), origin }), nextAfter(request)),
  })
}

const WORDS = {
  title: { zh: '第二步：确认是您', en: 'Second step: show that it is you' },
  lead: { zh: '密码对了。您的账户还要第二重验证。', en: 'The password is right. Your account asks for a second factor as well.' },
  code: { zh: '验证码', en: 'Code' },
  app: {
    zh: '验证器应用现在显示的六位数字；手机不在身边时，用一个恢复码。',
    en: 'The six digits that your authenticator app shows now; without your phone, one of your recovery codes.',
  },
  recovery: { zh: '一个恢复码，如 7k2m-…。', en: 'One of your recovery codes, such as 7k2m-….' },
  go: { zh: '确认', en: 'Confirm' },
  passkeys: { zh: '或用通行密钥', en: 'Or with a passkey' },
  passkey: { zh: '用通行密钥', en: 'Use a passkey' },
  lost: {
    zh: '都不在手边？请联系管理员：管理员可以清除您的第二重验证，之后您重新设置。',
    en: 'Have you lost all of them? Ask an administrator to clear your second factors; you then set up new ones.',
  },
} as const

export default function Second() {
  const { hasTotp, codesLeft, ask } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      {(hasTotp || codesLeft > 0) && (
        <Form name="code" returned={returned}>
          <TextField name="code" label={WORDS.code} hint={hasTotp ? WORDS.app : WORDS.recovery} autoComplete="one-time-code" />
          <Submit>{say(WORDS.go)}</Submit>
        </Form>
      )}
      {ask && (
        <>
          <h2>{say(WORDS.passkeys)}</h2>
          <PasskeyForm name="passkey" does="use" ask={ask} returned={returned} submit={say(WORDS.passkey)} />
        </>
      )}
      <p className="quiet">{say(WORDS.lost)}</p>
    </>
  )
}
