/** How the values of an indicator came about, and what moved a rate from one period to another. */
import { Type } from 'typebox'
import { exactOf } from '../../../core/exact.ts'
import { view } from '../../../kernel/module.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { Dates } from '../contract.ts'
import { fail } from '../messages.ts'
import { packWithReadings } from '../reading/known.ts'
import { readingsAsOf } from '../rules/known.ts'
import { changeBetween, type RateParts, type RatePoint, ratePoints, rateScale } from '../rules/rate-parts.ts'
import { type Waterfall, waterfall } from '../rules/waterfall.ts'
import { whenOf } from '../views.ts'
import { OfIndicator } from './contract.ts'
import { computationsPublished, type PublishedComputation } from './published.ts'

const Period = Type.Optional(Type.String({ maxLength: 40 }))
const AskHow = Type.Object({ ...OfIndicator.properties, ...Dates, from: Period, to: Period })

export type HowCounted = {
  readonly indicator: Indicator
  /** Of the readings known then, the newest first. */
  readonly computations: readonly PublishedComputation[]
  readonly rate: RateParts
  /** The indicators that numerator and denominator are, where the pack names them. */
  readonly parts: { readonly numerator: Indicator; readonly denominator: Indicator } | null
  readonly change: { readonly from: RatePoint; readonly to: RatePoint; readonly steps: Waterfall } | null
}

export const howCounted = view('plan.how-counted', 'public', AskHow, async (look, input): Promise<HowCounted> => {
  const pack = await packWithReadings(look)
  const indicator = pack.indicators.get(input.id) ?? fail('plan.indicator-unknown', { indicator: input.id })
  const { asOf, known } = whenOf(look, input)
  const computations = await computationsPublished(look, indicator.id)
  const partsById = new Map(
    computations.flatMap(({ reading, numerator, denominator }) => {
      const [top, bottom] = [exactOf(numerator), denominator === null ? null : exactOf(denominator)]
      return top !== null && bottom !== null ? [[reading, { numerator: top, denominator: bottom }] as const] : []
    }),
  )
  const rate = ratePoints(pack, indicator, asOf, known, partsById)
  const between = changeBetween(rate.points, input)
  const steps = between && waterfall(between.from, between.to, rateScale(indicator))
  const shown = new Set(readingsAsOf(pack, indicator.id, asOf, known).map(({ entered }) => entered?.id))
  const [numerator, denominator] = [indicator.ratioOf?.numerator, indicator.ratioOf?.denominator].map((id) => pack.indicators.get(id ?? ''))
  return {
    indicator,
    computations: computations.filter(({ reading }) => shown.has(reading)),
    rate,
    parts: numerator && denominator ? { numerator, denominator } : null,
    change: between && steps ? { ...between, steps } : null,
  }
})
