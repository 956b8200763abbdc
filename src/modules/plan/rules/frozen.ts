/** An assessment as it is kept: the text of what went in, and what came out, with every number as a decimal text. */
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import { textOfExact } from '../../../core/exact.ts'
import type { Text } from '../../../core/messages.ts'
import type { Indicator, Reading, Target } from '../../../pack/pack.ts'
import { type Assessment, assessed, FIRST_METHOD, METHOD_VERSION } from './assess.ts'
import type { Forecast } from './forecast.ts'
import type { AssessmentInput } from './input.ts'
import type { KnownReading } from './known.ts'
import type { Category, Reason } from './status.ts'
import { sentenceOf } from './words.ts'

/** What came out. `forecast`: that of the target's period; a share (`attain`) is of one, everything else in the indicator's unit. */
export type Outcome = {
  readonly category: Category
  readonly doubt: Assessment['doubt']
  readonly reason: Reason | null
  readonly ratio: string | null
  readonly forecast: FrozenForecast | null
  readonly text: Text
}
export type FrozenForecast = {
  readonly space: Forecast['space']
  readonly value: string
  readonly band50: { readonly low: string; readonly high: string }
  readonly band80: { readonly low: string; readonly high: string }
  readonly attain: string
}

/** Digits of a forecast that mean something on any machine. */
const DIGITS = 10
const decimal = (value: number): string => {
  const text = value.toPrecision(DIGITS)
  return text.includes('e')
    ? Number(text)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : text
}
const frozenForecast = ({ space, value, band50, band80, attain }: Forecast): FrozenForecast => ({
  space,
  value: decimal(value),
  band50: { low: decimal(band50.low), high: decimal(band50.high) },
  band80: { low: decimal(band80.low), high: decimal(band80.high) },
  attain: decimal(attain),
})

const outcomeOf = (assessment: Assessment): Outcome => {
  const { status, doubt, reason, ratio, fan } = assessment
  const last = fan.at(-1)
  return {
    category: status,
    doubt,
    reason,
    ratio: ratio === null ? null : textOfExact(ratio, 12).replace('…', ''),
    forecast: last ? frozenForecast(last) : null,
    text: sentenceOf(assessment),
  }
}

/** Every method by its version. One that was used is never taken out: what it judged is judged again by it. */
const METHODS: Readonly<Record<string, (input: AssessmentInput) => Outcome>> = {
  [FIRST_METHOD]: (input) => outcomeOf(assessed(input, FIRST_METHOD)),
  [METHOD_VERSION]: (input) => outcomeOf(assessed(input)),
}

/** What a method makes of an input; null where there is no such method. */
export const outcomeBy = (method: string, input: AssessmentInput): Outcome | null => METHODS[method]?.(input) ?? null

type Row<T> = Omit<T, 'place'>
const rowOf = <T extends { readonly place: unknown }>({ place: _place, ...row }: T): Row<T> => row
/** Who entered it and what replaced it later has no part in an assessment; `source` names the reading that was entered. */
const readingRow = ({ entered: _entered, replacedOn: _until, ...reading }: KnownReading): Row<Reading> => rowOf(reading)

type Frozen = {
  readonly edition: string
  readonly indicator: Row<Indicator>
  readonly target: Row<Target>
  readonly setOn: AssessmentInput['setOn']
  readonly isOver: boolean
  readonly readings: readonly Row<Reading>[]
  readonly related: readonly Row<Reading>[]
  readonly supersededBy: Row<Target> | null
}

/** The canonical text of what goes in, with the edition of the pack that said so. */
export const textOfInput = (edition: string, input: AssessmentInput): string => {
  const frozen: Frozen = {
    edition,
    indicator: rowOf(input.indicator),
    target: rowOf(input.target),
    setOn: input.setOn,
    isOver: input.isOver,
    readings: input.readings.map(readingRow),
    related: input.related.map(readingRow),
    supersededBy: input.supersededBy && rowOf(input.supersededBy),
  }
  return canonicalJson(frozen as unknown as Json)
}

const place = { file: '', line: 0, column: 0, end: 0 }

/** The input that a text of `textOfInput` stands for. */
export const inputFrom = (text: string): AssessmentInput => {
  const { edition: _edition, ...frozen } = JSON.parse(text) as Frozen
  const placed = (reading: Row<Reading>): Reading => ({ ...reading, place })
  return {
    ...frozen,
    indicator: { ...frozen.indicator, place },
    target: { ...frozen.target, place },
    readings: frozen.readings.map(placed),
    related: frozen.related.map(placed),
    supersededBy: frozen.supersededBy && { ...frozen.supersededBy, place },
  }
}
