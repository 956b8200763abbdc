import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { addDays } from '../../../core/dates.ts'
import { verified, wholeRecord } from '../../../kernel/audit/walk.ts'
import { approveReadings, enterReadings, previewReadings, readings } from '../index.ts'
import { MOST_READINGS } from './contract.ts'

const { app, database } = await freshApp('xincheng', '2026-06-30T04:00:00Z')
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
  expect((await refusalOf(app.perform(typist!, enterReadings, { rows: wrong }))).fields.map(({ field }) => field)).toEqual(['rows/9999/value'])
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
