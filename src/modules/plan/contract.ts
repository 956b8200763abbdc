import { type Static, Type } from 'typebox'

/** As of which day, and with what was known on which day. */
export const Dates = {
  asOf: Type.Optional(Type.String({ maxLength: 10, description: 'data up to this day; default: today' })),
  known: Type.Optional(Type.String({ maxLength: 10, description: 'data as known on this day; default: today' })),
}
export const Overview = Type.Object(Dates)
export const AskIndicator = Type.Object({ id: Type.String({ maxLength: 100 }), ...Dates })
export const AskReadings = Type.Object({ indicator: Type.Optional(Type.String({ maxLength: 100 })), ...Dates })

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Entered = Type.Object({
  id: Type.String(),
  status: Type.String({ description: 'final or provisional' }),
  scope: Type.Union([Type.String(), Type.Null()], { description: 'how a new series differs from those before it' }),
  definition: Type.String({ description: 'what the indicator meant when the value was entered' }),
  origin: Type.Object({
    title: Type.String(),
    publisher: MaybeText,
    date: MaybeText,
    address: MaybeText,
    confidence: Type.String(),
    hash: MaybeText,
  }),
  replaces: Type.Union([Type.Object({ value: Type.String(), reason: Type.String() }), Type.Null()]),
  enteredBy: Words,
  enteredOn: Type.String(),
  approvedBy: Words,
  approvedOn: Type.String({ description: 'known from this day' }),
})
export const ReadingEntry = Type.Object({
  indicator: Type.String(),
  series: Type.String({ description: 'scope; values of different series are never put on one line' }),
  period: Type.String(),
  value: Type.String({ description: 'decimal, in the unit' }),
  unit: Type.String(),
  precision: Type.String(),
  published: MaybeText,
  note: MaybeText,
  source: Type.String(),
  entered: Type.Union([Entered, Type.Null()], { description: 'how it came to be known; null: published with the pack' }),
  replacedOn: Type.Union([Type.String(), Type.Null()], { description: 'from this day another value stands in its place' }),
})
const MaybeSpeed = Type.Union(
  [Type.Object({ kind: Type.String({ description: 'growth: a share a year; step: the unit a year' }), value: Type.String() }), Type.Null()],
  { description: 'so far, or needed from here' },
)
const Band = Type.Object({ low: Type.String(), high: Type.String() })
const ForecastStep = Type.Object({ horizon: Type.Integer(), value: Type.String(), band50: Band, band80: Band })
export const TargetEntry = Type.Object({
  indicator: Type.String(),
  period: Type.String(),
  comparator: Type.String(),
  target: Type.String(),
  unit: Type.String(),
  kind: Type.String(),
  latest: Type.Union([
    Type.Object({
      period: Type.String(),
      value: Type.String(),
      source: Type.String(),
      series: Type.String(),
      precision: Type.String({ description: 'how exact the source is: exact, over or about' }),
    }),
    Type.Null(),
  ]),
  status: Type.String(),
  doubt: Type.Union([Type.String(), Type.Null()], { description: 'other-series: the value differs in scope from those before it' }),
  reason: MaybeText,
  method: MaybeText,
  ratio: MaybeText,
  other: Type.Union([Type.Object({ method: Type.String(), status: Type.String() }), Type.Null()], {
    description: 'another method, where it says otherwise',
  }),
  baseline: Type.Union([Type.Object({ period: Type.String(), value: Type.String() }), Type.Null()], {
    description: 'where the path to the target begins',
  }),
  due: Type.Union([Type.String(), Type.Null()], { description: 'what should have been reached by the latest reading, in the unit' }),
  distance: Type.Union([Type.String(), Type.Null()], { description: 'still to go, in the unit' }),
  pace: MaybeSpeed,
  needed: MaybeSpeed,
  forecast: Type.Union(
    [
      Type.Object({
        space: Type.String({ description: 'the scale that the random walk with drift is taken on: level, log or logit' }),
        probability: Type.String({ description: 'of attaining the target' }),
        steps: Type.Array(ForecastStep, { description: 'one step is the distance of the readings; the last is the period of the target' }),
      }),
      Type.Null(),
    ],
    { description: 'null with fewer than three evenly spaced readings of one scope' },
  ),
  document: Type.Union([Type.String(), Type.Null()], { description: 'that made the promise' }),
  source: Type.String(),
  supersededBy: Type.Union([Type.Object({ value: Type.String(), document: MaybeText }), Type.Null()], {
    description: 'the later target that replaced this one',
  }),
  text: Words,
})
export const IndicatorEntry = Type.Object({
  id: Type.String(),
  name: Words,
  unit: Words,
  kind: Type.String(),
  direction: Type.String(),
  origin: Type.String(),
  definition: Words,
})
export const IndicatorData = Type.Object({
  indicator: IndicatorEntry,
  asOf: Type.String(),
  known: Type.String(),
  targets: Type.Array(TargetEntry),
  readings: Type.Array(ReadingEntry),
})

const PromiseKey = Type.Object({
  indicator: Type.String(),
  period: Type.String(),
  kind: Type.String(),
  comparator: Type.String(),
  value: Type.String(),
  document: MaybeText,
})
const Interval = Type.Object({ low: Type.String(), high: Type.String() })

/** An assessment as it was kept. */
export const KeptAssessment = Type.Object({
  id: Type.String(),
  on: Type.String({ description: 'from this day it stood' }),
  target: PromiseKey,
  from: Type.Union([Type.String(), Type.Null()], { description: 'the category before; null: it is the first' }),
  category: Type.String(),
  definedBefore: Type.Union([Words, Type.Null()], { description: 'what the indicator meant before; null: the same, or it is the first' }),
  doubt: MaybeText,
  reason: MaybeText,
  ratio: MaybeText,
  forecast: Type.Union([
    Type.Object({ space: Type.String(), value: Type.String(), band50: Interval, band80: Interval, attain: Type.String() }),
    Type.Null(),
  ]),
  text: Words,
  method: Type.String(),
  edition: Type.String({ description: 'the edition of the pack that went in' }),
  inputHash: Type.String({ description: 'SHA-256 of `input`' }),
  input: Type.String({ description: 'canonical JSON of exactly what went in' }),
})

/** Told to other modules: the category of a target is another than it was. */
export type AssessmentChanged = {
  readonly type: 'plan.assessment-changed'
  readonly indicator: string
  readonly target: Static<typeof PromiseKey>
  /** The id of the assessment that stands now. */
  readonly assessment: string
  /** The categories. */
  readonly before: string
  readonly after: string
}
/** Told to other modules: readings count from now on. */
export type ReadingsApproved = {
  readonly type: 'plan.readings-approved'
  readonly readings: readonly string[]
  readonly indicators: readonly string[]
}
