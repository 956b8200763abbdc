/** How the values of an indicator came about, and what moved a rate, as the page shows it in both languages. */
import { compare, type Exact, negate, subtract } from '../../core/exact.ts'
import { fill, type Language, type Text } from '../../core/messages.ts'
import {
  computedValue,
  difference,
  type HowCounted,
  periodCode,
  periodText,
  shownNumber,
  shownWaterfall,
  valueIn,
} from '../../modules/plan/index.ts'
import { both } from './target-view.ts'

/** Digits behind the point in which a change is shown. */
const PLACES = 2

const WORDS = {
  sentence: {
    zh: '从{start}到{end}，由 {from} 变为 {to}：{numerator}由 {n0} 变为 {n1}，使它{byNumerator}；{denominator}由 {d0} 变为 {d1}，使它{byDenominator}。',
    en: 'From {start} to {end} it went from {from} to {to}: {numerator} went from {n0} to {n1}, which {byNumerator}; {denominator} went from {d0} to {d1}, which {byDenominator}.',
  },
  rose: { zh: '升 {by}', en: 'raised it by {by}' },
  fell: { zh: '降 {by}', en: 'lowered it by {by}' },
  still: { zh: '没有变', en: 'left it as it was' },
  numerator: { zh: '分子', en: 'the numerator' },
  denominator: { zh: '分母', en: 'the denominator' },
} as const

const sizeOf = (value: Exact): Exact => (compare(value, 0) < 0 ? negate(value) : value)
const signed = (value: Exact, text: string): string => (compare(value, 0) < 0 ? `−${text}` : `+${text}`)

const changeView = ({ indicator, parts, change, rate }: HowCounted) => {
  if (!change) return null
  const { from, to, steps } = change
  const shown = shownWaterfall(steps, PLACES)
  const named = (part: 'numerator' | 'denominator'): Text =>
    parts ? both((language) => (language === 'zh' ? `“${parts[part].name.zh}”` : parts[part].name.en)) : WORDS[part]
  const partOf = (value: Exact, part: 'numerator' | 'denominator', language: Language): string =>
    parts ? computedValue(value, parts[part], language) : shownNumber(value)
  const moved = (value: Exact, language: Language): string => {
    const words = compare(value, 0) === 0 ? WORDS.still : compare(value, 0) > 0 ? WORDS.rose : WORDS.fell
    return fill(words[language], { by: difference(sizeOf(value), indicator, language) })
  }
  const effect = (value: Exact) => both((language) => signed(value, difference(sizeOf(value), indicator, language)))
  return {
    from: from.period,
    to: to.period,
    series: to.series,
    sentence: both((language) =>
      fill(WORDS.sentence[language], {
        start: periodText(from.period, language),
        end: periodText(to.period, language),
        from: computedValue(shown.from, indicator, language),
        to: computedValue(shown.to, indicator, language),
        numerator: named('numerator')[language],
        denominator: named('denominator')[language],
        n0: partOf(from.numerator, 'numerator', language),
        n1: partOf(to.numerator, 'numerator', language),
        d0: partOf(from.denominator, 'denominator', language),
        d1: partOf(to.denominator, 'denominator', language),
        byNumerator: moved(shown.byNumerator, language),
        byDenominator: moved(shown.byDenominator, language),
      }),
    ),
    /** Levels to draw between, in the unit; what a reader needs of them stands in `text`. */
    steps: [
      {
        key: 'from',
        label: both((language) => periodText(from.period, language)),
        at: [drawn(shown.from), drawn(shown.from)],
        text: both((language) => computedValue(shown.from, indicator, language)),
      },
      {
        key: 'numerator',
        label: named('numerator'),
        at: [drawn(shown.from), drawn(subtract(shown.to, shown.byDenominator))],
        text: effect(shown.byNumerator),
      },
      {
        key: 'denominator',
        label: named('denominator'),
        at: [drawn(subtract(shown.to, shown.byDenominator)), drawn(shown.to)],
        text: effect(shown.byDenominator),
      },
      {
        key: 'to',
        label: both((language) => periodText(to.period, language)),
        at: [drawn(shown.to), drawn(shown.to)],
        text: both((language) => computedValue(shown.to, indicator, language)),
      },
    ],
    /** The periods of the same scope that can be chosen, the latest first. */
    periods: rate.points
      .filter(({ series }) => series === to.series)
      .map(({ period }) => ({ period, text: both((language) => periodCode(period, language)) }))
      .toReversed(),
  }
}

/** For drawing only. */
const drawn = (value: Exact): number => (typeof value === 'number' ? value : Number(value.n) / Number(value.d))

export const countedView = (how: HowCounted) => ({
  id: how.indicator.id,
  change: changeView(how),
  /** Said only where the pack names the parts of a rate. */
  apart: how.rate.apart.map((period) => both((language) => periodText(period, language))),
  named: how.parts && {
    numerator: { id: how.parts.numerator.id, name: how.parts.numerator.name },
    denominator: { id: how.parts.denominator.id, name: how.parts.denominator.name },
    known: how.rate.points.length,
  },
  computations: how.computations.map((each) => ({
    id: each.id,
    period: both((language) => periodCode(each.period, language)),
    value: both((language) => valueIn(each.value, how.indicator, language)),
    numerator: each.numerator,
    denominator: each.denominator,
    query: each.query,
    version: each.version,
    counted: each.counted,
    leftOut: each.leftOut.map(({ text, things }) => ({ text, things })),
    hash: each.rowsHash,
    on: each.computedOn,
  })),
})
export type CountedView = ReturnType<typeof countedView>
