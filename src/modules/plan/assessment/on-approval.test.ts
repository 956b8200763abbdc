/** The worker of a site, after a reading was approved. */
import { expect, it } from 'vitest'
import { atEnd } from '../../../../test/at-end.ts'
import { groundOf } from '../../../../test/database.ts'
import { eventually } from '../../../../test/eventually.ts'
import { postWith, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { startJobs } from '../../../app.ts'
import { approveReadings, assessmentHistory, enterReading } from '../index.ts'

const NOW = '2026-06-30T04:00:00Z'
const { app, database } = await freshApp('xincheng', NOW)
const worker = await startJobs(groundOf(database, NOW), database, null)
atEnd(() => worker.stop())
const [typist, checker] = await Promise.all(
  ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)

it('assesses its targets anew, without anybody asking', async () => {
  const history = () => app.perform({ kind: 'visitor' }, assessmentHistory, { id: 'stations' })
  const before = await history()
  const typed = { indicator: 'stations', series: '统计公报', period: '2025', value: '31', title: '2025年公报' }
  const { id } = await app.perform(typist!, enterReading, typed)
  await app.perform(checker!, approveReadings, { readings: [id] })
  worker.wake()
  const [latest] = await eventually(history, (all) => all.length > before.length)
  expect(latest?.input).toContain('"value":"31"')
})
