/** Another e-mail address for an account: it counts once whoever reads it, or an administrator, has confirmed it. */
import { Type } from 'typebox'
import { demandLetter } from '../../../kernel/mail/limit.ts'
import { type Act, action, view } from '../../../kernel/module.ts'
import { newToken, tokenHash } from '../../../kernel/random.ts'
import type { User } from '../contract.ts'
import { tellOfChange } from '../letters.ts'
import { fail as failIdentity } from '../messages.ts'
import { changeUser, heldWithPassword, holdNames, otherWith } from '../queries.ts'
import { signedIn } from '../signed-in.ts'
import { writeAsked, writeConfirmation, writeTaken } from './letters.ts'
import { fail } from './messages.ts'
import { addressChangeOf, dropAddressChange, putAddressChange } from './queries.ts'

const DAY_MS = 24 * 3_600_000

/** Has a new address confirmed by letter and tells the present one. The same happens, for whoever asks, where the address has an account already. */
export const askAddress = async (act: Act, user: Pick<User, 'id' | 'email' | 'language'>, email: string): Promise<void> => {
  await demandLetter(act, 'new-address', { enterprise: null, address: email })
  const token = newToken()
  const expires_at = new Date(act.now.getTime() + DAY_MS)
  await putAddressChange(act.db, { user_id: user.id, email, token_hash: tokenHash(token), asked_at: act.now, expires_at })
  const to = { email, language: user.language }
  if (await otherWith(act.db, user.id, { email, mobile: null })) await writeTaken(act, to)
  else await writeConfirmation(act, to, token)
  if (user.email !== null) await writeAsked(act, { ...to, email: user.email })
  await act.record('identity.address-asked', { object: ['identity.user', user.id], before: { email: user.email }, after: { email } })
}

const take = async (act: Act, user: string, email: string): Promise<void> => {
  await holdNames(act.db, [email])
  const row = (await heldWithPassword(act.db, user)) ?? failIdentity('identity.user-unknown', {})
  if (await otherWith(act.db, user, { email, mobile: null })) failIdentity('identity.taken', { name: email })
  // Meanwhile another address may have been asked for, or a new password have stopped this one.
  if ((await dropAddressChange(act.db, user)) !== email) fail('identity.address-over', {})
  await changeUser(act.db, user, { email })
  await tellOfChange(act, row, 'contact')
  await act.record('identity.address-confirmed', { object: ['identity.user', user], before: { email: row.email }, after: { email } })
}

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })

/** The address that a letter with this token asked about, if it is for the account of whoever asks. */
export const addressOffer = view('identity.address-offer', 'person', Token, async (look, { token }) => {
  const change = await addressChangeOf(look.db, signedIn(look).id, look.now)
  return change?.token_hash.equals(tokenHash(token)) ? { email: change.email } : fail('identity.address-over', {})
})

/** The address counts from now on: whoever asks has read its letter. */
export const confirmAddress = action('identity.confirm-address', 'person', Token, async (act, { token }) => {
  const { id } = signedIn(act)
  const change = await addressChangeOf(act.db, id, act.now)
  if (!change?.token_hash.equals(tokenHash(token))) return fail('identity.address-over', {})
  await take(act, id, change.email)
})

/** Wants the new address no more. */
export const dropAddress = action('identity.drop-address', 'person', Type.Object({}), async (act) => {
  const { id } = signedIn(act)
  if ((await dropAddressChange(act.db, id)) === null) fail('identity.address-over', {})
  await act.record('identity.address-dropped', { object: ['identity.user', id] })
})

const ADMINISTRATOR = { post: ['administrator'] } as const
const OneUser = Type.Object({ user: Type.String({ format: 'uuid' }) })

/** The address an account waits for; null: none. */
export const addressWanted = view(
  'identity.address-wanted',
  ADMINISTRATOR,
  OneUser,
  async (look, { user }): Promise<string | null> => (await addressChangeOf(look.db, user, look.now))?.email ?? null,
)

/** For somebody who gets no letter: an administrator who knows that the address is theirs has it count. `email`: the one the administrator was shown. */
export const vouchForAddress = action(
  'identity.vouch-for-address',
  ADMINISTRATOR,
  Type.Object({ ...OneUser.properties, email: Type.String({ maxLength: 254 }) }),
  async (act, { user, email }) => {
    if (act.who.kind === 'person' && act.who.id === user) fail('identity.address-own', {})
    if ((await addressChangeOf(act.db, user, act.now))?.email !== email) fail('identity.address-over', {})
    await take(act, user, email)
  },
)
