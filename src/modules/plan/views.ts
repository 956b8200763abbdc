import { Type } from 'typebox'
import { addMonths, type Day, dayOf } from '../../core/dates.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { Indicator, Pack, PolicyDocument } from '../../pack/pack.ts'
import { AskIndicator, AskReadings, Overview } from './contract.ts'
import { keptByDay, type When } from './kept.ts'
import { fail } from './messages.ts'
import { packWithReadings } from './reading/known.ts'
import { type Assessment, assess, assessAll } from './rules/assess.ts'
import { type Changes, changesBetween, endingSoon, newestDocuments } from './rules/changes.ts'
import { type KnownReading, readingsAsOf, setOn, targetsOf } from './rules/known.ts'

/** The day that is asked for; `fallback` where none is. */
export const dayGiven = (text: string | undefined, fallback: Day): Day =>
  text === undefined || text === '' ? fallback : (dayOf(text.trim()) ?? fail('plan.day', { day: text }))

/** The days that are asked for; today where none are. */
export const whenOf = (look: Look, input: { readonly asOf?: string | undefined; readonly known?: string | undefined }): When => ({
  asOf: dayGiven(input.asOf, look.today),
  known: dayGiven(input.known, look.today),
})

export type PlanOverview = When & {
  readonly pack: Pack
  readonly plan: readonly Assessment[]
  readonly annual: readonly Assessment[]
  readonly later: readonly Assessment[]
  readonly since: Day
  readonly changes: Changes
  readonly newest: readonly PolicyDocument[]
  readonly ending: readonly Measure[]
}

const NEWEST = 5
const SOON_MONTHS = 6

const overviewOf = keptByDay((pack: Pack, { asOf, known }): PlanOverview => {
  const all = assessAll(pack, asOf, known)
  const [since, until] = [addMonths(asOf, -1), asOf < known ? asOf : known]
  return {
    pack,
    asOf,
    known,
    plan: all.filter((each) => each.target.kind === 'plan'),
    annual: all.filter((each) => each.target.kind === 'annual'),
    later: all.filter((each) => each.target.kind === 'later'),
    since,
    changes: changesBetween(pack, since, until),
    newest: newestDocuments(pack, until, NEWEST),
    ending: endingSoon(pack, asOf, addMonths(asOf, SOON_MONTHS)),
  }
})

/** Everything the home page and the plan page stand on, as of a day and as known on a day. */
export const overview = view(
  'plan.overview',
  'public',
  Overview,
  async (look, input): Promise<PlanOverview> => overviewOf(await packWithReadings(look), whenOf(look, input)),
)

export type IndicatorPage = When & {
  readonly pack: Pack
  readonly indicator: Indicator
  readonly assessments: readonly Assessment[]
  readonly readings: readonly KnownReading[]
}
/** One indicator: what was promised, how that stands, every reading. */
export const indicatorPage = view('plan.indicator', 'public', AskIndicator, async (look, input): Promise<IndicatorPage> => {
  const pack = await packWithReadings(look)
  const indicator = pack.indicators.get(input.id) ?? fail('plan.indicator-unknown', { indicator: input.id })
  const { asOf, known } = whenOf(look, input)
  const assessments = targetsOf(pack, indicator.id)
    .filter((each) => (setOn(each, pack) ?? '') <= known)
    .map((target) => assess(pack, target, asOf, known))
  return { pack, indicator, asOf, known, assessments, readings: readingsAsOf(pack, indicator.id, asOf, known) }
})

/** Readings as known on a day: of one indicator, or of all in the order of the pack. */
export const readings = view('plan.readings', 'public', AskReadings, async (look, input): Promise<readonly KnownReading[]> => {
  const pack = await packWithReadings(look)
  const { asOf, known } = whenOf(look, input)
  const only = input.indicator
  if (only && !pack.indicators.has(only)) fail('plan.indicator-unknown', { indicator: only })
  const ids = only ? [only] : [...pack.indicators.keys()]
  return ids.flatMap((id) => readingsAsOf(pack, id, asOf, known))
})

/** Every indicator of the pack, in its order. */
export const indicators = view(
  'plan.indicators',
  'public',
  Type.Object({}),
  async (look): Promise<readonly Indicator[]> => [...(await packWithReadings(look)).indicators.values()],
)

/** Every promise with its assessment. */
export const targets = view('plan.targets', 'public', Overview, async (look, input): Promise<readonly Assessment[]> => {
  const { asOf, known } = whenOf(look, input)
  return assessAll(await packWithReadings(look), asOf, known)
})
