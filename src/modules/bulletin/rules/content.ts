/** What a bulletin reports, as plain values that can be kept for ever: every number with what it came from. */
import { type Day, spanOf } from '../../../core/dates.ts'
import { compare, divide, exactOf, multiply, subtract, textOfExact } from '../../../core/exact.ts'
import type { Text } from '../../../core/messages.ts'
import type { Pack } from '../../../pack/pack.ts'
import {
  type Assessment,
  caveatOf,
  elapsedShare,
  type KnownReading,
  METHOD_VERSION,
  plannedBy,
  promised,
  readingsAsOf,
  reported,
  shownNumber,
  verdictOf,
} from '../../plan/index.ts'
import type { TaskOn } from '../../worklist/index.ts'

export const FORMAT = 'planwright-bulletin 1'
/** `public`: tasks that everybody may know of, for everybody. `inner`: all tasks, for planners, officers and auditors. */
export const SCOPES = ['public', 'inner'] as const
export type Scope = (typeof SCOPES)[number]

/** A value as it was known, and where it came from. `id`: the entered reading; null: published with the pack, in the line of `file`. */
export type Value = {
  readonly series: string
  readonly period: string
  readonly value: string
  readonly unit: string
  readonly precision: string
  readonly known: Day | null
  readonly text: Text
  readonly id: string | null
  readonly file: string | null
  readonly line: number | null
  /** What is said beside it; not there in what was drawn up earlier. */
  readonly note?: string | null
  /** Of a value published with the pack: the one it took the place of; null, or not there in what was drawn up earlier, where there was none. */
  readonly replaces?: { readonly text: Text; readonly known: Day | null; readonly note: string | null; readonly line: number } | null
  readonly source: {
    readonly title: string
    readonly publisher: string | null
    readonly date: string | null
    readonly address: string | null
    readonly confidence: string
    readonly hash: string | null
  }
}

/** `name` tells items of a bulletin apart: `target-3`. */
export type TargetItem = {
  readonly name: string
  readonly kind: 'plan' | 'later'
  readonly indicator: string
  readonly title: Text
  readonly period: string
  readonly comparator: string
  readonly target: string
  readonly document: string | null
  readonly promise: Text
  readonly latest: Value | null
  readonly status: string
  readonly verdict: Text
  readonly caveat: Text | null
  readonly method: string | null
  readonly ratio: string | null
  readonly isReplaced: boolean
}
/** A goal of the year. Percent with one decimal; null where nothing is known, or where a share of the goal says nothing (rates). */
export type GoalItem = Omit<TargetItem, 'kind' | 'method' | 'ratio' | 'isReplaced'> & {
  readonly completion: string | null
  /** The share of the year that had passed at the end of the value's period. */
  readonly elapsed: string | null
  /** The share of the goal that was planned to be done by then; null, or not there in what was drawn up earlier, without a plan by months. */
  readonly planned?: string | null
  /** Completion less what was planned, or less the elapsed share where nothing was, in percentage points: below 0 is behind. */
  readonly ahead: string | null
}
export type TaskItem = Omit<TaskOn, 'open' | 'late'> & {
  readonly name: string
  readonly late: readonly { readonly key: string; readonly kind: string; readonly due: Day }[]
}
export type TasksPart = { readonly year: number; readonly hidden: number; readonly items: readonly TaskItem[] }

/** What a bulletin stands on; `body` and `changes` are made from it. */
export type Facts = {
  readonly quarter: string
  readonly scope: Scope
  readonly asOf: Day
  readonly known: Day
  readonly city: Text
  readonly synthetic: boolean
  readonly pack: { readonly title: Text; readonly version: string; readonly hash: string }
  readonly method: string
  readonly elapsed: string
  readonly targets: readonly TargetItem[]
  readonly goals: readonly GoalItem[]
  /** Null: the year has no list. */
  readonly tasks: TasksPart | null
}

const both = (say: (language: 'zh' | 'en') => string): Text => ({ zh: say('zh'), en: say('en') })

/** The value that stood in the same place before; those entered here have their own history. */
const replacedBy = (
  reading: KnownReading,
  { indicator }: Pick<Assessment, 'indicator'>,
  pack: Pack,
): NonNullable<Value['replaces']> | null => {
  const before = pack.readings.findLast(
    (each) =>
      each.indicator === reading.indicator &&
      each.series === reading.series &&
      each.period === reading.period &&
      each.replacedOn !== undefined &&
      each.replacedOn === reading.published,
  )
  return before && !reading.entered
    ? {
        text: both((language) => reported(before, indicator, language)),
        known: before.published,
        note: before.note,
        line: before.place.line,
      }
    : null
}

const knownValue = (reading: KnownReading, { indicator }: Pick<Assessment, 'indicator'>, pack: Pack): Value => {
  const source = pack.sources.get(reading.source)
  return {
    series: reading.series,
    period: reading.period,
    value: reading.value,
    unit: reading.unit,
    precision: reading.precision,
    known: reading.published,
    text: both((language) => reported(reading, indicator, language)),
    id: reading.entered?.id ?? null,
    file: reading.entered ? null : reading.place.file,
    line: reading.entered ? null : reading.place.line,
    note: reading.note,
    replaces: replacedBy(reading, { indicator }, pack),
    source: {
      title: source?.title ?? reading.source,
      publisher: source?.publisher ?? null,
      date: source?.date ?? null,
      address: source?.linkable === false ? null : (source?.address ?? null),
      confidence: source?.confidence ?? '',
      hash: reading.entered?.source.hash ?? null,
    },
  }
}

/** Of a goal whose time is not over: neither met nor missed, and no reproach. */
export const NOT_ENDED: Text = { zh: '目标期尚未结束', en: 'not ended yet' }

const itemOf = (each: Assessment, name: string, latest: Value | null) => ({
  name,
  indicator: each.indicator.id,
  title: each.indicator.name,
  period: each.target.period,
  comparator: each.target.comparator,
  target: each.target.value,
  document: each.target.document,
  promise: both((language) => promised(each, language)),
  latest,
  status: each.status,
  ...(each.reason === 'not-yet' ? { verdict: NOT_ENDED, caveat: null } : { verdict: verdictOf(each), caveat: caveatOf(each) }),
})

const targetItem = (each: Assessment, index: number, pack: Pack): TargetItem => ({
  ...itemOf(each, `target-${index + 1}`, each.latest && knownValue(each.latest, each, pack)),
  kind: each.target.kind === 'later' ? 'later' : 'plan',
  method: each.method,
  ratio: each.ratio === null ? null : shownNumber(each.ratio),
  isReplaced: each.supersededBy !== null,
})

/** Percent or points with one decimal. */
const oneDecimal = (value: Parameters<typeof textOfExact>[0]): string => textOfExact(value, 1).replace('…', '')

/** Numbers of one column have as many decimals. */
const withDecimal = (number: string): string => (number.includes('.') ? number : `${number}.0`)

/** Values that count from the beginning of the year, or stand at a day of it. */
const isToDate = ({ period }: KnownReading, year: string): boolean => {
  const span = spanOf(period)
  return span?.last.startsWith(year) === true && (span.first === `${year}-01-01` || span.first === span.last)
}

const goalItem = (each: Assessment, index: number, pack: Pack, asOf: Day, known: Day): GoalItem => {
  const year = each.target.period.slice(0, 4)
  const reading = each.latest ?? readingsAsOf(pack, each.indicator.id, asOf, known).findLast((own) => isToDate(own, year)) ?? null
  const [value, goal] = [reading && exactOf(reading.value), exactOf(each.target.value)]
  const isAmount = each.indicator.kind === 'level' || each.indicator.kind === 'count'
  const completion =
    isAmount && each.indicator.direction === 'up' && value !== null && goal !== null && compare(goal, 0) > 0 ? divide(value, goal) : null
  const last = reading && (spanOf(reading.period)?.last ?? null)
  const elapsed = last?.startsWith(year) ? elapsedShare(last) : null
  const planned = completion === null || last === null ? null : plannedBy(each.target, last)
  const due = planned ?? elapsed
  const percent = (share: typeof elapsed): string | null => (share === null ? null : withDecimal(oneDecimal(multiply(share, 100))))
  return {
    ...itemOf(each, `goal-${index + 1}`, reading && knownValue(reading, each, pack)),
    completion: percent(completion),
    elapsed: completion === null ? null : percent(elapsed),
    planned: percent(planned),
    ahead: completion === null || due === null ? null : percent(subtract(completion, due)),
  }
}

/** The share of a quarter's year that had passed on a day, in percent; all of it once the year is over. */
const elapsedIn = (year: string, asOf: Day): string => (asOf.startsWith(year) ? oneDecimal(multiply(elapsedShare(asOf), 100)) : '100')

export type Reported = {
  readonly quarter: string
  readonly scope: Scope
  readonly asOf: Day
  readonly known: Day
  readonly pack: Pack
  /** All promises as of `asOf`, as known on `known`. */
  readonly assessments: readonly Assessment[]
  /** The tasks of the year as they stood at the end of `known`. */
  readonly tasks: readonly TaskOn[]
}

export const factsOf = ({ quarter, scope, asOf, known, pack, assessments, tasks }: Reported): Facts => {
  const year = quarter.slice(0, 4)
  const shown = scope === 'inner' ? tasks : tasks.filter(({ open }) => open)
  return {
    quarter,
    scope,
    asOf,
    known,
    city: pack.city,
    synthetic: pack.synthetic,
    pack: { title: pack.title, version: pack.version, hash: pack.hash },
    method: METHOD_VERSION,
    elapsed: elapsedIn(year, asOf),
    targets: assessments.filter(({ target }) => target.kind !== 'annual').map((each, index) => targetItem(each, index, pack)),
    goals: assessments
      .filter(({ target }) => target.kind === 'annual' && target.period.startsWith(year))
      .map((each, index) => goalItem(each, index, pack, asOf, known)),
    tasks:
      tasks.length === 0
        ? null
        : {
            year: Number(year),
            hidden: tasks.length - shown.length,
            items: shown.map(({ open: _open, ...task }, index) => ({ ...task, name: `task-${index + 1}` })),
          },
  }
}
