/** Attempts at something that only one person may do: counted before they are made, so that guessing side by side gains nothing. */
import type { Act } from '../../kernel/module.ts'
import { tokenHash } from '../../kernel/random.ts'
import { fail } from './messages.ts'
import { forgetAttempts, forgetOldAttempts, holdAttempts, setAttempts, takeBackAttempt } from './queries.ts'
import { LIMITS, networkOf, waitFor, withOneMore } from './rules/back-off.ts'

/** `account`: what is guessed at, by a name that is the same however it is typed and whether it is known or not. */
export type Attempt = { readonly account: string; readonly address: string }

const DAY_MS = 24 * 3_600_000

const subjectsOf = ({ account, address }: Attempt) => ({
  account: tokenHash(`account:${account}`),
  address: tokenHash(`address:${networkOf(address)}`),
})

/** Counts an attempt as failed until it has succeeded; refuses it, uncounted, while its account or its address has to wait. */
export const countAttempt = async (act: Act, attempt: Attempt): Promise<void> => {
  const subjects = subjectsOf(attempt)
  await forgetOldAttempts(act.db, new Date(act.now.getTime() - DAY_MS))
  const held = await holdAttempts(act.db, Object.values(subjects), act.now)
  const counts = (['account', 'address'] as const).map((kind) => {
    const row = held.find(({ subject }) => subject.equals(subjects[kind]))
    return { kind, limit: LIMITS[kind], attempts: { failures: row?.failures ?? 0, lastAt: row?.last_at ?? act.now } }
  })
  const wait = Math.max(...counts.map(({ limit, attempts }) => waitFor(limit, attempts, act.now)))
  if (wait > 0) fail('identity.wait', { seconds: Math.ceil(wait / 1000) })
  for (const { kind, limit, attempts } of counts)
    await setAttempts(act.db, subjects[kind], withOneMore(limit, attempts, act.now).failures, act.now)
}

/** An attempt that succeeded: its account begins anew; its address has one failure less. */
export const attemptSucceeded = async (act: Act, attempt: Attempt): Promise<void> => {
  const { account, address } = subjectsOf(attempt)
  await forgetAttempts(act.db, account)
  await takeBackAttempt(act.db, address)
}
