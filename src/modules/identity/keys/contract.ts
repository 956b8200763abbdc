import { type Static, Type } from 'typebox'

/** The longest time a key may be made for, in days. */
export const LONGEST_DAYS = 365

/** A key as its owner sees it; what opens the door is shown once, when it is made. Days are in the business time zone; the last day counts. */
export type Key = {
  readonly id: string
  readonly name: string
  readonly uses: readonly string[]
  readonly madeAt: Date
  readonly expiresOn: string
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

export const MakeKey = Type.Object({
  name: Type.String({ maxLength: 80 }),
  uses: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500, uniqueItems: true }),
  expiresOn: Type.String({ maxLength: 10 }),
})
export const RevokeKey = Type.Object({ key: Type.String({ maxLength: 36 }) })

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
/** Who asks, as a machine with a key learns it about itself. */
export const Me = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  key: Type.Union([Type.Object({ id: Type.String({ format: 'uuid' }), uses: Type.Array(Type.String()) }), Type.Null()]),
  posts: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Words,
      department: Type.String(),
      departmentName: Type.String(),
      roles: Type.Array(Type.String()),
      acting: Type.Boolean(),
    }),
  ),
  memberships: Type.Array(
    Type.Object({
      enterprise: Type.String(),
      level: Type.String(),
      via: Type.Union([Type.Literal('member'), Type.Literal('delegation')]),
      measure: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type Me = Static<typeof Me>
