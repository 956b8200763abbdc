/** Signing in through the provider, once the door has its word for who somebody is. */
import { type Static, Type } from 'typebox'
import { type Act, type Look, view } from '../../../kernel/module.ts'
import { tokenHash } from '../../../kernel/random.ts'
import { DeviceInput } from '../contract.ts'
import { openFor, type Promised } from '../invitations.ts'
import { sessionByHash } from '../queries.ts'
import { beginSession } from '../sessions.ts'
import { signedIn } from '../signed-in.ts'
import { fail } from './messages.ts'
import * as rows from './queries.ts'
import { saysStrong, vouchedEmail } from './rules.ts'

export const ProviderEntrance = Type.Object({
  /** Claims of an ID token whose signature, issuer, audience, time and nonce were checked. */
  claims: Type.Object({
    iss: Type.String(),
    sub: Type.String({ minLength: 1 }),
    email: Type.Optional(Type.Unknown()),
    email_verified: Type.Optional(Type.Unknown()),
    amr: Type.Optional(Type.Unknown()),
    acr: Type.Optional(Type.Unknown()),
  }),
  idToken: Type.String(),
  /** In which an account is opened where somebody has none. */
  language: Type.Enum(['zh', 'en']),
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})
export type ProviderEntrance = Static<typeof ProviderEntrance>

const purposeOf = (session: string): string => `identity.provider-session:${session}`

/** Who came; `promised`: what invitations have promised whoever has an account only now, for the caller to give. */
export type Arrival = { readonly user: string; readonly promised: readonly Promised[] }

/** Whose the e-mail address is that the provider vouches for: an account's, else an invited person's, who has one from now on. */
const ofAddress = async (act: Act, email: string, language: 'zh' | 'en'): Promise<Arrival | null> => {
  const opened = await openFor(act, email, language)
  if (opened) return opened
  const found = await rows.userByEmail(act.db, email)
  return found ? { user: found.id, promised: [] } : null
}

/** Whom the claims mean: whoever is linked, else whose the address is that the provider vouches for, who is linked from now on. */
export const arrivedThroughProvider = async (act: Act, { claims, language }: ProviderEntrance): Promise<Arrival> => {
  const { iss: issuer, sub: subject } = claims
  const email = vouchedEmail(claims)
  const unknown = (): never => fail('identity.provider-unknown', { email: email ?? '—' })
  const linked = await rows.userByLink(act.db, issuer, subject)
  if (linked) return linked.disabled_at === null ? { user: linked.id, promised: [] } : unknown()
  const arrival = (email === null ? null : await ofAddress(act, email, language)) ?? unknown()
  const link = { issuer, subject, user_id: arrival.user, linked_at: act.now }
  if (!(await rows.insertLink(act.db, link)) && (await rows.userByLink(act.db, issuer, subject))?.id !== arrival.user)
    fail('identity.provider-other', { email: email ?? '—' })
  await act.record('identity.linked', { object: ['identity.user', arrival.user], details: { issuer, subject } })
  return arrival
}

/** Begins a session for whoever the provider says this is, strong if it says that a second factor was given there. */
export const beginProviderSession = async (
  act: Act,
  user: string,
  { claims, idToken, device, replaces }: ProviderEntrance,
): Promise<string> => {
  const token = await beginSession(act, user, { strong: saysStrong(claims), device, replaces })
  const session = (await sessionByHash(act.db, tokenHash(token)))?.id
  if (session !== undefined) await rows.keepToken(act.db, session, act.seal.close(purposeOf(session), Buffer.from(idToken)))
  return token
}

/** The ID token with which somebody came through the provider; null if they came another way. */
export const myProviderToken = view('identity.my-provider-token', 'person', Type.Object({}), async (look: Look): Promise<string | null> => {
  const { session } = signedIn(look)
  const row = session === null ? undefined : await rows.tokenOfSession(look.db, session)
  const token = row && session !== null ? look.seal.open(purposeOf(session), row.sealed_token) : null
  return token?.toString() ?? null
})
