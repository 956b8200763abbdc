/** The goals of a year as pages show them, in both languages: how far each is, and how far the year. */
import { compare, divide, type Exact, exactOf, isZero, multiply, negate, subtract } from '../../core/exact.ts'
import type { Text } from '../../core/messages.ts'
import {
  type Assessment,
  computedValue,
  difference,
  elapsedShare,
  growthText,
  periodCode,
  periodText,
  probabilityText,
  readingsAsOf,
  reported,
  shownNumber,
  summaryOf,
  type YearProgress,
  yearProgress,
} from '../../modules/plan/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { both, targetView } from './target-view.ts'

type Days = { readonly pack: Pack; readonly asOf: string; readonly known: string }

const percent = (share: Exact): string => `${shownNumber(multiply(share, 100), 1)}%`
const isBelow = (value: Exact): boolean => compare(value, 0) < 0

/** How much of a goal is done: a share of amounts and numbers, a difference of percentages. */
const doneOf = ({ latest, target, indicator }: Assessment, completion: Exact | null) => {
  if (completion !== null) return both(() => percent(completion))
  const [value, goal] = [exactOf(latest?.value ?? ''), exactOf(target.value)]
  if (value === null || goal === null || isZero(goal)) return null
  if (indicator.kind === 'level' || indicator.kind === 'count') return both(() => percent(divide(value, goal)))
  const gap = subtract(value, goal)
  return both((language) => `${isBelow(gap) ? '' : '+'}${difference(gap, indicator, language)}`)
}

/** `落后 2 个百分点`, `2 percentage points behind`. */
const lagText = (lag: Exact) => {
  const points = shownNumber(multiply(isBelow(lag) ? negate(lag) : lag, 100), 1)
  if (points === '0') return { zh: '与进度一致', en: 'level with it' }
  return isBelow(lag)
    ? { zh: `落后 ${points} 个百分点`, en: `${points} percentage points behind` }
    : { zh: `超前 ${points} 个百分点`, en: `${points} percentage points ahead` }
}

/** Widths out of a hundred, for the bar; what is done may be more than all. */
const hundredth = (share: Exact): number => Number(shownNumber(multiply(share, 100), 1).replaceAll(',', ''))

const progressOf = (progress: YearProgress, { indicator }: Assessment) => {
  const { toDate, on, elapsed, completion, planned, lag, restGrowth, forecast, outlook } = progress
  return {
    on,
    value:
      toDate && toDate.period.length > 4
        ? {
            value: both((language) => reported(toDate, indicator, language)),
            when: both((language) => periodText(toDate.period, language)),
          }
        : null,
    elapsed: percent(elapsed),
    planned: planned === null ? null : percent(planned),
    bar: completion === null ? null : { done: Math.min(100, hundredth(completion)), mark: Math.min(100, hundredth(planned ?? elapsed)) },
    lag: lag === null ? null : { text: lagText(lag), behind: isBelow(lag) },
    rest: restGrowth === null ? null : both((language) => growthText(restGrowth, language, 1)),
    outlook: outlook && {
      value: both((language) => computedValue(outlook.value, indicator, language)),
      low: shownNumber(outlook.band80.low),
      high: shownNumber(outlook.band80.high),
      chance: probabilityText(outlook.attain),
      percent: `${(outlook.attain * 100).toFixed(0)}%`,
    },
    forecast: forecast === null || indicator.kind === 'growth' ? null : both((language) => computedValue(forecast, indicator, language)),
  }
}

/** The latest value of a part of the year that says nothing of the year so far: a quarter of a rate, a month of a count. */
const partOf = ({ indicator, target }: Assessment, { pack, asOf, known }: Days) => {
  const part = readingsAsOf(pack, indicator.id, asOf, known).findLast(({ period }) => period.startsWith(target.period))
  return part
    ? { value: both((language) => reported(part, indicator, language)), when: both((language) => periodCode(part.period, language)) }
    : null
}

const rowOf = (each: Assessment, days: Days) => {
  const progress = yearProgress(days.pack, each.target, days.asOf, days.known)
  return {
    ...targetView(each, days.pack),
    part: each.latest || progress?.toDate ? null : partOf(each, days),
    done: doneOf(each, progress?.completion ?? null),
    progress: progress && progressOf(progress, each),
  }
}

/** Share of the year that had passed by the day, in percent: 0 before it, 100 after it. */
const elapsedPercent = (year: string, asOf: string): string =>
  asOf < `${year}-01-01` ? '0' : asOf > `${year}-12-31` ? '100' : shownNumber(multiply(elapsedShare(asOf), 100), 1)

export type YearView = {
  readonly year: string
  readonly elapsed: string
  readonly summary: Text
  readonly rows: readonly ReturnType<typeof rowOf>[]
}

/** The goals of each year for which there are any, in the order of the pack. */
export const yearViews = (annual: readonly Assessment[], days: Days): readonly YearView[] =>
  [...Map.groupBy(annual, ({ target }) => target.period)].map(([year, own]) => ({
    year,
    elapsed: elapsedPercent(year.slice(0, 4), days.asOf),
    summary: summaryOf(own),
    rows: own.map((each) => rowOf(each, days)),
  }))
