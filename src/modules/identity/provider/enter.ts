/** Signing in through the provider, once the door has its word for who somebody is. */
import { Type } from 'typebox'
import { type Act, action, type Look, view } from '../../../kernel/module.ts'
import { tokenHash } from '../../../kernel/random.ts'
import { DeviceInput } from '../contract.ts'
import { sessionByHash } from '../queries.ts'
import { beginSession } from '../sessions.ts'
import { signedIn } from '../signed-in.ts'
import { fail } from './messages.ts'
import * as rows from './queries.ts'
import { saysStrong, vouchedEmail } from './rules.ts'

const Entrance = Type.Object({
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
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})

const purposeOf = (session: string): string => `identity.provider-session:${session}`

/** Whom the claims mean: whoever is linked, else whoever has the e-mail address that the provider vouches for, who is linked from now on. */
const userOf = async (
  act: Act,
  claims: { readonly iss: string; readonly sub: string; readonly email?: unknown; readonly email_verified?: unknown },
): Promise<string> => {
  const { iss: issuer, sub: subject } = claims
  const email = vouchedEmail(claims)
  const unknown = (): never => fail('identity.provider-unknown', { email: email ?? '—' })
  const linked = await rows.userByLink(act.db, issuer, subject)
  if (linked) return linked.disabled_at === null ? linked.id : unknown()
  const found = (email === null ? undefined : await rows.userByEmail(act.db, email)) ?? unknown()
  const link = { issuer, subject, user_id: found.id, linked_at: act.now }
  if (!(await rows.insertLink(act.db, link))) fail('identity.provider-other', { email: email ?? '—' })
  await act.record('identity.linked', { object: ['identity.user', found.id], details: { issuer, subject } })
  return found.id
}

/** Begins a session for whoever the provider says this is, strong if it says that a second factor was given there. */
export const enterThroughProvider = action(
  'identity.enter-through-provider',
  'operate',
  Entrance,
  async (act, { claims, idToken, device, replaces }) => {
    const user = await userOf(act, claims)
    const token = await beginSession(act, user, { strong: saysStrong(claims), device, replaces })
    const session = (await sessionByHash(act.db, tokenHash(token)))?.id
    if (session !== undefined) await rows.keepToken(act.db, session, act.seal.close(purposeOf(session), Buffer.from(idToken)))
    return token
  },
)

/** The ID token with which somebody came through the provider; null if they came another way. */
export const myProviderToken = view('identity.my-provider-token', 'person', Type.Object({}), async (look: Look): Promise<string | null> => {
  const { session } = signedIn(look)
  const row = session === null ? undefined : await rows.tokenOfSession(look.db, session)
  const token = row && session !== null ? look.seal.open(purposeOf(session), row.sealed_token) : null
  return token?.toString() ?? null
})
