/** Readings in the exchange formats of statistical offices: what the SDMX door asks for. */
import { type Static, Type } from 'typebox'
import type { Language } from '../../core/messages.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { AskReadings } from './contract.ts'
import { keptByDay } from './kept.ts'
import { fail } from './messages.ts'
import { packWithReadings } from './reading/known.ts'
import { readingsAsOf } from './rules/known.ts'
import { sdmxCsvOf } from './rules/sdmx/csv.ts'
import { dataMessage, dataMessage1 } from './rules/sdmx/data.ts'
import type { Head } from './rules/sdmx/message.ts'
import { observationsOf } from './rules/sdmx/observations.ts'
import { type Asked, type Refused, type Selection, selected } from './rules/sdmx/query.ts'
import { availabilityMessage, STRUCTURE_TYPES, structureMessage } from './rules/sdmx/structure.ts'
import { AGENCY, DIMENSIONS, flowOf, STRUCTURE, TIME, VERSION } from './rules/sdmx/vocabulary.ts'
import { readings } from './views.ts'

const short = Type.Optional(Type.String({ maxLength: 100 }))
const long = Type.Optional(Type.String({ maxLength: 4000 }))
const language = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))

/** Which artefact: agencies, ids and versions as addresses have them, `all`, `latest`, `*`, `+` and `~` among them. */
const Artefact = { agency: short, id: long, version: short }
export const AskSdmxData = Type.Object({
  ...Artefact,
  /** Whose structure the data are asked by. */
  context: short,
  key: long,
  c: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 1000 }))),
  startPeriod: short,
  endPeriod: short,
  updatedAfter: short,
  asOf: short,
  firstNObservations: short,
  lastNObservations: short,
  dimensionAtObservation: short,
  detail: short,
  attributes: long,
  measures: short,
  includeHistory: short,
  component: short,
  language,
  format: Type.Optional(
    Type.Union([Type.Literal('json-2.0.0'), Type.Literal('json-1.0.0'), Type.Literal('csv-2.0.0'), Type.Literal('csv-1.0.0')]),
  ),
  labels: Type.Optional(Type.Union([Type.Literal('id'), Type.Literal('both')])),
})
export const AskSdmxStructure = Type.Object({ ...Artefact, type: short, item: short, references: short, detail: short, language })

/** An answer ready to be sent; `synthetic`: it is about a city that is invented. */
export type SdmxAnswer = { readonly text: string; readonly synthetic: boolean }

const ANY: ReadonlySet<string | undefined> = new Set([undefined, '', '*', 'all'])
const NEWEST: ReadonlySet<string | undefined> = new Set([...ANY, 'latest', '+', '~', VERSION, `${VERSION}.0`])
const isIn = (asked: string | undefined, known: string): boolean => ANY.has(asked) || asked?.split(/[,+]/).includes(known) === true
const isVersion = (asked: string | undefined): boolean => NEWEST.has(asked) || asked?.split(',').some((each) => NEWEST.has(each)) === true

const understood = <T extends object>(answer: T | Refused): T =>
  'problem' in answer ? fail(answer.problem, { what: answer.what }) : (answer as T)

const headOf = (look: Look, pack: Pack, asked: { readonly language?: Language }): Head => ({
  pack,
  today: look.today,
  language: asked.language ?? 'zh',
  asked: JSON.stringify(asked),
})

/** The business day of a day or of an instant. */
const dayOfInstant = (look: Look, text: string): string => {
  const instant = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(text) || Number.isNaN(instant.getTime())) return fail('plan.sdmx-syntax', { what: text })
  return text.length === 10 ? text : look.dayOf(instant)
}

const observationsKnown = keptByDay((pack: Pack, { asOf, known }) =>
  observationsOf(
    pack,
    [...pack.indicators.keys()].flatMap((id) => readingsAsOf(pack, id, asOf, known)),
  ),
)

type AskedData = Static<typeof AskSdmxData>

/** What is asked of the data, found; unknown where there is nothing, as SDMX has it. */
const found = async (look: Look, asked: AskedData): Promise<{ readonly pack: Pack; readonly selection: Selection }> => {
  const pack = await packWithReadings(look)
  const { context = 'dataflow', includeHistory = 'false' } = asked
  if (includeHistory !== 'false') fail('plan.sdmx-unsupported', { what: 'includeHistory' })
  if (context === 'provisionagreement') fail('plan.sdmx-unsupported', { what: 'provisionagreement' })
  const ids = context === 'datastructure' ? [STRUCTURE] : context === '*' ? [STRUCTURE, flowOf(pack)] : [flowOf(pack)]
  if (!['*', 'dataflow', 'datastructure'].includes(context)) fail('plan.sdmx-syntax', { what: context })
  if (!isIn(asked.agency, AGENCY) || !ids.some((id) => isIn(asked.id, id)) || !isVersion(asked.version))
    fail('plan.sdmx-flow', { flow: flowOf(pack), asked: [asked.agency, asked.id, asked.version].filter(Boolean).join(',').slice(0, 100) })
  const known = asked.asOf === undefined ? look.today : dayOfInstant(look, asked.asOf)
  const updatedAfter = asked.updatedAfter === undefined ? undefined : dayOfInstant(look, asked.updatedAfter)
  const question: Asked = { ...asked, updatedAfter }
  const selection = understood(selected(observationsKnown(pack, { asOf: look.today, known }), question))
  return selection.observations.length === 0 ? fail('plan.sdmx-none', {}) : { pack, selection }
}

/** Data as SDMX-JSON or SDMX-CSV. */
export const sdmxData = view('plan.sdmx-data', 'public', AskSdmxData, async (look, asked): Promise<SdmxAnswer> => {
  const { pack, selection } = await found(look, asked)
  const head = headOf(look, pack, asked)
  const { format = 'json-2.0.0', labels = 'id' } = asked
  const text =
    format === 'json-2.0.0'
      ? JSON.stringify(dataMessage(head, selection))
      : format === 'json-1.0.0'
        ? JSON.stringify(dataMessage1(head, selection))
        : sdmxCsvOf(head, selection, format === 'csv-2.0.0' ? '2.0.0' : '1.0.0', labels)
  return { text, synthetic: pack.synthetic }
})

/** Which values a question about data would find in each dimension. */
export const sdmxAvailability = view('plan.sdmx-availability', 'public', AskSdmxData, async (look, asked): Promise<SdmxAnswer> => {
  const { pack, selection } = await found(look, asked)
  const only = ANY.has(asked.component) ? null : (asked.component ?? null)
  if (only !== null && only !== TIME && !DIMENSIONS.some(({ id }) => id === only)) fail('plan.sdmx-syntax', { what: only })
  return { text: JSON.stringify(availabilityMessage(headOf(look, pack, asked), selection.observations, only)), synthetic: pack.synthetic }
})

/** The flow, its data structure, concepts and code lists as SDMX-JSON 2.0. */
export const sdmxStructure = view('plan.sdmx-structure', 'public', AskSdmxStructure, async (look, asked): Promise<SdmxAnswer> => {
  const pack = await packWithReadings(look)
  const type = ANY.has(asked.type) ? null : STRUCTURE_TYPES.find((each) => each === asked.type)
  if (type === undefined) return fail('plan.sdmx-unsupported', { what: asked.type ?? '' })
  const isOurs = isIn(asked.agency, AGENCY) && isVersion(asked.version)
  const message = structureMessage(headOf(look, pack, asked), {
    type,
    ids: ANY.has(asked.id) ? null : (asked.id ?? '').split(/[,+]/),
    item: ANY.has(asked.item) ? null : (asked.item ?? null),
    references: asked.references ?? 'none',
    detail: asked.detail ?? 'full',
  })
  if (message === null || !isOurs)
    return fail('plan.sdmx-artefact', {
      asked: [asked.type, asked.agency, asked.id, asked.version, asked.item].filter(Boolean).join('/').slice(0, 200),
    })
  return { text: JSON.stringify(understood(message)), synthetic: pack.synthetic }
})

/** Readings of one indicator or of all as SDMX-CSV 2.0, as of a day and as known on a day. */
export const readingsSdmx = view('plan.readings-sdmx', 'public', AskReadings, async (look, input): Promise<string> => {
  const pack = await packWithReadings(look)
  const selection = understood(selected(observationsOf(pack, await readings.run(look, input)), {}))
  return sdmxCsvOf({ pack, language: 'zh' }, selection, '2.0.0', 'id')
})
