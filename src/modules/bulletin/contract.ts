import { type Static, Type } from 'typebox'

const Id = Type.String({ maxLength: 36 })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** A draft: `bulletin` is empty for a new one. Days that are empty are the last of the quarter (today, while it lasts) and today. */
export const DraftBulletin = Type.Object({
  bulletin: Type.String({ maxLength: 36, description: 'the draft that is drawn anew; empty: a new one' }),
  quarter: Type.String({ maxLength: 10, description: 'such as 2026-Q3' }),
  scope: Type.String({ maxLength: 10, description: 'public or inner' }),
  asOf: Type.String({ maxLength: 10, description: 'data up to this day' }),
  known: Type.String({ maxLength: 10, description: 'as known on this day' }),
  reason: Type.String({ maxLength: 2000, description: 'why it takes the place of another; empty where it does not' }),
})
export type DraftBulletin = Static<typeof DraftBulletin>
/** `hash`: of the draft that was looked at, so that nothing else is published. */
export const PublishBulletin = Type.Object({ bulletin: Id, hash: Type.String({ maxLength: 64 }) })
export const OfBulletin = Type.Object({ bulletin: Id })
export const OfNotice = Type.Object({ notice: Id })
export const OfTask = Type.Object({ task: Id })

/** Somebody published a bulletin for everybody. */
export type BulletinPublished = { readonly type: 'bulletin.published'; readonly bulletin: string }

const Earlier = Type.Union([Type.Object({ id: Type.String(), number: Words, quarter: Type.String() }), Type.Null()])

/** A bulletin as everybody finds it in the archive. */
export const BulletinEntry = Type.Object({
  id: Type.String(),
  number: Words,
  quarter: Type.String(),
  scope: Type.String({ description: 'public; inner ones are for planners, officers and auditors' }),
  asOf: Type.String(),
  known: Type.String(),
  publishedOn: Type.String(),
  publishedAt: Type.String(),
  issuer: Words,
  title: Words,
  summary: Words,
  hash: Type.String({ description: 'SHA-256 of the content as canonical JSON (RFC 8785)' }),
  replaces: Earlier,
  replacedBy: Earlier,
})
export type BulletinEntry = Static<typeof BulletinEntry>
