/** The second step of signing in, for a session that owes a factor; and passkeys alone, which are both steps in one. */
import { Type } from 'typebox'
import { type Act, action, type Look, type Perform, view } from '../../../kernel/module.ts'
import { stepOfCode } from '../../../kernel/one-time-code.ts'
import { canHavePasskeys, credentialIn, usedPasskey, usingOptions } from '../../../kernel/passkey.ts'
import { tokenHash } from '../../../kernel/random.ts'
import type { Halfway, Who } from '../../../kernel/who.ts'
import { attemptSucceeded, countAttempt } from '../attempts.ts'
import type { Bearer, Device } from '../contract.ts'
import { userById } from '../queries.ts'
import { beginSession, renewSession } from '../sessions.ts'
import { answered, newChallenge } from './challenge.ts'
import { AtOrigin, EnterWithPasskey, GiveCode, GivePasskey } from './contract.ts'
import { fail, failAt } from './messages.ts'
import { totpPurpose } from './own.ts'
import * as rows from './queries.ts'
import { codeTyped, oneTimeCodeTyped } from './rules.ts'

const DOOR: Who = { kind: 'operator', name: 'sign-in' }

const halfwayOf = (who: Who): Halfway => (who.kind === 'visitor' ? who.halfway : undefined) ?? fail('identity.second-over', {})

/** Whether a session needs a second step before it opens anything: its user has a factor that was not given. */
export const owesFactor = async (look: Look, { user, strong }: Pick<Bearer, 'user' | 'strong'>): Promise<boolean> =>
  !strong && (await rows.hasFactor(look.db, user))

export type SecondStep = { readonly hasTotp: boolean; readonly codesLeft: number; readonly passkey: object | null }

/** What whoever is halfway can show, and what their browser needs for a passkey; null for whoever is not halfway. */
export const secondStep = view('identity.second-step', 'public', AtOrigin, async (look, { origin }): Promise<SecondStep | null> => {
  if (look.who.kind !== 'visitor' || !look.who.halfway) return null
  const { user, session } = look.who.halfway
  const passkeys = await rows.passkeysOf(look.db, user)
  return {
    hasTotp: (await rows.totpOf(look.db, user)) !== undefined,
    codesLeft: await rows.codesLeft(look.db, user),
    passkey: passkeys.length === 0 || !canHavePasskeys(origin) ? null : await usingOptions(origin, newChallenge(look, session), passkeys),
  }
})

const countSecond = action(
  'identity.try-second',
  'operate',
  Type.Object({ user: Type.String(), address: Type.String() }),
  async (act, { user, address }) => {
    await countAttempt(act, { account: `second:${user}`, address })
    await act.record('identity.second-tried', { object: ['identity.user', user], details: { address } })
  },
)

/** Whether a code of the app counts now and was not used before; from now on it was. */
const isFreshCode = async (look: Look, user: string, code: string): Promise<boolean> => {
  const row = await rows.totpOf(look.db, user)
  const secret = row && look.seal.open(totpPurpose(user), row.sealed_secret)
  const step = secret && stepOfCode(secret, code, look.now)
  return typeof step === 'number' && (await rows.spendStep(look.db, user, step)) !== undefined
}

const finish = async (act: Act, { user, session }: Halfway, by: 'totp' | 'recovery-code' | 'passkey'): Promise<string> => {
  await act.record('identity.second-given', { object: ['identity.user', user], details: { by } })
  return renewSession(act, session, { strong: true })
}

const enterWithCode = action('identity.give-code', 'public', GiveCode, async (act, { code, address }) => {
  const halfway = halfwayOf(act.who)
  const oneTime = oneTimeCodeTyped(code)
  const isRight =
    oneTime === null
      ? (await rows.spendCode(act.db, halfway.user, tokenHash(codeTyped(code)), act.now)) !== undefined
      : await isFreshCode(act, halfway.user, oneTime)
  if (!isRight) failAt('code', 'identity.second-code', {})
  await attemptSucceeded(act, { account: `second:${halfway.user}`, address })
  return finish(act, halfway, oneTime === null ? 'recovery-code' : 'totp')
})

/** Finishes signing in with a code of the app or a recovery code, and answers with the session's new token. An attempt counts even if nothing comes of it. */
export const giveCode = async (
  perform: Perform,
  who: Who,
  { code, device }: { readonly code: string; readonly device: Device },
): Promise<string> => {
  await perform(DOOR, countSecond, { user: halfwayOf(who).user, address: device.address })
  return perform(who, enterWithCode, { code, address: device.address })
}

/** Whose passkey has answered; refuses an answer that is wrong, too late or not the first. */
const userOfAnswer = async (act: Act, session: string | null, answer: string, origin: string): Promise<string> => {
  const credential = credentialIn(answer)
  const passkey = (credential && (await rows.passkeyForUpdate(act.db, credential))) ?? fail('identity.passkey-answer', {})
  const counter = await answered(act, session, (isOurs) => usedPasskey(answer, origin, passkey, isOurs))
  await rows.markPasskeyUsed(act.db, passkey.id, counter, act.now)
  return passkey.user
}

/** Finishes signing in with a passkey, and answers with the session's new token. */
export const givePasskey = action('identity.give-passkey', 'public', GivePasskey, async (act, { answer, origin }) => {
  const halfway = halfwayOf(act.who)
  if ((await userOfAnswer(act, halfway.session, answer, origin)) !== halfway.user) fail('identity.passkey-answer', {})
  return finish(act, halfway, 'passkey')
})

/** What a browser needs to sign in with whichever passkey it has, as JSON; null where none can be kept. */
export const passkeySignIn = view('identity.passkey-sign-in', 'public', AtOrigin, async (look, { origin }) =>
  canHavePasskeys(origin) ? usingOptions(origin, newChallenge(look, null), null) : null,
)

/** Signs in with a passkey alone, which its device has asked its owner for: a strong session. */
export const enterWithPasskey = action(
  'identity.enter-with-passkey',
  'public',
  EnterWithPasskey,
  async (act, { answer, origin, device, replaces }) => {
    const user = await userOfAnswer(act, null, answer, origin)
    if ((await userById(act.db, user))?.disabled_at !== null) fail('identity.passkey-answer', {})
    return beginSession(act, user, { strong: true, device, replaces })
  },
)
