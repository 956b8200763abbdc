/** A session as the browser of a test holds it. */
import type { BrowserContextOptions } from 'playwright-core'
import { SESSION_COOKIE } from '../src/web/session.ts'

/** The cookie of a session at the site that has this address. */
export const sessionCookie = (address: string, token: string) => ({
  name: SESSION_COOKIE,
  value: token,
  domain: new URL(address).hostname,
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax' as const,
})

/** How somebody who is signed in visits the site; null: nobody is. */
export const signedIn = (address: string, token: string | null): BrowserContextOptions =>
  token === null ? {} : { storageState: { cookies: [sessionCookie(address, token)], origins: [] } }
