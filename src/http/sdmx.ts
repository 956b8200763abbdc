/** SDMX below /sdmx: the web service of statistical offices, in both of its forms, over the readings of the plan. Its addresses, formats and errors are the standard's. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { Language } from '../core/messages.ts'
import { Failure } from '../kernel/failure.ts'
import { VISITOR } from '../kernel/who.ts'
import { plan, type SdmxAnswer, sdmxAvailability, sdmxData, sdmxStructure } from '../modules/plan/index.ts'
import { type ApiOptions, BODY_LIMIT, FRESH, protect } from './api.ts'
import { negotiated, type Offer } from './media-type.ts'
import { failureAt, languageOf, statusOf } from './problem.ts'
import { noteRefusal, noteWho } from './security-log.ts'

type Format = 'json-2.0.0' | 'json-1.0.0' | 'csv-2.0.0' | 'csv-1.0.0'

const JSON_DATA = 'application/vnd.sdmx.data+json'
const CSV_DATA = 'application/vnd.sdmx.data+csv'
const JSON_STRUCTURE = 'application/vnd.sdmx.structure+json'

/** The first is what is sent to whoever does not say. */
const DATA: readonly Offer<Format>[] = [
  { type: JSON_DATA, version: '2.0.0', format: 'json-2.0.0' },
  { type: JSON_DATA, version: '1.0.0', format: 'json-1.0.0' },
  { type: CSV_DATA, version: '2.0.0', format: 'csv-2.0.0' },
  { type: CSV_DATA, version: '1.0.0', format: 'csv-1.0.0' },
  { type: 'application/json', version: null, format: 'json-2.0.0' },
  { type: 'text/csv', version: null, format: 'csv-2.0.0' },
]
const STRUCTURES: readonly Offer<'json-2.0.0'>[] = [
  { type: JSON_STRUCTURE, version: '2.0.0', format: 'json-2.0.0' },
  { type: 'application/json', version: null, format: 'json-2.0.0' },
]
/** For whoever can type an address and no header, such as a spreadsheet: `?format=csv`. */
const BY_NAME: Readonly<Record<string, string>> = { csv: CSV_DATA, json: JSON_DATA, structure: JSON_STRUCTURE }

const nothingFits = (): never => {
  throw new Failure('plan.sdmx-format', plan.messages['plan.sdmx-format']!)
}
const offerFor = <F>(request: FastifyRequest, offers: readonly Offer<F>[]) => {
  const { format } = request.query as Readonly<Record<string, string | undefined>>
  const byName = format === undefined ? undefined : Object.hasOwn(BY_NAME, format) ? BY_NAME[format] : nothingFits()
  return negotiated(byName ?? request.headers.accept, offers) ?? nothingFits()
}

/** What the standard numbers its errors by. */
const SDMX_CODES: Readonly<Record<number, number>> = {
  400: 140,
  401: 110,
  404: 100,
  406: 140,
  413: 130,
  422: 150,
  429: 503,
  501: 501,
  503: 503,
}
const STATUS: Readonly<Record<string, number>> = { 'plan.sdmx-format': 406, 'plan.sdmx-unsupported': 501 }

/** The errors of a message, in its own form; our code is in the link, whatever the language. */
const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const failure = failureAt(error, BODY_LIMIT)
  noteRefusal(request, failure.code)
  const status = STATUS[failure.code] ?? statusOf(failure)
  const language = languageOf(request.query, request.headers['accept-language'])
  const isStructure = !/^\/sdmx\/data(\/|\?|$)/.test(request.url)
  const { text } = failure
  return reply
    .code(status)
    .type(`${isStructure ? JSON_STRUCTURE : JSON_DATA};version=2.0.0`)
    .headers({ 'cache-control': 'no-store', vary: 'accept, accept-language', 'content-language': language })
    .send(
      Buffer.from(
        JSON.stringify({
          errors: [
            {
              code: SDMX_CODES[status] ?? 500,
              title: text[language],
              titles: text,
              links: [{ rel: 'describedby', urn: `urn:planwright:${failure.code}` }],
            },
          ],
        }),
      ),
    )
}

const send = (reply: FastifyReply, language: Language, type: string, { text, synthetic }: SdmxAnswer): FastifyReply =>
  reply
    .type(type)
    .headers({
      'cache-control': FRESH,
      vary: 'accept, accept-language',
      'content-language': language,
      'x-planwright-synthetic': String(synthetic),
      ...(type.includes('csv') ? { 'content-disposition': 'attachment; filename="readings.sdmx.csv"' } : {}),
    })
    // As bytes, so that the media type stays as the standard writes it.
    .send(Buffer.from(text))

const PARAMETERS = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'asOf',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'attributes',
  'measures',
  'includeHistory',
] as const

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
const one = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])
const named = (query: Query, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (one(query[name]) === undefined ? [] : [[name, one(query[name])]])))

/** `c[FREQ]=A` of REST 2, by component. */
const componentsIn = (query: Query) => {
  const found = Object.entries(query).flatMap(([name, value]) => {
    const [, id] = /^c\[(\w+)\]$/.exec(name) ?? []
    return id === undefined ? [] : [[id, one(value) ?? '']]
  })
  return found.length === 0 ? {} : { c: Object.fromEntries(found) as Record<string, string> }
}

const CONTEXTS: ReadonlySet<string | undefined> = new Set(['dataflow', 'datastructure', 'provisionagreement', '*'])
const given = (values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])))

/** `data/dataflow/AGENCY/ID/VERSION/KEY/COMPONENT` of REST 2, or `data/AGENCY,ID,VERSION/KEY/PROVIDER/COMPONENT` of REST 1. */
const askedIn = (segments: readonly string[]) => {
  const [start = '', ...rest] = segments
  if (CONTEXTS.has(start)) {
    const [agency, id, version, key, component] = rest
    return given({ context: start, agency, id, version, key, component })
  }
  const parts = start.split(',')
  const [agency, id, version] = parts.length === 1 ? [undefined, parts[0], undefined] : parts
  const [key, , component] = rest
  return given({ agency, id, version, key, component })
}
const structureIn = ([type, agency, id, version, item]: readonly string[]) => given({ type, agency, id, version, item })

const answerOf = async (app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const [service = '', ...segments] = ((request.params as { '*'?: string })['*'] ?? '').split('/')
  const query = request.query as Query
  const language = languageOf(query, request.headers['accept-language'])
  if (service === 'data') {
    const { offer, wanted } = offerFor(request, DATA)
    const labels = wanted?.parameters.get('labels') ?? one(query.labels) ?? 'id'
    if (labels !== 'id' && labels !== 'both') nothingFits()
    const answer = await app.perform(VISITOR, sdmxData, {
      ...askedIn(segments),
      ...named(query, PARAMETERS),
      ...componentsIn(query),
      language,
      format: offer.format,
      labels: labels === 'both' ? 'both' : 'id',
    })
    const type = `${offer.type}${offer.version === null ? '' : `;version=${offer.version}`}`
    return send(reply, language, `${type}${offer.format.startsWith('csv') ? ';charset=utf-8' : ''}`, answer)
  }
  const { offer } = offerFor(request, STRUCTURES)
  const type = `${offer.type}${offer.version === null ? '' : `;version=${offer.version}`}`
  if (service === 'availability' || service === 'availableconstraint') {
    const asked = { ...askedIn(segments), ...named(query, PARAMETERS), ...componentsIn(query), language }
    return send(reply, language, type, await app.perform(VISITOR, sdmxAvailability, asked))
  }
  const asked = {
    ...structureIn(service === 'structure' ? segments : [service, ...segments]),
    ...named(query, ['references', 'detail']),
    language,
  }
  return send(reply, language, type, await app.perform(VISITOR, sdmxStructure, asked))
}

export const mountSdmx = async (server: FastifyInstance, app: App, { requestsPerMinute }: ApiOptions): Promise<void> => {
  await protect(server, requestsPerMinute)
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply))
  server.get('/*', async (request, reply) => {
    noteWho(request, VISITOR)
    return answerOf(app, request, reply)
  })
}
