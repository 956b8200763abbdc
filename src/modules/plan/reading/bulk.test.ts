import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { postFor, postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApi } from '../../../../test/site.ts'
import { addDays } from '../../../core/dates.ts'
import { verified, wholeRecord } from '../../../kernel/audit/walk.ts'
import { makeKey } from '../../identity/index.ts'
import { approveReadings, enterReadings, previewReadings, readings, returnReadings } from '../index.ts'
import { MOST_READINGS } from './contract.ts'

const { app, api, database } = await freshApi('xincheng', { now: '2026-06-30T04:00:00Z' })
const [typist, checker] = await Promise.all(
  ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)
/** A reading of every day before 2025, back into the past. */
const rows = Array.from({ length: MOST_READINGS }, (_, index) => ({
  indicator: 'stations',
  series: '统计公报',
  period: addDays('2024-12-30', -index),
  value: `${index % 90}.${index % 10}`,
  title: '日报',
}))

it('ten thousand readings are entered all or none, and approved together, each of them in the record', async () => {
  const wrong = rows.with(9_999, { ...rows[9_999]!, value: '' })
  expect((await app.perform(typist!, previewReadings, { rows: wrong })).filter(({ problems }) => problems.length > 0)).toHaveLength(1)
  expect((await refusalOf(app.perform(typist!, enterReadings, { rows: wrong }))).fields.map(({ field }) => field)).toEqual([
    'rows/9999/value',
  ])
  const { ids } = await app.perform(typist!, enterReadings, { rows })
  const results = await app.perform(checker!, approveReadings, { readings: [...ids] })
  expect(results.filter(({ problem }) => problem !== null)).toEqual([])
  const known = await app.perform({ kind: 'visitor' }, readings, { indicator: 'stations' })
  expect(known.filter(({ entered }) => entered !== undefined)).toHaveLength(MOST_READINGS)
  const counted = await sql<{ event: string; n: number }>`select event, count(*)::int n from kernel_event
    where event like 'plan.reading-%' group by event order by event`.execute(database.db)
  expect(counted.rows).toEqual([
    { event: 'plan.reading-approved', n: MOST_READINGS },
    { event: 'plan.reading-entered', n: MOST_READINGS },
  ])
  expect((await verified(await wholeRecord(database.db))).findings).toEqual([])
})

describe('the API', async () => {
  const planner = await somebody(database, { name: '程序', at: '2026-06-30T03:59:00Z' })
  await postFor(database, planner, ['planner'])
  const uses = ['plan.enter-readings', 'plan.my-submissions', 'plan.my-submission']
  const { text: key } = await app.perform(planner, makeKey, { name: '报送程序', uses, expiresOn: '2026-12-31' })
  const authorization = `Bearer ${key}`
  const post = (payload: object, headers: Record<string, string> = { authorization }) =>
    api.inject({ method: 'POST', url: '/api/v1/readings', payload, headers })
  const get = (path: string) => api.inject({ url: `/api/v1/readings/submissions${path}`, headers: { authorization } })
  const own = (month: number, value = '9') => ({
    indicator: 'approval_days',
    series: '市数据局',
    period: `2023-${String(month).padStart(2, '0')}`,
    value,
    title: '月报',
  })

  it('takes ten thousand readings with a key, and tells what became of them', async () => {
    const many = rows.map((row) => ({ ...row, indicator: 'cloud_firms', series: '市数据局' }))
    expect(JSON.stringify({ rows: many }).length).toBeGreaterThan(256 * 1024)
    const reply = await post({ rows: many })
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
    const { submission, ids } = reply.json() as { readonly submission: string; readonly ids: readonly string[] }
    expect(ids).toHaveLength(MOST_READINGS)
    expect((await get('')).json()).toMatchObject([{ id: submission, readings: MOST_READINGS, waiting: MOST_READINGS, approved: 0 }])
  })

  it('gives each reading of a submission its state, and the reason of one that was returned', async () => {
    const { submission, ids } = (await post({ rows: [own(1), own(2)] })).json()
    await app.perform(checker!, returnReadings, { readings: [ids[0]], reason: '缺来源' })
    expect((await get(`/${submission}`)).json()).toMatchObject([
      { id: ids[0], period: '2023-01', state: 'returned', reason: '缺来源' },
      { id: ids[1], period: '2023-02', state: 'waiting', reason: null },
    ])
    expect((await get('/nothing')).json().code).toBe('plan.submission-unknown')
  })

  it('keeps none where one is wrong, and names its cell', async () => {
    const reply = await post({ rows: [own(3), own(4, '')] })
    expect([reply.statusCode, reply.json().errors.map(({ field, code }: Record<string, string>) => [field, code])]).toEqual([
      400,
      [['rows/1/value', 'plan.reading-value']],
    ])
    expect((await post({ rows: [own(3)] })).statusCode).toBe(200)
  })

  it('reads a large body only from whoever may enter readings', async () => {
    expect((await post({ rows }, {})).statusCode).toBe(401)
  })
})
