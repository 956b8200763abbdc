import { type Static, Type } from 'typebox'

/** A person with an account. Names by which they sign in are unique: e-mail address, mobile number, staff number. */
export type User = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly staffNumber: string | null
  readonly language: 'zh' | 'en'
  /** Made for a demonstration; a production start refuses to run with one. */
  readonly demo: boolean
}

/** Whom a session or a key belongs to. `strong`: a second factor was given. `uses`: what a key may do; null for a session. */
export type Bearer = {
  readonly user: string
  readonly name: string
  readonly session: string | null
  readonly key: string | null
  readonly strong: boolean
  readonly uses: readonly string[] | null
}

/** The same of a session; `seenAt`: when a sign of life was last written. */
export type SessionBearer = Bearer & { readonly session: string; readonly seenAt: Date }

/** Where somebody sits: the address a request came from and what the browser says it is. */
export const DeviceInput = Type.Object({ address: Type.String(), agent: Type.String() })
export type Device = Static<typeof DeviceInput>
