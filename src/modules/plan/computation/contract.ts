import { Type } from 'typebox'

const Indicator = Type.String({ maxLength: 100 })
const Period = Type.String({ maxLength: 40 })

/** Who sees the rows behind a computed reading: they name things that are not public. */
export const READERS = { post: ['planner', 'auditor'] } as const

export const AskCount = Type.Object({ indicator: Indicator, period: Period })
/** `hash`: of the rows that whoever proposes it has seen. `reason`: where it replaces a reading. */
export const ProposeReading = Type.Object({
  indicator: Indicator,
  period: Period,
  hash: Type.String({ maxLength: 64 }),
  status: Type.Optional(Type.String({ maxLength: 20 })),
  reason: Type.Optional(Type.String({ maxLength: 2000 })),
})
export const OfComputation = Type.Object({ computation: Type.String({ maxLength: 36 }) })
export const OfIndicator = Type.Object({ id: Indicator })

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
/** How an approved reading was computed, without the rows. */
export const ComputationEntry = Type.Object({
  id: Type.String(),
  reading: Type.String({ description: 'the id of the reading' }),
  period: Type.String(),
  value: Type.String(),
  numerator: Type.String(),
  denominator: Type.Union([Type.String(), Type.Null()], { description: 'null for a count' }),
  query: Type.String(),
  version: Type.Integer(),
  first: Type.String({ description: 'the first day that was counted' }),
  last: Type.String({ description: 'the last day that was counted' }),
  counted: Type.Integer({ description: 'how many things count' }),
  leftOut: Type.Array(Type.Object({ reason: Type.String(), text: Words, things: Type.Integer() })),
  rowsHash: Type.String({ description: 'SHA-256 of the list of everything that was looked at' }),
  computedOn: Type.String(),
})
