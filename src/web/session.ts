/** The cookie of a session: how a browser keeps the token, and who hands it out. */

/** The prefix makes browsers insist that it is secure, of this host alone and for all of it. */
export const SESSION_COOKIE = '__Host-planwright'

const cookieOf = (token: string | null): string =>
  `${SESSION_COOKIE}=${token ?? ''}; Path=/; Secure; HttpOnly; SameSite=Lax${token === null ? '; Max-Age=0' : ''}`

/** Goes on at an address of this site, with a browser that holds this token from now on; null: none any more. */
export const goOnWith = (token: string | null, address: string): Response =>
  new Response(null, { status: 303, headers: { location: address, 'set-cookie': cookieOf(token) } })
