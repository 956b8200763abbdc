import { Type } from 'typebox'

const LONGEST = { series: 200, note: 2000, scope: 2000, reason: 2000, title: 500, address: 1000 } as const
const text = (maxLength = 200) => Type.Optional(Type.String({ maxLength }))

/** A reading as it is typed or pasted; every cell is text, and what is empty is not known. */
export const TypedReading = Type.Object({
  indicator: text(100),
  series: text(LONGEST.series),
  period: text(40),
  value: text(60),
  unit: text(60),
  precision: text(20),
  status: text(20),
  title: text(LONGEST.title),
  publisher: text(),
  date: text(20),
  address: text(LONGEST.address),
  confidence: text(60),
  hash: text(64),
  note: text(LONGEST.note),
  scope: text(LONGEST.scope),
  reason: text(LONGEST.reason),
})

/** `again`: the returned reading that this one is entered again for. */
export const EnterReading = Type.Object({ ...TypedReading.properties, again: text(36) })

export const MOST_READINGS = 10_000
export const TypedReadings = Type.Object({ rows: Type.Array(TypedReading, { maxItems: MOST_READINGS }) })

export const ChosenReadings = Type.Object({ readings: Type.Array(Type.String({ maxLength: 36 }), { maxItems: MOST_READINGS }) })
export const ReturnReadings = Type.Object({ ...ChosenReadings.properties, reason: Type.String({ maxLength: 2000 }) })

/** Who enters readings: planners, and officers those of their department. Planners decide on them. */
export const ENTERS = { post: ['planner', 'officer'] } as const
export const PLANNER = { post: ['planner'] } as const

/** What was entered together. */
export const Submitted = Type.Object({
  submission: Type.String({ description: 'names all of them together' }),
  ids: Type.Array(Type.String(), { description: 'of the readings, in the order of the rows' }),
})
export const SubmissionEntry = Type.Object({
  id: Type.String(),
  enteredAt: Type.String({ description: 'an instant' }),
  readings: Type.Integer(),
  waiting: Type.Integer({ description: 'how many wait for a second person' }),
  approved: Type.Integer(),
  returned: Type.Integer(),
})
export const SubmittedReading = Type.Object({
  id: Type.String(),
  indicator: Type.String(),
  series: Type.String(),
  period: Type.String(),
  value: Type.String(),
  unit: Type.String(),
  state: Type.String({ description: 'waiting, approved, returned, or again: returned and entered again since' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'why it was returned' }),
})
