/** One's own second factors: setting them up, naming and removing them. */
import { Type } from 'typebox'
import { newId } from '../../../kernel/ids.ts'
import { type Act, action, type Look, view } from '../../../kernel/module.ts'
import { codeAddress, codeSecretText, newCodeSecret, stepOfCode } from '../../../kernel/one-time-code.ts'
import { madePasskey, makingOptions } from '../../../kernel/passkey.ts'
import { newCode, tokenHash } from '../../../kernel/random.ts'
import { lend, takeBack } from '../../../kernel/seal.ts'
import { demandProof, tellOwner } from '../proof.ts'
import { renewSession } from '../sessions.ts'
import { signedIn } from '../signed-in.ts'
import { answered, newChallenge } from './challenge.ts'
import {
  AddPasskey,
  AddTotp,
  AtOrigin,
  type FactorAdded,
  type Factors,
  OfferTotp,
  OnePasskey,
  RenamePasskey,
  type TotpOffer,
} from './contract.ts'
import { fail, failAt } from './messages.ts'
import * as rows from './queries.ts'
import { CODES, codeShown, oneTimeCodeTyped } from './rules.ts'

const SITE_NAME = 'Planwright'
const OFFER = 'identity.totp-offer'
const OFFERED_MS = 30 * 60_000

/** The purpose names the user: a sealed secret moved to another row does not open. */
export const totpPurpose = (user: string): string => `identity.totp:${user}`

type Offered = { readonly user: string; readonly secret: string }

const mySession = (look: Look): string => signedIn(look).session ?? fail('identity.second-over', {})

export const myFactors = view('identity.my-factors', 'person', Type.Object({}), async (look): Promise<Factors> => {
  const { id } = signedIn(look)
  const passkeys = await rows.passkeysOf(look.db, id)
  return {
    totpAt: (await rows.totpOf(look.db, id))?.added_at ?? null,
    passkeys: passkeys.map(({ id, name, synced, addedAt, usedAt }) => ({ id, name, synced, addedAt, usedAt })),
    codesLeft: await rows.codesLeft(look.db, id),
  }
})

/** The secret that was offered to somebody before; null if it was not, or too long ago. */
const offeredTo = (look: Look, user: string, offer: string): Buffer | null => {
  const offered = takeBack<Offered>(look.seal, OFFER, offer, look.now)
  return offered?.user === user ? Buffer.from(offered.secret, 'base64') : null
}

/** A secret for an authenticator app, a new one or once more the one before. Nothing is kept here until a code shows that the app has it. */
export const offerTotp = view('identity.offer-totp', 'person', OfferTotp, async (look, { offer = '' }): Promise<TotpOffer> => {
  const { id, name } = signedIn(look)
  const secret = offeredTo(look, id, offer) ?? newCodeSecret()
  const offered: Offered = { user: id, secret: secret.toString('base64') }
  return {
    secret: codeSecretText(secret),
    address: codeAddress(secret, SITE_NAME, name),
    offer: lend(look.seal, OFFER, offered, new Date(look.now.getTime() + OFFERED_MS)),
  }
})

/** Ten new recovery codes in place of all others; answers what to show. */
const giveCodes = async (act: Act, user: string): Promise<readonly string[]> => {
  const codes = Array.from({ length: CODES }, newCode)
  await rows.replaceCodes(act.db, user, codes.map(tokenHash), act.now)
  await act.record('identity.recovery-codes-made', { object: ['identity.user', user], details: { codes: CODES } })
  return codes.map(codeShown)
}

/** Whoever has just shown a factor for the first time has a strong session. */
const added = async (act: Act, user: string): Promise<FactorAdded> => {
  tellOwner(act, user, 'factor-added')
  return {
    token: await renewSession(act, mySession(act), { strong: true }),
    codes: (await rows.codesLeft(act.db, user)) > 0 ? [] : await giveCodes(act, user),
  }
}

/** Sets an authenticator app up, once it shows a right code. */
export const addTotp = action('identity.add-totp', 'person', AddTotp, async (act, { offer, code }): Promise<FactorAdded> => {
  const { id } = signedIn(act)
  const secret = offeredTo(act, id, offer) ?? fail('identity.totp-offer', {})
  await demandProof(act)
  const step = stepOfCode(secret, oneTimeCodeTyped(code) ?? '', act.now) ?? failAt('code', 'identity.totp-code', {})

  const sealed = act.seal.close(totpPurpose(id), secret)
  const isNew = await rows.insertTotp(act.db, { user_id: id, sealed_secret: sealed, last_step: step, added_at: act.now })
  if (!isNew) fail('identity.totp-there', {})
  await act.record('identity.totp-added', { object: ['identity.user', id] })
  return added(act, id)
})

/** Recovery codes stand in for a factor; without one they open nothing and go. */
const removed = async (act: Act, user: string): Promise<void> => {
  tellOwner(act, user, 'factor-removed')
  if (!(await rows.hasFactor(act.db, user))) await rows.deleteCodes(act.db, user)
}

export const removeTotp = action('identity.remove-totp', 'person', Type.Object({}), async (act) => {
  const { id } = signedIn(act)
  await demandProof(act)
  if (!(await rows.deleteTotp(act.db, id))) fail('identity.factor-not-there', {})
  await act.record('identity.totp-removed', { object: ['identity.user', id] })
  await removed(act, id)
})

/** What a browser needs to make a passkey for whoever asks, as JSON. */
export const offerPasskey = view('identity.offer-passkey', 'person', AtOrigin, async (look, { origin }): Promise<object> => {
  const { id, name } = signedIn(look)
  return makingOptions(origin, newChallenge(look, mySession(look)), { id, name }, await rows.passkeysOf(look.db, id))
})

const nameOf = (text: string): string => text.trim() || failAt('name', 'identity.passkey-name', {})

export const addPasskey = action(
  'identity.add-passkey',
  'person',
  AddPasskey,
  async (act, { answer, origin, name }): Promise<FactorAdded> => {
    await demandProof(act)
    const { id: user } = signedIn(act)
    const called = nameOf(name)
    const passkey = await answered(act, mySession(act), (isOurs) => madePasskey(answer, origin, isOurs))
    const id = newId(act.now)
    if (!(await rows.insertPasskey(act.db, passkey, { id, user, name: called, at: act.now }))) fail('identity.passkey-there', {})
    await act.record('identity.passkey-added', {
      object: ['identity.passkey', id],
      before: null,
      after: { user, name: called, synced: passkey.synced },
    })
    return added(act, user)
  },
)

export const renamePasskey = action('identity.rename-passkey', 'person', RenamePasskey, async (act, { passkey, name }) => {
  const called = nameOf(name)
  if (!(await rows.renamePasskey(act.db, signedIn(act).id, passkey, called))) fail('identity.factor-not-there', {})
  await act.record('identity.passkey-renamed', { object: ['identity.passkey', passkey], after: { name: called } })
})

export const removePasskey = action('identity.remove-passkey', 'person', OnePasskey, async (act, { passkey }) => {
  const { id } = signedIn(act)
  await demandProof(act)
  const before = (await rows.deletePasskey(act.db, id, passkey)) ?? fail('identity.factor-not-there', {})
  await act.record('identity.passkey-removed', { object: ['identity.passkey', passkey], before, after: null })
  await removed(act, id)
})

/** Ten new recovery codes; the old ones are dead. Only for whoever has a factor that they can stand in for. */
export const newRecoveryCodes = action(
  'identity.new-recovery-codes',
  'person',
  Type.Object({}),
  async (act): Promise<readonly string[]> => {
    const { id } = signedIn(act)
    await demandProof(act)
    if (!(await rows.hasFactor(act.db, id))) fail('identity.factor-not-there', {})
    return giveCodes(act, id)
  },
)
