import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { freshApi } from '../../test/site.ts'
import { siteOf } from './server.ts'

const { api, app, database } = await freshApi()

const post = (payload: string | Buffer | object, headers: Readonly<Record<string, string>> = {}) =>
  api.inject({ method: 'POST', url: '/api/v1/decide', payload, headers: { 'content-type': 'application/json', ...headers } })
const decide = (facts: object, more: object = {}) => post({ facts, ...more })

/** Status and code of a refusal, and the codes of its fields; fails if it is no problem document. */
const refusal = (reply: Awaited<ReturnType<typeof post>>): readonly [number, string, ...string[]] => {
  expect(reply.headers['content-type'], reply.body).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers['cache-control']).toBe('no-store')
  const problem = reply.json() as { status: number; code: string; type: string; title: string; errors?: { field: string; code: string }[] }
  expect(problem.status).toBe(reply.statusCode)
  expect(problem.type).toBe(`/api#${problem.code}`)
  expect(problem.title).not.toBe('')
  return [reply.statusCode, problem.code, ...(problem.errors ?? []).map((each) => `${each.field} ${each.code}`)]
}

describe('a body that is none', () => {
  it.each([
    ['nothing', '', [400, 'kernel.body-form', '/ json']],
    ['no JSON', '{"facts":', [400, 'kernel.body-form', '/ json']],
    ['a text', '"facts"', [400, 'kernel.body-form']],
    ['a list', '[]', [400, 'kernel.body-form']],
    ['null', 'null', [400, 'kernel.body-form']],
    ['NaN', '{"facts":{"营业收入":NaN}}', [400, 'kernel.body-form', '/ json']],
    ['a number with a leading zero', '{"facts":{"营业收入":01}}', [400, 'kernel.body-form', '/ json']],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), [400, 'kernel.body-form']],
    ['GB18030', Buffer.from('7b22cad3c6b5223a317d', 'hex'), [400, 'kernel.body-form']],
    ['a thousand levels', `{"facts":{"营业收入":${'['.repeat(1000)}${']'.repeat(1000)}}}`, [400, 'kernel.body-form', '/ json']],
    ['a name twice', '{"facts":{"营业收入":"1","营业收入":"2"}}', [400, 'kernel.body-form', '/ json']],
  ])('is refused: %s', async (_what, payload, expected) => {
    expect(refusal(await post(payload))).toEqual(expected)
  })

  it('is refused as too large with 10 MB', async () => {
    const reply = await post(`{"facts":{"营业收入":"${'1'.repeat(10_000_000)}"}}`)
    expect(refusal(reply)).toEqual([413, 'kernel.body-large'])
    expect(reply.json().params).toEqual({ limit: 262144 })
  })

  it('is refused in another type', async () => {
    expect(refusal(await post('facts=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([415, 'kernel.media-type'])
    expect(refusal(await post('<facts/>', { 'content-type': 'text/xml' }))).toEqual([415, 'kernel.media-type'])
  })
})

describe('input that does not fit the contract', () => {
  it.each([
    ['facts missing', {}, ['facts kernel.field-missing']],
    ['facts as a list', { facts: [] }, ['facts kernel.field-type']],
    ['a misspelt name', { facts: {}, onn: '2025-01-01' }, ['onn kernel.field-unknown']],
    ['10,000 facts', { facts: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1])) }, ['facts kernel.field-long']],
    ['a long day', { facts: {}, on: '2025-01-01T00:00:00Z' }, ['on kernel.field-long']],
    ['a trace of another type', { facts: {}, trace: 'yes' }, ['trace kernel.field-type']],
  ])('names the field: %s', async (_what, body, fields) => {
    expect(refusal(await post(body))).toEqual([400, 'kernel.input', ...fields])
  })

  it('says it in the language asked for', async () => {
    const titles = async (url: string, headers = {}) => {
      const reply = await api.inject({ url, headers })
      return reply.json().title as string
    }
    const zh = '没有措施“x”。全部措施见 /measures。'
    const en = 'There is no measure "x". All of them are at /measures.'
    expect(await titles('/api/v1/measures/x')).toBe(zh)
    expect(await titles('/api/v1/measures/x?lang=en')).toBe(en)
    expect(await titles('/api/v1/measures/x', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.2' })).toBe(en)
    expect(await titles('/api/v1/measures/x', { 'accept-language': 'fr, en;q=0.3, zh-CN;q=0.8' })).toBe(zh)
    expect(await titles('/api/v1/measures/x?lang=zh', { 'accept-language': 'en' })).toBe(zh)
  })

  it('gives machines the parameters', async () => {
    const reply = await api.inject('/api/v1/measures/research-subsidi')
    expect(refusal(reply)).toEqual([404, 'measure.unknown'])
    expect(reply.json().params).toEqual({ measure: 'research-subsidi' })
  })
})

describe('a row that is none', () => {
  const explain = (payload: object) => api.inject({ method: 'POST', url: '/api/v1/explain', payload })
  it.each([
    ['too few cells', { row: 'E1,growth-award,undetermined,6', on: '2025-06-30' }, [400, 'measure.row']],
    ['no such status', { row: 'E1,growth-award,paid,5,0', on: '2025-06-30' }, [400, 'measure.row']],
    ['no such measure', { row: 'E1,growth-awards,undetermined,,6', on: '2025-06-30' }, [404, 'measure.unknown']],
    ['no such measure in its run', { row: 'E1,growth-award,undetermined,,6', on: '2025-06-30', measures: ['x'] }, [404, 'measure.unknown']],
    ['no such day', { row: 'E1,growth-award,undetermined,,6', on: '2025-06-31' }, [400, 'measure.day']],
    ['no day', { row: 'E1,growth-award,undetermined,,6' }, [400, 'kernel.input', 'on kernel.field-missing']],
    [
      'facts that cannot be read',
      { row: 'E1,growth-award,undetermined,,6', on: '2025-06-30', facts: { 营业收入: '1e3' } },
      [400, 'measure.facts', '营业收入 fact.number'],
    ],
  ])('is refused: %s', async (_what, body, expected) => {
    expect(refusal(await explain(body))).toEqual(expected)
  })
})

describe('facts that cannot be read', () => {
  it.each([
    ['an exponent', { 营业收入: '1e3' }, 'fact.number'],
    ['an exponent as a JSON number', '{"facts":{"营业收入":1e3}}', 'fact.number'],
    ['NaN as text', { 营业收入: 'NaN' }, 'fact.number'],
    ['infinity', { 营业收入: 'Infinity' }, 'fact.number'],
    ['full-width digits', { 营业收入: '１００' }, 'fact.number'],
    ['negative money', { 营业收入: '-1 元' }, 'fact.negative'],
    ['parts of a fen', { 营业收入: '0.001 元' }, 'fact.fen'],
    ['another unit', { 营业收入: '3 平方米' }, 'fact.unit'],
    ['a bare percentage', { 营业收入增长率: '30' }, 'fact.percent'],
    ['a day that does not exist', { 成立日期: '2023-02-30' }, 'fact.date'],
    ['half a yes', { 独立法人: '可能' }, 'fact.yes-no'],
    ['no such choice', { 企业规模: '巨型' }, 'fact.enum'],
    ['a list', { 营业收入: ['1'] }, 'fact.form'],
    ['control characters', { 营业收入: '1\u00000' }, 'fact.characters'],
    ['a long text', { 营业收入: '1'.repeat(201) }, 'fact.too-long'],
    ['__proto__', '{"facts":{"__proto__":{"营业收入":"1"}}}', 'fact.unknown'],
    ['constructor', { constructor: '1' }, 'fact.unknown'],
    ['toString', { toString: '1' }, 'fact.unknown'],
  ])('are named: %s', async (_what, facts, code) => {
    const reply = await post(typeof facts === 'string' ? facts : { facts })
    const [status, whole, ...fields] = refusal(reply)
    expect([status, whole]).toEqual([400, 'measure.facts'])
    expect(fields.map((each) => each.split(' ')[1])).toEqual([code])
  })

  it('come with the nearest name', async () => {
    const reply = await post({ facts: { 营业收人: '1' } }, { 'accept-language': 'en' })
    expect(reply.json().errors).toEqual([
      { field: '营业收人', code: 'fact.unknown', message: 'There is no fact named "营业收人"; did you mean "营业收入"?' },
    ])
  })

  it('are all named at once', async () => {
    expect(refusal(await decide({ 营业收入: 'x', 研发投入: 'y', 没有: 'z' })).slice(2)).toEqual([
      '营业收入 fact.number',
      '研发投入 fact.number',
      '没有 fact.unknown',
    ])
  })

  it('do not change what every object has', async () => {
    await post('{"facts":{},"__proto__":{"on":"1999-01-01"}}')
    expect(({} as Record<string, unknown>).on).toBeUndefined()
  })
})

describe('a decision', () => {
  const facts = { 独立法人: '是', 营业收入: '1000 万元', 研发投入: '300 万元', 严重失信: '否' }

  it('gives the amount as decimal text with its reasons', async () => {
    const reply = await decide(facts, { on: '2025-06-30', measure: 'research-subsidy' })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.json()).toMatchObject({ on: '2025-06-30', known: '2025-06-30', total: '300000.00', uncounted: '0.00' })
    expect(reply.json().results).toMatchObject([
      { measure: 'research-subsidy', status: 'eligible', amount: '300000.00', missing: [], failed: [] },
    ])
  })

  it('shows every step where asked', async () => {
    const [result] = (await decide(facts, { on: '2025-06-30', measure: 'research-subsidy', trace: true })).json().results
    expect(result.trace).toContainEqual(
      expect.objectContaining({ label: { zh: '研发投入', en: 'R&D spending' }, depth: expect.any(Number) }),
    )
  })

  it('is refused on a day that does not exist', async () => {
    expect(refusal(await decide(facts, { on: '2023-02-30' }))).toEqual([400, 'measure.day'])
    expect(refusal(await decide(facts, { known: '20230601' }))).toEqual([400, 'measure.day'])
  })

  it('is refused for an area or a task that does not exist', async () => {
    expect(refusal(await decide(facts, { area: '别的城市' }))).toEqual([400, 'measure.area-unknown'])
    expect(refusal(await decide(facts, { task: 'nothing' }))).toEqual([400, 'measure.task-unknown'])
  })

  it('is refused for a measure that does not exist', async () => {
    expect(refusal(await decide(facts, { measure: 'nothing' }))).toEqual([404, 'measure.unknown'])
    expect(refusal(await decide(facts, { measure: '__proto__' }))).toEqual([404, 'measure.unknown'])
  })
})

describe('an address that is none', () => {
  it.each([
    ['GET', '/api/v1/nothing', 404, 'kernel.no-page'],
    ['DELETE', '/api/v1/measures', 404, 'kernel.no-page'],
    ['GET', '/api/v1/decide', 404, 'kernel.no-page'],
    ['GET', '/api/v1/measures/%E0%A4', 400, 'kernel.bad-address'],
    ['GET', `/api/v1/measures/${'a'.repeat(150)}`, 400, 'kernel.input'],
    ['GET', `/api/v1/measures/${'a'.repeat(5000)}`, 404, 'kernel.no-page'],
    ['GET', '/api/v1/measures/__proto__', 404, 'measure.unknown'],
    ['GET', '/api/v1/documents/constructor', 404, 'measure.document-unknown'],
    ['GET', '/api/v1/indicators/toString', 404, 'plan.indicator-unknown'],
    ['GET', '/api/v1/readings?indicator=nothing', 404, 'plan.indicator-unknown'],
    ['GET', '/api/v1/targets?asOf=2023-02-30', 400, 'plan.day'],
    ['GET', '/api/v1/measures?on=yesterday', 400, 'measure.day'],
    ['GET', '/api/v1/measures?on=2024-01-01&on=2025-01-01', 400, 'kernel.input'],
    ['GET', '/api/v1/measures?sortt=amount', 400, 'kernel.input'],
    ['GET', '/api/v1/enterprises/123', 400, 'party.uscc'],
    ['GET', '/api/v1/enterprises/91350100M000100Y43', 404, 'party.enterprise-unknown'],
  ] as const)('%s %s → %i %s', async (method, url, status, code) => {
    expect(refusal(await api.inject({ method, url })).slice(0, 2)).toEqual([status, code])
  })
})

describe('a failure of the program', () => {
  it('leaves the house as a number only, and stands in the log under it', async () => {
    const broken = { ...app, perform: () => Promise.reject(new Error('the secret of line 7')) }
    const site = await siteOf(broken, null, { home: '/', version: '0', requestsPerMinute: 10 })
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const reply = await site.inject('/api/v1/packs?lang=en')
    const logged = JSON.stringify(log.mock.calls)
    log.mockRestore()
    await site.close()
    expect(refusal(reply)).toEqual([500, 'kernel.incident'])
    expect(reply.body).not.toContain('secret')
    expect(logged).toContain(reply.json().params.incident)
  })
})

describe('too many requests', () => {
  it('are refused with the seconds to wait', async () => {
    const { api: small } = await freshApi('xincheng', { requestsPerMinute: 2 })
    const statuses = []
    for (let i = 0; i < 2; i++) statuses.push((await small.inject('/api/v1/health')).statusCode)
    const third = await small.inject('/api/v1/health')
    expect([...statuses, ...refusal(third)]).toEqual([200, 200, 429, 'kernel.too-many'])
    expect(third.json().params.seconds).toBeGreaterThan(0)
    expect(third.json().params.seconds).toBeLessThanOrEqual(60)
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('what a visitor types', () => {
  it('is neither logged nor stored', async () => {
    const marker = '7731946205.83'
    const said = [
      vi.spyOn(process.stdout, 'write'),
      vi.spyOn(process.stderr, 'write'),
      vi.spyOn(console, 'log'),
      vi.spyOn(console, 'error'),
    ]
    const replies = [
      await decide({ 营业收入: `${marker} 元` }, { on: '2025-06-30' }),
      await decide({ 营业收入: `${marker} 平方米`, [marker]: '1' }),
      await post(`{"facts":{"营业收入":"${marker}"`),
      await decide({}, { measure: marker }),
    ]
    expect(replies.map((each) => each.statusCode)).toEqual([200, 400, 400, 404])
    const written = JSON.stringify(said.flatMap((spy) => spy.mock.calls.map((call) => String(call[0]))))
    for (const spy of said) spy.mockRestore()
    expect(written).not.toContain(marker)

    const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(database.db)
    expect(tables.length).toBeGreaterThan(3)
    for (const { name } of tables) {
      const { rows } = await sql<{
        n: bigint
      }>`select count(*) n from ${sql.raw(name)} as each where each::text like ${`%${marker}%`}`.execute(database.db)
      expect([name, rows[0]?.n]).toEqual([name, 0n])
    }
  })
})

describe('any body at all', () => {
  const name = fc.oneof(
    fc.constantFrom('营业收入', '成立日期', '企业规模', '独立法人', '__proto__', 'constructor', 'scenario-award.择优'),
    fc.string(),
  )
  const value = fc.oneof(
    fc.constantFrom('1 万元', '是', '2024-02-29', '30%', '大型'),
    fc.string(),
    fc.double(),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const body = fc.record(
    {
      facts: fc.dictionary(name, value),
      on: fc.oneof(fc.constantFrom('2025-06-30', '1900-01-01', '2199-12-31'), fc.string()),
      measure: fc.oneof(fc.constantFrom('rent-support', 'growth-award'), fc.string()),
      trace: fc.boolean(),
    },
    { requiredKeys: ['facts'] },
  )
  const isAnswer = async (payload: string | Buffer): Promise<void> => {
    const reply = await post(payload)
    if (reply.statusCode !== 200) expect(refusal(reply)[0]).toBeLessThan(500)
  }

  it('is answered or refused with a reason, never with a failure of the program', async () => {
    await fc.assert(
      fc.asyncProperty(body, (each) => isAnswer(JSON.stringify(each))),
      { numRuns: 300 },
    )
    await fc.assert(fc.asyncProperty(fc.json(), isAnswer), { numRuns: 200 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => isAnswer(Buffer.from(bytes))),
      { numRuns: 200 },
    )
  })
})
