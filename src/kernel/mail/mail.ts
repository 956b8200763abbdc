/**
 * Letters by e-mail. They are written with the change they tell of and sent after it; SMTP knows no exactly once, so a letter may come twice, then with the same
 * Message-ID, by which readers' programs show it once.
 */
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { Type } from 'typebox'
import { newId } from '../ids.ts'
import type { Listening } from '../jobs/worker.ts'
import { fail } from '../messages.ts'
import { type Act, action, type Look } from '../module.ts'
import { type About, type Letter, rendered } from './letter.ts'

const PURPOSE = 'kernel.mail'
const ANSWER_MS = 10_000
const SILENCE_MS = 20_000

/** Where mails go and what they say about where they come from. */
export type MailSettings = {
  /** `smtp://user:password@host:port`, with TLS from the first byte `smtps://`. */
  readonly smtp: string
  readonly from: string
  /** Where people find the site, without a slash at the end. */
  readonly origin: string
}

/** Has a letter sent once the action is done. */
export const sendLetter = async (act: Act, letter: Letter): Promise<void> => {
  const id = newId(act.now)
  const sealed = act.seal.close(PURPOSE, Buffer.from(JSON.stringify(letter)))
  await sql`insert into kernel_mail (id, kind, letter, written_at) values (${id}, ${letter.kind}, ${sealed}, ${act.now})`.execute(act.db)
  act.emit({ type: 'kernel.letter-written', mail: id })
}

/** Why a server did not take a letter, without a word of what it answered: that may hold the address. */
const refusalOf = (error: unknown): string => {
  const { code = 'unknown', responseCode } = error as { readonly code?: string; readonly responseCode?: number }
  return responseCode === undefined ? code : `${code} ${responseCode}`
}

/** Hears of letters and sends them, unless `mayRead` says that their reader may no longer see what they are about. */
export const mailer = ({ smtp, from, origin }: MailSettings, mayRead: (look: Look, about: About) => Promise<boolean>): Listening => {
  const transport = createTransport({
    url: smtp,
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = action('kernel.send-letter', 'operate', Type.Object({ mail: Type.String() }), async (act, { mail }) => {
    const { rows } = await sql<{ letter: Buffer | null }>`select letter from kernel_mail where id = ${mail} for update`.execute(act.db)
    const plain = rows[0]?.letter ? act.seal.open(PURPOSE, rows[0].letter) : null
    if (!plain) return fail('kernel.letter-unreadable', {})
    const letter = JSON.parse(plain.toString()) as Letter
    const { kind, unsubscribe, about } = letter
    if (about && !(await mayRead(act, about))) {
      await sql`delete from kernel_mail where id = ${mail}`.execute(act.db)
      return act.record('kernel.letter-withheld', { object: ['kernel.mail', mail], details: { kind } })
    }
    try {
      await transport.sendMail({
        ...rendered(letter, origin),
        from,
        to: { name: '', address: letter.to },
        date: act.now,
        messageId: `<${mail}@${new URL(origin).hostname}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe
            ? { 'List-Unsubscribe': `<${origin}${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
            : {}),
        },
      })
    } catch (error) {
      return fail('kernel.letter-refused', { reason: refusalOf(error) })
    }
    await sql`update kernel_mail set sent_at = ${act.now}, letter = null where id = ${mail}`.execute(act.db)
    await act.record('kernel.letter-sent', { object: ['kernel.mail', mail], details: { kind } })
  })
  return { hears: { 'kernel.letter-written': send } }
}
