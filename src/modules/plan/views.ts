import { Type } from 'typebox'
import { type Day, dayOf } from '../../core/dates.ts'
import { textOfExact } from '../../core/exact.ts'
import { type Look, type Route, view } from '../../kernel/module.ts'
import type { Goal, Indicator, Pack, PlanTask, Reading } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { fail } from './messages.ts'
import { type Assessment, assess, assessAll, publishedOn, readingsAsOf } from './rules/assess.ts'
import { sentenceOf } from './rules/words.ts'

const Dates = {
  asOf: Type.Optional(Type.String({ maxLength: 10, description: 'data up to this day; default: today' })),
  known: Type.Optional(Type.String({ maxLength: 10, description: 'data as known on this day; default: today' })),
}
const dayGiven = (text: string | undefined, fallback: Day): Day =>
  text === undefined || text === '' ? fallback : (dayOf(text.trim()) ?? fail('plan.day', { day: text }))

export type PlanOverview = {
  readonly pack: Pack
  readonly asOf: Day
  readonly known: Day
  readonly plan: readonly Assessment[]
  readonly annual: readonly Assessment[]
  readonly later: readonly Assessment[]
  readonly recent: readonly Reading[]
  readonly tasks: readonly PlanTask[]
  readonly goals: readonly Goal[]
}

const monthBefore = (day: Day): Day => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 31)
  return date.toISOString().slice(0, 10)
}

/** Everything the home page and the plan page stand on, as of a day and as known on a day. */
export const overview = view('plan.overview', 'public', Type.Object(Dates), async (look: Look, input): Promise<PlanOverview> => {
  const pack = await packInService(look)
  const asOf = dayGiven(input.asOf, look.today)
  const known = dayGiven(input.known, look.today)
  const since = monthBefore(asOf)
  const recent = pack.readings.filter((each) => {
    const day = publishedOn(each, pack)
    return day !== null && day > since && day <= asOf && day <= known
  })
  return {
    pack,
    asOf,
    known,
    plan: assessAll(pack, asOf, known, 'plan'),
    annual: assessAll(pack, asOf, known, 'annual'),
    later: assessAll(pack, asOf, known, 'later'),
    recent,
    tasks: [...pack.tasks.values()],
    goals: pack.goals,
  }
})

export type IndicatorPage = {
  readonly pack: Pack
  readonly indicator: Indicator
  readonly asOf: Day
  readonly known: Day
  readonly assessments: readonly Assessment[]
  readonly readings: readonly Reading[]
}
export const indicatorPage = view(
  'plan.indicator',
  'public',
  Type.Object({ id: Type.String({ maxLength: 100 }), ...Dates }),
  async (look, input): Promise<IndicatorPage> => {
    const pack = await packInService(look)
    const indicator = pack.indicators.get(input.id) ?? fail('plan.indicator-unknown', { indicator: input.id })
    const asOf = dayGiven(input.asOf, look.today)
    const known = dayGiven(input.known, look.today)
    const assessments = pack.targets.filter((each) => each.indicator === indicator.id).map((target) => assess(pack, target, asOf, known))
    return { pack, indicator, asOf, known, assessments, readings: readingsAsOf(pack, indicator.id, asOf, known) }
  },
)

const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const MaybeText = Type.Union([Type.String(), Type.Null()])
const ReadingEntry = Type.Object({
  indicator: Type.String(),
  series: Type.String({ description: 'scope; values of different series are never put on one line' }),
  period: Type.String(),
  value: Type.String({ description: 'decimal, in the unit' }),
  unit: Type.String(),
  precision: Type.String(),
  published: MaybeText,
  note: MaybeText,
  source: Type.String(),
})
const TargetEntry = Type.Object({
  indicator: Type.String(),
  period: Type.String(),
  comparator: Type.String(),
  target: Type.String(),
  unit: Type.String(),
  kind: Type.String(),
  latest: Type.Union([
    Type.Object({ period: Type.String(), value: Type.String(), source: Type.String(), series: Type.String() }),
    Type.Null(),
  ]),
  status: Type.String(),
  reason: MaybeText,
  method: MaybeText,
  ratio: MaybeText,
  text: Words,
})
const IndicatorEntry = Type.Object({
  id: Type.String(),
  name: Words,
  unit: Words,
  kind: Type.String(),
  direction: Type.String(),
  origin: Type.String(),
  definition: Words,
})

const targetEntry = (each: Assessment) => ({
  indicator: each.indicator.id,
  period: each.target.period,
  comparator: each.target.comparator,
  target: each.target.value,
  unit: each.indicator.unit.zh,
  kind: each.target.kind,
  latest: each.latest && { period: each.latest.period, value: each.latest.value, source: each.latest.source, series: each.latest.series },
  status: each.status,
  reason: each.reason,
  method: each.method,
  ratio: each.ratio === null ? null : textOfExact(each.ratio, 12).replace('…', ''),
  text: sentenceOf(each),
})
const readingEntry = ({ place: _place, ...rest }: Reading) => rest
const indicatorEntry = ({ id, name, unit, kind, direction, origin, definition }: Indicator) => ({
  id,
  name,
  unit,
  kind,
  direction,
  origin,
  definition,
})

const indicators = view('plan.indicators', 'public', Type.Object({}), async (look) =>
  [...(await packInService(look)).indicators.values()].map(indicatorEntry),
)
const indicator = view('plan.indicator-data', 'public', indicatorPage.input, async (look, input) => {
  const page = await indicatorPage.run(look, input)
  return {
    indicator: indicatorEntry(page.indicator),
    asOf: page.asOf,
    known: page.known,
    targets: page.assessments.map(targetEntry),
    readings: page.readings.map(readingEntry),
  }
})
const readings = view(
  'plan.readings',
  'public',
  Type.Object({ indicator: Type.Optional(Type.String({ maxLength: 100 })), ...Dates }),
  async (look, input) => {
    const pack = await packInService(look)
    const [asOf, known] = [dayGiven(input.asOf, look.today), dayGiven(input.known, look.today)]
    const ids = input.indicator ? [input.indicator] : [...pack.indicators.keys()]
    return ids.flatMap((id) => readingsAsOf(pack, id, asOf, known)).map(readingEntry)
  },
)
const targets = view('plan.targets', 'public', Type.Object(Dates), async (look, input) => {
  const pack = await packInService(look)
  return assessAll(pack, dayGiven(input.asOf, look.today), dayGiven(input.known, look.today)).map(targetEntry)
})

export const routes: readonly Route[] = [
  { on: 'GET /indicators', run: indicators, reply: Type.Array(IndicatorEntry), summary: { zh: '指标', en: 'Indicators' } },
  {
    on: 'GET /indicators/:id',
    run: indicator,
    reply: Type.Object({
      indicator: IndicatorEntry,
      asOf: Type.String(),
      known: Type.String(),
      targets: Type.Array(TargetEntry),
      readings: Type.Array(ReadingEntry),
    }),
    summary: { zh: '一项指标：目标、状态、全部数据', en: 'One indicator: targets, status, every reading' },
  },
  { on: 'GET /readings', run: readings, reply: Type.Array(ReadingEntry), summary: { zh: '报送值', en: 'Readings' } },
  { on: 'GET /targets', run: targets, reply: Type.Array(TargetEntry), summary: { zh: '目标及其状态', en: 'Targets with their status' } },
]
