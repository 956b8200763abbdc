/** A fresh proof that it is really them: for what would let a stranger in for good who has found a browser left open. */
import { Type } from 'typebox'
import { type Act, action, type Look, type Perform, view } from '../../kernel/module.ts'
import type { Person } from '../../kernel/who.ts'
import { fail } from './messages.ts'
import { type Confirmation, confirmed, confirmOwn } from './passwords.ts'
import { markProven, provenAt } from './queries.ts'
import { isFresh } from './rules/session.ts'
import { signedIn } from './signed-in.ts'

const isProven = async (look: Look): Promise<boolean> => {
  const { session } = signedIn(look)
  return session !== null && isFresh(await provenAt(look.db, session), look.now)
}

/** Whether whoever asks has shown a password or a factor just now. */
export const hasProof = view('identity.has-proof', 'person', Type.Object({}), isProven)

/** Refuses whoever has shown neither password nor factor just now. */
export const demandProof = async (act: Act): Promise<void> => {
  if (!(await isProven(act))) fail('identity.proof-old', {})
}

/** What changed in how somebody comes in: they are told, whether they like it or not. */
export type AccountChange = 'factor-added' | 'factor-removed' | 'key-made'
export const tellOwner = (act: Act, user: string, change: AccountChange): void =>
  act.emit({ type: 'identity.account-changed', user, change })

const setProven = action('identity.set-proven', 'person', Type.Object({ address: Type.String() }), async (act, { address }) => {
  const { session } = signedIn(act)
  await confirmed(act, address)
  if (session === null || !(await markProven(act.db, session, act.now))) fail('identity.session-over', {})
  await act.record('identity.proof-given', { object: ['identity.session', session ?? ''] })
})

/** Shows once more that it is really them, by the password of the account. */
export const proveOwn = async (perform: Perform, who: Person, confirmation: Confirmation): Promise<void> => {
  await confirmOwn(perform, who, confirmation)
  await perform(who, setProven, { address: confirmation.address })
}
