import { afterAll, beforeAll, expect, it } from 'vitest'
import { groundOf } from '../../test/database.ts'
import { line } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'
import { postWith, somebody } from '../../test/people.ts'
import { freshApp } from '../../test/site.ts'
import { appOf } from '../app.ts'
import { approveReadings, enterReading } from '../modules/plan/index.ts'

const { database } = await freshApp()
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, { DATABASE_URL: database.url }))
afterAll(() => {
  process.env = before
})

/** What the report says of one target of the plan. */
const reported = async (...args: readonly string[]) => {
  const { out } = await line('report', ...args, '--as-of', '2026-06-30', '--json')
  const { targets } = JSON.parse(out) as {
    targets: readonly { indicator: string; kind: string; latest: { value: string } | null; status: string }[]
  }
  return targets.find(({ indicator, kind }) => indicator === 'stations' && kind === 'plan')
}

it('reports with the readings of this installation, as known on a day, and of a folder without them', async () => {
  const app = appOf(groundOf(database, '2026-06-30T04:00:00Z'))
  const [typist, checker] = await Promise.all(
    ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
  )
  const typed = { indicator: 'stations', series: '统计公报', period: '2025', value: '31', title: '2025年公报' }
  const { id } = await app.perform(typist!, enterReading, typed)
  expect((await reported('--known', '2026-06-30'))?.latest?.value).toBe('22')
  await app.perform(checker!, approveReadings, { readings: [id] })
  expect(await reported('--known', '2026-06-30')).toMatchObject({ latest: { value: '31' }, status: 'met' })
  expect((await reported('--known', '2026-06-29'))?.latest?.value).toBe('22')
  expect((await reported(packs.xincheng, '--known', '2026-06-30'))?.latest?.value).toBe('22')
})
