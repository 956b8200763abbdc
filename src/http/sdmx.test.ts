import { beforeAll, describe, expect, it } from 'vitest'
import { postWith, somebody } from '../../test/people.ts'
import { dataSchema, dataSchema1, faultsOf, structureSchema } from '../../test/sdmx.ts'
import { freshApi } from '../../test/site.ts'
import { approveReadings, enterReading } from '../modules/plan/index.ts'

const { api, app, database } = await freshApi('xincheng', { now: '2026-06-30T04:00:00Z' })

const ask = (url: string, headers: Readonly<Record<string, string>> = {}) => api.inject({ url: `/sdmx${url}`, headers })
const FLOW = 'PLANWRIGHT,XINCHENG_READINGS,1.0'
const V2 = 'dataflow/PLANWRIGHT/XINCHENG_READINGS/1.0'
const JSON1 = { accept: 'application/vnd.sdmx.data+json;version=1.0.0' }
type Value = { readonly id?: string; readonly value?: unknown; readonly name?: string }
type Part = { readonly id: string; readonly values: readonly Value[] }
type Data = {
  readonly data: {
    readonly structures: readonly {
      readonly dimensions: Record<string, readonly Part[]>
      readonly attributes: Record<string, readonly Part[]>
    }[]
    readonly dataSets: readonly {
      readonly series?: Record<
        string,
        { readonly attributes: readonly number[]; readonly observations: Record<string, readonly unknown[]> }
      >
      readonly observations?: Record<string, readonly unknown[]>
    }[]
  }
}

/** Every observation of a 2.0 message as `indicator scope period value`, whatever stands where. */
const told = ({ data }: Data): readonly string[] => {
  const [{ dimensions, attributes } = { dimensions: {}, attributes: {} }] = data.structures
  const [set] = data.dataSets
  const dimensionsOf = (level: string, key: string) =>
    key.split(':').map((place, index) => {
      const part = dimensions[level]?.[index]
      return [part?.id, part?.values[Number(place)]?.id ?? part?.values[Number(place)]?.value] as const
    })
  const rows = set?.observations
    ? Object.entries(set.observations).map(([key, cells]) => [...dimensionsOf('observation', key), ['VALUE', cells[0]] as const])
    : Object.entries(set?.series ?? {}).flatMap(([series, { observations }]) =>
        Object.entries(observations).map(([key, cells]) => [
          ...dimensionsOf('series', series),
          ...dimensionsOf('observation', key),
          ['VALUE', cells[0]] as const,
        ]),
      )
  expect(attributes.dataSet?.map(({ id }) => id)).toEqual(['SYNTHETIC'])
  return rows
    .map((row) => Object.fromEntries(row) as Record<string, unknown>)
    .map((row) => [row.INDICATOR, row.FREQ, row.TIME_PERIOD, row.VALUE].join(' '))
    .sort()
}

describe('data', () => {
  it.each([
    ['of the whole flow', `/data/${FLOW}`],
    ['of REST 2', `/data/${V2}`],
    ['of REST 2 by structure', '/data/datastructure/PLANWRIGHT/READINGS/+'],
    ['flat', `/data/${V2}?dimensionAtObservation=AllDimensions`],
    ['by indicator', `/data/${V2}?dimensionAtObservation=INDICATOR`],
    ['without attributes', `/data/${FLOW}/all?detail=dataonly`],
    ['keys only', `/data/${FLOW}/all?detail=serieskeysonly`],
    ['series only', `/data/${FLOW}/all?detail=nodata`],
    ['without values', `/data/${V2}/*?measures=none`],
  ])('%s are messages that the standard allows, in 2.0 and in 1.0', async (_what, url) => {
    const [two, one] = [await ask(url), await ask(url, JSON1)]
    expect([two.statusCode, two.headers['content-type']]).toEqual([200, 'application/vnd.sdmx.data+json;version=2.0.0'])
    expect([one.statusCode, one.headers['content-type']]).toEqual([200, 'application/vnd.sdmx.data+json;version=1.0.0'])
    expect(faultsOf(dataSchema, two.json())).toEqual([])
    expect(faultsOf(dataSchema1, one.json())).toEqual([])
  })

  it('are the same however they are laid out', async () => {
    const all = ['', '?dimensionAtObservation=AllDimensions', '?dimensionAtObservation=INDICATOR', '?dimensionAtObservation=FREQ']
    const answers = await Promise.all(all.map(async (query) => told((await ask(`/data/${V2}${query}`)).json() as Data)))
    expect(answers[0]).toContain('stations A 2024 22')
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('say on every way that a city is invented', async () => {
    const json = await ask(`/data/${V2}`)
    expect(json.json()).toMatchObject({ meta: { test: true, sender: { id: 'PLANWRIGHT' } } })
    expect(json.headers['x-planwright-synthetic']).toBe('true')
    const { body } = await ask(`/data/${V2}?format=csv`)
    const [head = '', line = ''] = body.split('\n')
    expect(line.split(',')[head.split(',').indexOf('SYNTHETIC')]).toBe('true')
  })

  it('keep every digit of a value', async () => {
    const { body } = await ask(`/data/${FLOW}/core_share..?detail=dataonly`)
    expect(body).toContain('[7.4]')
    expect(body).toContain('[9.1]')
  })

  it.each([
    ['application/vnd.sdmx.data+csv;version=2.0.0', 'application/vnd.sdmx.data+csv;version=2.0.0;charset=utf-8', 'STRUCTURE,'],
    [
      'application/vnd.sdmx.data+csv;version=1.0.0;labels=both',
      'application/vnd.sdmx.data+csv;version=1.0.0;charset=utf-8',
      'DATAFLOW,INDICATOR: 指标,',
    ],
    ['text/csv, */*;q=0.1', 'text/csv;charset=utf-8', 'STRUCTURE,'],
    ['application/json', 'application/json', '{"meta"'],
    ['application/vnd.sdmx.data+json;version=1.0.0-wd', 'application/vnd.sdmx.data+json;version=1.0.0', '{"meta"'],
    [
      'application/vnd.sdmx.structurespecificdata+xml;version=2.1, application/vnd.sdmx.data+json;q=0.5',
      'application/vnd.sdmx.data+json;version=2.0.0',
      '{"meta"',
    ],
  ])('come as %s', async (accept, type, start) => {
    const reply = await ask(`/data/${FLOW}`, { accept })
    expect([reply.statusCode, reply.headers['content-type'], reply.headers.vary]).toEqual([200, type, expect.stringContaining('accept')])
    expect(reply.body.startsWith(start)).toBe(true)
  })

  it('speak the reader’s language and name everything in both', async () => {
    const reply = await ask(`/data/${V2}/stations.*.*`, { 'accept-language': 'en' })
    expect(reply.headers['content-language']).toBe('en')
    const [structure] = (reply.json() as Data).data.structures
    expect(structure?.dimensions.series?.[0]?.values[0]).toEqual({
      id: 'stations',
      name: '5G stations per 10,000 people',
      names: { zh: '每万人5G基站数', en: '5G stations per 10,000 people' },
    })
  })

  it('are the same bytes for whoever has them already, and open to other sites', async () => {
    const first = await ask(`/data/${V2}`, { origin: 'https://example.org' })
    expect(first.headers['access-control-allow-origin']).toBe('*')
    expect((await ask(`/data/${V2}`, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304)
  })

  it('are as they were known on a day, and what is new since one', async () => {
    const periods = async (query: string) => told((await ask(`/data/${V2}/stations.*.*${query}`)).json() as Data)
    expect(await periods('?asOf=2024-12-31')).toEqual(['stations A 2023 18.5'])
    expect(await periods('?updatedAfter=2025-01-01T00:00:00Z')).toEqual(['stations A 2024 22'])
    expect(await periods('?startPeriod=2024&endPeriod=2024-Q4')).toEqual(['stations A 2024 22'])
    expect(await periods('?c%5BTIME_PERIOD%5D=ge:2024%2Ble:2025')).toEqual(['stations A 2024 22'])
  })
})

describe('readings that were entered here', () => {
  beforeAll(async () => {
    const [typist, checker] = await Promise.all(
      ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
    )
    const typed = {
      indicator: 'stations',
      series: '快报',
      period: '2025',
      value: '27.50',
      title: '快报',
      status: 'provisional',
      scope: '按月推算',
    }
    const { id } = await app.perform(typist!, enterReading, typed)
    await app.perform(checker!, approveReadings, { readings: [id] })
  })
  it('are provisional where they are, and a new scope says how it differs', async () => {
    const { body } = await ask('/data/XINCHENG_READINGS/stations..?startPeriod=2025&format=csv')
    const [head = '', line = ''] = body.trimEnd().split('\n')
    const cells = Object.fromEntries(head.split(',').map((name, index) => [name, line.split(',')[index]]))
    expect(cells).toMatchObject({ SCOPE: '快报', OBS_VALUE: '27.50', OBS_STATUS: 'P', SCOPE_NOTE: '按月推算', PUBLISHED: '2026-06-30' })
    expect(body).toContain('not comparable with values before')
  })
  it('were not known the day before', async () => {
    expect((await ask('/data/XINCHENG_READINGS/stations..?startPeriod=2025&asOf=2026-06-29')).statusCode).toBe(404)
  })
})

describe('structures', () => {
  it.each([
    '/structure/*/*/*/*',
    `/structure/${V2}?references=all`,
    `/structure/${V2}?references=descendants&detail=referencestubs`,
    '/dataflow/all/all/latest',
    '/dataflow/PLANWRIGHT/XINCHENG_READINGS?references=children',
    '/datastructure/PLANWRIGHT/READINGS/1.0?references=parentsandsiblings',
    '/codelist/PLANWRIGHT/CL_INDICATOR/1.0/stations',
    '/conceptscheme/PLANWRIGHT?detail=allstubs',
    `/availability/${V2}/stations.*.*`,
    `/availability/${V2}/*/INDICATOR`,
    `/availableconstraint/${FLOW}/all/all/TIME_PERIOD`,
  ])('%s is a message that the standard allows', async (url) => {
    const reply = await ask(url)
    expect([reply.statusCode, reply.headers['content-type']], reply.body).toEqual([
      200,
      'application/vnd.sdmx.structure+json;version=2.0.0',
    ])
    expect(faultsOf(structureSchema, reply.json())).toEqual([])
  })

  it('name every code that the data use', async () => {
    const structure = (await ask('/codelist/all/all/latest')).json() as {
      data: { codelists: readonly { id: string; codes: readonly { id: string }[] }[] }
    }
    const lists = new Map(structure.data.codelists.map(({ id, codes }) => [id, new Set(codes.map((each) => each.id))]))
    const { data } = (await ask(`/data/${V2}`)).json() as Data
    const parts = data.structures.flatMap(({ dimensions, attributes }) =>
      [...Object.values(dimensions), ...Object.values(attributes)].flat(),
    )
    const used = parts.flatMap(({ id, values }) =>
      values.flatMap((each) => (each.id === undefined ? [] : [[`CL_${id}`, each.id] as const])),
    )
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter(([list, code]) => !lists.get(list)?.has(code))).toEqual([])
  })

  it('bring what they stand on when they are asked to, and one item when it is named', async () => {
    const parts = async (url: string) =>
      (await ask(url)).json() as { data: Record<string, readonly { codes?: readonly unknown[]; isPartial?: boolean }[]> }
    expect(Object.keys((await parts(`/structure/${V2}?references=all`)).data)).toEqual([
      'dataflows',
      'dataStructures',
      'conceptSchemes',
      'codelists',
    ])
    expect(Object.keys((await parts('/datastructure/all/READINGS?references=codelist')).data)).toEqual(['dataStructures', 'codelists'])
    const [list] = (await parts('/codelist/PLANWRIGHT/CL_INDICATOR/1.0/stations')).data.codelists ?? []
    expect([list?.codes?.length, list?.isPartial]).toEqual([1, true])
  })

  it('say which values there are, and how many observations', async () => {
    const { data } = (await ask(`/availability/${V2}/stations.*.*?endPeriod=2024`)).json() as {
      data: { dataConstraints: readonly object[] }
    }
    expect(data.dataConstraints[0]).toMatchObject({
      cubeRegions: [
        { keyValues: [{ id: 'INDICATOR', values: ['stations'] }, { id: 'SERIES' }, { id: 'FREQ', values: ['A'] }, { id: 'TIME_PERIOD' }] },
      ],
      annotations: [
        { id: 'obs_count', title: '2' },
        { id: 'series_count', title: '1' },
      ],
    })
  })
})

describe('what cannot be answered', () => {
  it.each([
    ['/data/OTHER,FLOW,1.0', 404, 100, 'plan.sdmx-flow'],
    [`/data/${FLOW},9.9`.replace('1.0,9.9', '9.9'), 404, 100, 'plan.sdmx-flow'],
    [`/data/${FLOW}/nothing..`, 404, 100, 'plan.sdmx-none'],
    [`/data/${FLOW}/stations`, 400, 140, 'plan.sdmx-syntax'],
    [`/data/${FLOW}?updatedAfter=yesterday`, 400, 140, 'plan.sdmx-syntax'],
    [`/data/${FLOW}?asOf=2024-02-31T25:00`, 400, 140, 'plan.sdmx-syntax'],
    [`/data/${V2}?includeHistory=true`, 501, 501, 'plan.sdmx-unsupported'],
    ['/data/provisionagreement/A/B/1.0', 501, 501, 'plan.sdmx-unsupported'],
    [`/data/${FLOW}?format=xml`, 406, 140, 'plan.sdmx-format'],
    [`/data/${FLOW}/${'x'.repeat(5000)}`, 400, 140, 'kernel.input'],
    ['/structure/categoryscheme/all/all/all', 501, 501, 'plan.sdmx-unsupported'],
    ['/codelist/PLANWRIGHT/CL_NOTHING', 404, 100, 'plan.sdmx-artefact'],
    ['/codelist/OTHER/CL_INDICATOR', 404, 100, 'plan.sdmx-artefact'],
    ['/dataflow/all?references=everything', 400, 140, 'plan.sdmx-syntax'],
    ['/dataflow/all?detail=everything', 400, 140, 'plan.sdmx-syntax'],
    [`/availability/${V2}/*/NOTHING`, 400, 140, 'plan.sdmx-syntax'],
    ['/schema/dataflow/A/B/1.0', 501, 501, 'plan.sdmx-unsupported'],
  ])('%s is refused in the form of the standard: %i', async (url, status, number, code) => {
    const reply = await ask(url)
    const message = reply.json() as { errors: readonly { code: number; titles: object; links: readonly { urn: string }[] }[] }
    expect([reply.statusCode, message.errors[0]?.code, message.errors[0]?.links[0]?.urn]).toEqual([
      status,
      number,
      `urn:planwright:${code}`,
    ])
    expect(Object.keys(message.errors[0]?.titles ?? {})).toEqual(['zh', 'en'])
    expect(faultsOf(dataSchema, message)).toEqual([])
  })

  it('is a format there is none of', async () => {
    const xml = await ask(`/data/${FLOW}`, { accept: 'application/vnd.sdmx.genericdata+xml;version=2.1' })
    const old = await ask('/dataflow/all', { accept: 'application/vnd.sdmx.structure+json;version=1.0.0' })
    const labels = await ask(`/data/${FLOW}`, { accept: 'application/vnd.sdmx.data+csv;labels=name' })
    expect([xml.statusCode, old.statusCode, labels.statusCode]).toEqual([406, 406, 406])
  })
})
