/** What somebody types as a reading, held against what the plan wants of one: for one reading, for thousands, and for looking first. */
import { type Day, dayOf, spanOf } from '../../../core/dates.ts'
import { compare, exactOf } from '../../../core/exact.ts'
import type { Text } from '../../../core/messages.ts'
import type { Indicator, Pack } from '../../../pack/pack.ts'
import { type ChoiceColumn, type Choices, choicesText, chosenIn } from './choices.ts'
import { COMPUTED } from './counted.ts'
import { type EnteredReading, OLD_DEFINITION, placeOf } from './entered.ts'
import { type KnownReading, standsOn } from './known.ts'

/** The columns of a reading that is typed or pasted; what is left out is empty. */
export const COLUMNS = [
  'indicator',
  'series',
  'period',
  'value',
  'unit',
  'precision',
  'status',
  'title',
  'publisher',
  'date',
  'address',
  'confidence',
  'hash',
  'note',
  'scope',
  'reason',
] as const
export type Column = (typeof COLUMNS)[number]
export type Typed = Readonly<Partial<Record<Column, string>>>

/** What is wrong in one column; the code is one of the module's messages. */
export type Problem = {
  readonly column: Column
  readonly code:
    | 'plan.reading-indicator'
    | 'plan.reading-series'
    | 'plan.reading-period'
    | 'plan.reading-period-open'
    | 'plan.reading-value'
    | 'plan.reading-range'
    | 'plan.reading-unit'
    | 'plan.reading-choice'
    | 'plan.reading-title'
    | 'plan.reading-date'
    | 'plan.reading-address'
    | 'plan.reading-hash'
    | 'plan.reading-same'
    | 'plan.reading-reason'
    | 'plan.reading-no-before'
    | 'plan.reading-scope'
    | 'plan.reading-waiting'
    | 'plan.reading-twice'
  readonly params: Readonly<Record<string, string | Text>>
}

/** A reading that fits, without who entered it; `before` is the reading that stands in its place, `supersedes` the last entered one there. */
export type Proposed = Omit<EnteredReading, 'id' | 'order' | 'enteredBy' | 'enteredOn' | 'approvedBy' | 'approvedOn'> & {
  readonly validFrom: Day
  readonly validTo: Day
  readonly supersedes: string | null
  readonly before: KnownReading | null
}
export type Verdict = { readonly proposed: Proposed | null; readonly problems: readonly Problem[] }

/** What is known today, ready to be asked about places. */
export type Standing = {
  readonly pack: Pack
  readonly today: Day
  readonly at: (place: string) => KnownReading | null
  /** The entered reading that was approved last in a place. */
  readonly lastEntered: (place: string) => string | null
  readonly hasSeries: (indicator: string, series: string) => 'this' | 'others' | 'none'
  /** The scopes of an indicator that readings can be typed into. */
  readonly seriesOf: (indicator: string) => readonly string[]
  /** Whether the readings were computed here, and not typed. */
  readonly computed?: boolean
}

/** Whether readings of a scope are typed: neither is it one of an old definition, nor computed here. */
export const isTypedSeries = (series: string): boolean => !series.includes(OLD_DEFINITION) && !series.includes(COMPUTED)

/** `pack`: with the readings entered here. */
export const standingOn = (pack: Pack, today: Day): Standing => {
  const readings: readonly KnownReading[] = pack.readings
  const standing = new Map(readings.filter((each) => standsOn(each, pack, today)).map((each) => [placeOf(each), each]))
  const last = new Map<string, EnteredReading>()
  for (const reading of readings) {
    const known = last.get(placeOf(reading))
    if (reading.entered && (known?.order ?? 0) < reading.entered.order) last.set(placeOf(reading), reading.entered)
  }
  const series = new Map<string, Set<string>>()
  for (const each of readings) series.set(each.indicator, (series.get(each.indicator) ?? new Set()).add(each.series))
  return {
    pack,
    today,
    at: (place) => standing.get(place) ?? null,
    lastEntered: (place) => last.get(place)?.id ?? null,
    hasSeries: (indicator, name) => (series.get(indicator)?.has(name) ? 'this' : series.has(indicator) ? 'others' : 'none'),
    seriesOf: (indicator) => [...(series.get(indicator) ?? [])].filter(isTypedSeries),
  }
}

type Raise = (column: Column, code: Problem['code'], params?: Problem['params']) => null

const periodIn = (period: string, today: Day, raise: Raise) => {
  const span = spanOf(period)
  if (!span) return raise('period', 'plan.reading-period', { period: period.slice(0, 40) })
  return span.last > today ? raise('period', 'plan.reading-period-open', { last: span.last }) : span
}

/** A percentage may bring its sign, as spreadsheets show it, where it is the unit. */
const valueIn = (text: string, { unit }: Indicator): string => (unit.zh === '%' ? text.replace(/\s*[%％]$/, '') : text)

const checkValue = (value: string, indicator: Indicator, raise: Raise): void => {
  const number = exactOf(value)
  // Nothing typed is nothing known; it never becomes 0.
  if (number === null) return void raise('value', 'plan.reading-value')
  const [low, high] = [indicator.min, indicator.max].map((bound) => (bound === null ? null : exactOf(bound)))
  if ((low != null && compare(number, low) < 0) || (high != null && compare(number, high) > 0))
    raise('value', 'plan.reading-range', { low: indicator.min ?? '−∞', high: indicator.max ?? '∞' })
}

/** Those in use are named, to be copied: a slip of the pen is no new scope. */
const raiseScope = (series: string, known: readonly string[], raise: Raise): null =>
  raise('series', 'plan.reading-scope', {
    series: series.slice(0, 80),
    known: { zh: known.join('；') || '—', en: known.join('; ') || '—' },
  })

const choiceIn = <C extends ChoiceColumn>(column: C, text: string, raise: Raise): keyof Choices[C] | null =>
  chosenIn(column, text) ?? raise(column, 'plan.reading-choice', { choices: choicesText(column) })

const checkSource = (of: (column: Column) => string, today: Day, raise: Raise): void => {
  if (of('title') === '') raise('title', 'plan.reading-title')
  const day = of('date') === '' ? '' : dayOf(of('date'))
  if (day === null || day > today) raise('date', 'plan.reading-date')
  if (of('address') !== '' && !/^https?:\/\/[^\s"<>]+$/.test(of('address'))) raise('address', 'plan.reading-address')
  if (of('hash') !== '' && !/^[0-9a-f]{64}$/.test(of('hash'))) raise('hash', 'plan.reading-hash')
}

/** The same number in another spelling is the same: 4.0 and 4 are two statements about precision, and one value. */
const isSame = (a: KnownReading, value: string, precision: string | null, status: string | null): boolean => {
  const [one, other] = [exactOf(a.value), exactOf(value)]
  return (
    one !== null && other !== null && compare(one, other) === 0 && a.precision === precision && (a.entered?.status ?? 'final') === status
  )
}

/** One row; `waits`: whether a reading for a place (without regard to what it says) waits for approval already. */
export const checkReading = (typed: Typed, standing: Standing, waits: (place: string) => boolean): Verdict => {
  const { pack, today } = standing
  const of = (column: Column): string => typed[column]?.trim() ?? ''
  const maybe = (column: Column): string | null => of(column) || null
  const problems: Problem[] = []
  const raise: Raise = (column, code, params = {}) => {
    problems.push({ column, code, params })
    return null
  }
  const indicator = pack.indicators.get(of('indicator')) ?? raise('indicator', 'plan.reading-indicator')
  const series = of('series')
  const isNamed = series !== '' && (isTypedSeries(series) || (standing.computed === true && !series.includes(OLD_DEFINITION)))
  if (!isNamed) raise('series', 'plan.reading-series')
  const span = periodIn(of('period'), today, raise)
  const precision = choiceIn('precision', of('precision'), raise)
  const status = choiceIn('status', of('status'), raise)
  const confidence = choiceIn('confidence', of('confidence'), raise)
  checkSource(of, today, raise)
  if (!indicator) return { proposed: null, problems }
  const value = valueIn(of('value'), indicator)
  checkValue(value, indicator, raise)
  if (of('unit') !== '' && of('unit') !== indicator.unit.zh) raise('unit', 'plan.reading-unit', { unit: indicator.unit.zh })

  const place = placeOf({ indicator: indicator.id, series, period: of('period') })
  const before = standing.at(place)
  // The same number counted from other rows is another statement.
  const isRecounted = standing.computed === true && before?.entered?.source.hash !== of('hash')
  if (before && !isRecounted && isSame(before, value, precision, status)) raise('value', 'plan.reading-same')
  else if (before && of('reason') === '') raise('reason', 'plan.reading-reason', { value: before.value })
  if (!before && of('reason') !== '') raise('reason', 'plan.reading-no-before')
  const scope = standing.hasSeries(indicator.id, series)
  if (isNamed && scope === 'others' && of('scope') === '') raiseScope(series, standing.seriesOf(indicator.id), raise)
  if (waits(place)) raise('period', 'plan.reading-waiting')
  if (problems.length > 0 || !span || !precision || !status || !confidence) return { proposed: null, problems }
  return {
    problems,
    proposed: {
      indicator: indicator.id,
      series,
      scope: scope === 'this' ? null : maybe('scope'),
      definition: indicator.definition.zh,
      period: of('period'),
      validFrom: span.first,
      validTo: span.last,
      value,
      unit: indicator.unit.zh,
      precision,
      status,
      note: maybe('note'),
      source: {
        title: of('title'),
        publisher: maybe('publisher'),
        date: maybe('date'),
        address: maybe('address'),
        confidence,
        hash: maybe('hash'),
      },
      replaces: before && { value: before.value, reason: of('reason') },
      supersedes: standing.lastEntered(place),
      before,
    },
  }
}

/** A standing in which more and more series are begun: by the rows before in one table, by the readings approved with one press. */
export const withSeries = (standing: Standing): Standing & { readonly begin: (indicator: string, series: string) => void } => {
  const begun = new Map<string, Set<string>>()
  return {
    ...standing,
    begin: (indicator, series) => void begun.set(indicator, (begun.get(indicator) ?? new Set()).add(series)),
    hasSeries: (indicator, series) => {
      const own = begun.get(indicator)
      if (own?.has(series)) return 'this'
      const known = standing.hasSeries(indicator, series)
      return known === 'none' && own ? 'others' : known
    },
    seriesOf: (indicator) => [...new Set([...standing.seriesOf(indicator), ...(begun.get(indicator) ?? [])])],
  }
}

/** Many rows that belong together: two of them for one place are wrong, and only the first row of a new series has to say what it is; the very first scope of an indicator differs from none. */
export const checkReadings = (rows: readonly Typed[], standing: Standing, waits: (place: string) => boolean): readonly Verdict[] => {
  const taken = new Set<string>()
  const within = withSeries(standing)
  return rows.map((row) => {
    const verdict = checkReading(row, within, waits)
    const { proposed } = verdict
    if (!proposed) return verdict
    const place = placeOf(proposed)
    if (taken.has(place)) return { proposed: null, problems: [{ column: 'period', code: 'plan.reading-twice', params: {} }] }
    taken.add(place)
    within.begin(proposed.indicator, proposed.series)
    return verdict
  })
}
