/** Challenges that passkeys sign: lent to the browser under seal, for one session and five minutes, and answered once. */
import type { Act, Look } from '../../../kernel/module.ts'
import { tokenHash } from '../../../kernel/random.ts'
import { lend, takeBack } from '../../../kernel/seal.ts'
import { fail } from './messages.ts'
import { spendChallenge } from './queries.ts'

const PURPOSE = 'identity.passkey-challenge'
const LENT_MS = 5 * 60_000

type Lent = { readonly session: string | null }

/** `session`: the one that will answer; null: whoever signs in with a passkey alone. */
export const newChallenge = ({ seal, now }: Look, session: string | null): string =>
  lend(seal, PURPOSE, { session } satisfies Lent, new Date(now.getTime() + LENT_MS))

/** Has an answer judged, and refuses it unless it is right and the first to its challenge. */
export const answered = async <T>(
  act: Act,
  session: string | null,
  judge: (isOurs: (challenge: string) => boolean) => Promise<T | null>,
): Promise<T> => {
  let signed = ''
  const result = await judge((challenge) => {
    signed = challenge
    return takeBack<Lent>(act.seal, PURPOSE, challenge, act.now)?.session === session
  })
  const isFirst = result !== null && (await spendChallenge(act.db, tokenHash(signed), new Date(act.now.getTime() + LENT_MS), act.now))
  return result !== null && isFirst ? result : fail('identity.passkey-answer', {})
}
