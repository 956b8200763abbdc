import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

const WORDS = {
  mailed: { zh: '邀请信已寄给 {email}，七天内可接受。', en: 'The invitation is on its way to {email} and can be accepted for seven days.' },
  link: {
    zh: '本站不寄邮件：请把这个链接交给 {email} 的本人。它只显示这一次，七天内可用一次。',
    en: 'This site sends no letters: hand this link to whoever has {email}. It is shown this once and works once, within seven days.',
  },
} as const satisfies Readonly<Record<string, Text>>

/** To whom an invitation went; `link`: what is to be handed over where no letters go out, else null. */
export type SentTo = { readonly email: string; readonly link: string | null }

/** What became of an invitation that was just sent. */
export const SentLink = ({ sent: { email, link } }: { readonly sent: SentTo }) => {
  const { say } = useSay()
  return (
    <div className="done" role="status">
      <p>{fill(say(link === null ? WORDS.mailed : WORDS.link), { email })}</p>
      {link !== null && (
        <p>
          <code>{link}</code>
        </p>
      )}
    </div>
  )
}
