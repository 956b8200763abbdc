/** A form that brings the answer of a passkey; `islands/passkey.tsx` asks the browser for it. */
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Form, type FormProps, Submit } from '../parts/form.tsx'
import { Island } from '../parts/island.tsx'

const WORDS = {
  script: {
    zh: '通行密钥由浏览器保管，需要启用 JavaScript。其他登录方式不需要。',
    en: 'The browser keeps passkeys and needs JavaScript to ask for one. Other ways to sign in do not.',
  },
  failed: {
    zh: '浏览器没有给出通行密钥：已取消、超时，或这台设备上没有。可以再试一次。',
    en: 'The browser gave no passkey: it was cancelled, took too long, or there is none on this device. You can try again.',
  },
  same: { zh: '换这个网址就可以（需要再登录一次）：', en: 'At this address they can (you sign in there once more):' },
} as const

const NO_PASSKEYS: Text = {
  zh: '这个网址（{origin}）上不能用通行密钥：浏览器只为 https 网站和 http://localhost 保管它。',
  en: 'No passkey can be used at this address ({origin}): browsers keep them for sites with https, and for http://localhost.',
}

/** The same machine under the name for which browsers keep passkeys; null where this is no machine of its own. */
const byName = (origin: string): string | null => {
  const url = new URL(origin)
  if (url.protocol !== 'http:' || url.hostname !== '127.0.0.1') return null
  url.hostname = 'localhost'
  return url.origin
}

/** Why there are no passkeys here, and where there are. */
export const NoPasskeys = ({ origin }: { readonly origin: string }) => {
  const { say } = useSay()
  const { pathname } = useLocation()
  const named = byName(origin)
  return (
    <p>
      {fill(say(NO_PASSKEYS), { origin })}
      {named !== null && (
        <>
          {' '}
          {say(WORDS.same)} <a href={named + pathname}>{named + pathname}</a>
        </>
      )}
    </p>
  )
}

export type PasskeyAsk = { readonly options: object; readonly script: string | null; readonly nonce: string }

export const PasskeyForm = ({
  does,
  ask: { options, script, nonce },
  submit,
  children,
  ...form
}: Omit<FormProps, 'children'> & {
  readonly does: 'make' | 'use'
  readonly ask: PasskeyAsk
  readonly submit: string
  readonly children?: ReactNode
}) => {
  const { say } = useSay()
  return (
    <Island name="passkey" script={script} nonce={nonce} data={{ does, options, failed: say(WORDS.failed) }}>
      <Form {...form}>
        {children}
        <input type="hidden" name="answer" />
        <Submit>{submit}</Submit>
        <p role="status" />
        <noscript>
          <p>{say(WORDS.script)}</p>
        </noscript>
      </Form>
    </Island>
  )
}
