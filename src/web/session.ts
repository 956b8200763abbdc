/** The cookie of a session: how a browser keeps the token, and who hands it out. */
import type { Who } from '../kernel/who.ts'

/** The prefix makes browsers insist that it is secure, of this host alone and for all of it. */
export const SESSION_COOKIE = '__Host-planwright'

/** The header that gives a browser a token to keep; null: none any more. */
export const cookieOf = (token: string | null): string =>
  `${SESSION_COOKIE}=${token ?? ''}; Path=/; Secure; HttpOnly; SameSite=Lax${token === null ? '; Max-Age=0' : ''}`

/** Goes on at an address of this site, with a browser that holds this token from now on; null: none any more. */
export const goOnWith = (token: string | null, address: string): Response =>
  new Response(null, { status: 303, headers: { location: address, 'set-cookie': cookieOf(token) } })

/** The session that ends when somebody signs in again. */
export const replacedBy = (who: Who): string | null =>
  who.kind === 'person' ? who.session : who.kind === 'visitor' ? (who.halfway?.session ?? null) : null

const WAY_COOKIE = '__Host-planwright-way'
const WAY_SECONDS = 600

/** What a browser keeps, sealed, while its user is at the sign-in provider. */
export const keepWay = (kept: string): string => `${WAY_COOKIE}=${kept}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${WAY_SECONDS}`
export const forgetWay = `${WAY_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`

/** What a browser has kept; empty if it has nothing. */
export const wayIn = (request: Request): string =>
  new RegExp(`(?:^|; )${WAY_COOKIE}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
