/** What a client asks of the data, in the words of both versions of the SDMX web service. */
import { type Day, spanOf } from '../../../../core/dates.ts'
import type { Observation } from './observations.ts'
import { periodOf } from './period.ts'
import { ATTRIBUTES, COMPONENTS, type Component, componentOf, DIMENSIONS, TIME } from './vocabulary.ts'

/** As it came in an address; `updatedAfter` is the business day of the instant that was asked for. `c`: values by component. */
export type Asked = {
  readonly key?: string | undefined
  readonly c?: Readonly<Record<string, string>> | undefined
  readonly startPeriod?: string | undefined
  readonly endPeriod?: string | undefined
  readonly updatedAfter?: Day | undefined
  readonly firstNObservations?: string | undefined
  readonly lastNObservations?: string | undefined
  readonly dimensionAtObservation?: string | undefined
  readonly detail?: string | undefined
  readonly attributes?: string | undefined
  readonly measures?: string | undefined
}

/** What is to be answered. `at`: the dimension at the observations; null: all of them. */
export type Selection = {
  readonly observations: readonly Observation[]
  readonly at: string | null
  readonly attributes: readonly Component[]
  readonly hasValues: boolean
  readonly hasObservations: boolean
}
export type Refused = { readonly problem: 'plan.sdmx-syntax' | 'plan.sdmx-unsupported'; readonly what: string }

type Test = (observation: Observation) => boolean
const isRefused = (value: unknown): value is Refused => typeof value === 'object' && value !== null && 'problem' in value
const syntax = (what: string): Refused => ({ problem: 'plan.sdmx-syntax', what: what.slice(0, 100) })
const all: Test = () => true

/** One key: a code, several with `+`, or nothing or `*` for any, for each dimension. */
const keyTest = (key: string): Test | Refused => {
  const parts = key.split('.')
  if (parts.length !== DIMENSIONS.length) return syntax(`key ${key}`)
  const wanted = parts.map((part) => (part === '' || part === '*' ? null : new Set(part.split(/[+ ]/))))
  return ({ cells }) => DIMENSIONS.every(({ id }, index) => wanted[index]?.has(cells[id] ?? '') ?? true)
}

const either = (tests: readonly (Test | Refused)[]): Test | Refused => {
  const refused = tests.find(isRefused)
  return refused ?? ((observation) => tests.some((test) => !isRefused(test) && test(observation)))
}
const both = (tests: readonly (Test | Refused)[]): Test | Refused => {
  const refused = tests.find(isRefused)
  return refused ?? ((observation) => tests.every((test) => !isRefused(test) && test(observation)))
}

const keysTest = (key: string | undefined): Test | Refused =>
  key === undefined || key === '' || key === 'all' || key === '*' ? all : either(key.split(',').map(keyTest))

/** Compares a period by its ends: `ge` begins no earlier, `le` ends no later. */
const timeTest = (operator: string, value: string): Test | Refused => {
  const period = periodOf(value)
  const span = spanOf(period)
  if (!span) return syntax(`${TIME} ${value}`)
  const tests: Readonly<Record<string, Test>> = {
    eq: ({ cells }) => periodOf(cells[TIME] ?? '') === period,
    ne: ({ cells }) => periodOf(cells[TIME] ?? '') !== period,
    ge: ({ first }) => first >= span.first,
    gt: ({ first }) => first > span.last,
    le: ({ last }) => last <= span.last,
    lt: ({ last }) => last < span.first,
  }
  return tests[operator] ?? syntax(`${operator}:${value}`)
}
const textTest = (id: string, operator: string, value: string): Test | Refused => {
  const tests: Readonly<Record<string, (text: string) => boolean>> = {
    eq: (text) => text === value,
    ne: (text) => text !== value,
    co: (text) => text.includes(value),
    nc: (text) => !text.includes(value),
    sw: (text) => text.startsWith(value),
    ew: (text) => text.endsWith(value),
  }
  const test = tests[operator]
  return test ? ({ cells }) => test(cells[id] ?? '') : { problem: 'plan.sdmx-unsupported', what: `c[${id}]=${operator}:` }
}

/** `ge:2020+le:2022` is both, `A,M` is either; a plus that came as a space is a plus. */
const componentTest = ([id, values]: readonly [string, string]): Test | Refused => {
  if (!componentOf(id)) return syntax(`c[${id}]`)
  return either(
    values.split(',').map((value) =>
      both(
        value.split(/[+ ](?=(?:eq|ne|lt|le|gt|ge|co|nc|sw|ew):)/).map((each) => {
          const [, operator = 'eq', text = ''] = /^(?:(\w\w):)?(.*)$/s.exec(each) ?? []
          return id === TIME ? timeTest(operator, text) : textTest(id, operator, text)
        }),
      ),
    ),
  )
}

const countOf = (text: string | undefined, name: string): number | null | Refused =>
  text === undefined ? null : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : syntax(`${name}=${text}`)

const seriesOf = ({ cells }: Observation): string => DIMENSIONS.map(({ id }) => cells[id]).join('.')

/** The first and the last observations of each series; they are in the order of time. */
const cut = (observations: readonly Observation[], first: number | null, last: number | null): readonly Observation[] =>
  first === null && last === null
    ? observations
    : [...Map.groupBy(observations, seriesOf).values()].flatMap((own) => {
        const heads = new Set(first === null ? [] : own.slice(0, first))
        const tails = new Set(last === null ? [] : own.slice(-last))
        return own.filter((each) => heads.has(each) || tails.has(each))
      })

const LEVELS: Readonly<Record<string, (component: Component) => boolean>> = {
  all: () => true,
  dsd: () => true,
  none: () => false,
  msd: () => false,
  dataset: ({ of }) => of === 'dataflow',
  series: ({ of }) => typeof of !== 'string',
  obs: ({ of }) => of === 'observation',
}
const attributesIn = (text: string): readonly Component[] | Refused => {
  const wanted = text.split(',')
  const strange = wanted.find((each) => !Object.hasOwn(LEVELS, each) && !ATTRIBUTES.some(({ id }) => id === each))
  if (strange !== undefined) return syntax(`attributes=${strange}`)
  return ATTRIBUTES.filter((each) => wanted.some((name) => (Object.hasOwn(LEVELS, name) ? LEVELS[name]?.(each) : each.id === name)))
}

const DETAILS: Readonly<Record<string, { readonly attributes: string; readonly hasValues: boolean }>> = {
  full: { attributes: 'all', hasValues: true },
  dataonly: { attributes: 'none', hasValues: true },
  serieskeysonly: { attributes: 'none', hasValues: false },
  nodata: { attributes: 'dataset,series', hasValues: false },
}

/** The observations somebody asks for and how they are to be told, or what of the question is not understood. */
export const selected = (observations: readonly Observation[], asked: Asked): Selection | Refused => {
  const detail = Object.hasOwn(DETAILS, asked.detail ?? 'full') ? DETAILS[asked.detail ?? 'full'] : undefined
  if (!detail) return syntax(`detail=${asked.detail}`)
  const at = asked.dimensionAtObservation ?? TIME
  if (at !== 'AllDimensions' && at !== TIME && !DIMENSIONS.some(({ id }) => id === at)) return syntax(`dimensionAtObservation=${at}`)
  const { updatedAfter } = asked
  const test = both([
    keysTest(asked.key),
    ...Object.entries(asked.c ?? {}).map(componentTest),
    asked.startPeriod === undefined ? all : timeTest('ge', asked.startPeriod),
    asked.endPeriod === undefined ? all : timeTest('le', asked.endPeriod),
    updatedAfter === undefined ? all : ({ known }) => known !== null && known >= updatedAfter,
  ])
  const first = countOf(asked.firstNObservations, 'firstNObservations')
  const last = countOf(asked.lastNObservations, 'lastNObservations')
  const attributes = attributesIn(asked.attributes ?? detail.attributes)
  const measures = asked.measures ?? (detail.hasValues ? 'all' : 'none')
  if (!['all', 'none', 'OBS_VALUE'].includes(measures)) return syntax(`measures=${measures}`)
  for (const each of [test, first, last, attributes]) if (isRefused(each)) return each
  return {
    observations: cut(observations.filter(test as Test), first as number | null, last as number | null),
    at: at === 'AllDimensions' ? null : at,
    attributes: attributes as readonly Component[],
    hasValues: measures !== 'none',
    hasObservations: detail.hasValues || at === 'AllDimensions',
  }
}

/** The dimensions and attributes that stand at each series; all others stand at each observation. */
export const placed = ({ at, attributes }: Selection) => {
  const dimensions = COMPONENTS.filter(({ role }) => role === 'dimension' || role === 'time')
  const series = at === null ? [] : dimensions.filter(({ id }) => id !== at)
  const isSeries = ({ of }: Component): boolean => typeof of !== 'string' && of.every((id) => series.some((each) => each.id === id))
  return {
    dimensions: { series, observation: dimensions.filter((each) => !series.includes(each)) },
    attributes: {
      dataSet: attributes.filter(({ of }) => of === 'dataflow'),
      series: attributes.filter(isSeries),
      observation: attributes.filter((each) => each.of !== 'dataflow' && !isSeries(each)),
    },
  }
}
