/** A new password for whoever has forgotten theirs: by a letter to the e-mail address of the account, or by a link that an administrator hands over. */
import { Type } from 'typebox'
import { countLetter } from '../../kernel/mail/limit.ts'
import { type Act, action, type Look, type Perform, view } from '../../kernel/module.ts'
import { newToken, tokenHash } from '../../kernel/random.ts'
import { VISITOR } from '../../kernel/who.ts'
import { dropAddressChange } from './address/queries.ts'
import { countAttempt } from './attempts.ts'
import { tellOfChange, writeReset } from './letters.ts'
import { fail } from './messages.ts'
import { type Chosen, hashOfChosen } from './passwords.ts'
import { heldWithPassword, insertReset, resetByHash, setPassword, spendResets, userByEmail, userWithPassword } from './queries.ts'
import { emailOf } from './rules/name.ts'
import { endSessionsOf } from './sessions.ts'

const HOUR_MS = 3_600_000

const Token = Type.String({ maxLength: 100 })

/** Whoever asks gets the same answer whether the address is known: all that differs is done later, by who hears of it. */
export const askReset = action(
  'identity.ask-reset',
  'public',
  Type.Object({ email: Type.String({ maxLength: 254 }), address: Type.String() }),
  async (act, input) => {
    const email = emailOf(input.email) ?? input.email
    await countAttempt(act, { account: `reset of ${email}`, address: input.address })
    const found = await userByEmail(act.db, email)
    await act.record('identity.reset-asked', { object: ['identity.user', found?.id ?? 'nobody'], details: { address: input.address } })
    act.emit({ type: 'identity.reset-asked', user: found?.id ?? null })
  },
)

const newReset = async (act: Act, user: string): Promise<string> => {
  const token = newToken()
  await insertReset(act.db, {
    token_hash: tokenHash(token),
    user_id: user,
    asked_at: act.now,
    expires_at: new Date(act.now.getTime() + HOUR_MS),
  })
  await act.record('identity.reset-made', { object: ['identity.user', user] })
  return token
}

/** Who asked is not known. */
const NOBODY = { account: null, enterprise: null } as const

const Asked = Type.Object({ user: Type.Union([Type.String(), Type.Null()]) })

/** Hears that a new password was asked for, and writes the letter. */
export const answerReset = action('identity.answer-reset', 'operate', Asked, async (act, { user }) => {
  const found = user === null ? undefined : await userWithPassword(act.db, user)
  if (!found || found.email === null || found.demo || (await countLetter(act, 'reset', { ...NOBODY, address: found.email })))
    return act.record('identity.reset-unanswered', { object: ['identity.user', user ?? 'nobody'] })
  await writeReset(act, { email: found.email, language: found.language }, await newReset(act, found.id))
})

/** The token of a way to a new password, for an administrator to hand over to whoever gets no e-mail. */
export const makeReset = action(
  'identity.make-reset',
  { post: ['administrator'] },
  Type.Object({ user: Type.String({ format: 'uuid' }) }),
  async (act, { user }) => {
    const found = (await userWithPassword(act.db, user)) ?? fail('identity.user-unknown', {})
    if (found.demo) fail('identity.demo-fixed', {})
    return { token: await newReset(act, user) }
  },
)

const goodReset = async (look: Look, token: string) =>
  (await resetByHash(look.db, tokenHash(token), look.now)) ?? fail('identity.reset-over', {})

/** Whose password the token changes; refuses one that is used or an hour old. */
export const resetOffer = view('identity.reset-offer', 'public', Type.Object({ token: Token }), async (look, { token }) => {
  const { name, email, mobile, staff_number } = await goodReset(look, token)
  return { name, about: [name, email, mobile, staff_number] }
})

const spendReset = action(
  'identity.spend-reset',
  'operate',
  Type.Object({ token: Token, hash: Type.String() }),
  async (act, { token, hash }): Promise<void> => {
    const row = await goodReset(act, token)
    await heldWithPassword(act.db, row.id)
    if ((await spendResets(act.db, row.id, tokenHash(token), act.now)) === 0) fail('identity.reset-over', {})
    await setPassword(act.db, row.id, hash, act.now)
    await dropAddressChange(act.db, row.id)
    await endSessionsOf(act, row.id)
    await tellOfChange(act, row, 'password')
    await act.record('identity.password-reset', { object: ['identity.user', row.id] })
  },
)

/** Sets a new password once; every session of the account ends, and second factors stay as they are. */
export const resetPassword = async (perform: Perform, { token, ...chosen }: Chosen & { readonly token: string }): Promise<void> => {
  const { about } = await perform(VISITOR, resetOffer, { token })
  await perform({ kind: 'operator', name: 'reset' }, spendReset, { token, hash: await hashOfChosen(chosen, about) })
}
