/** Readings that wait, in what is to be a new scope of an indicator. */
import { expect, it } from 'vitest'
import { postWith, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { approveReadings, enterReading, enterReadings, indicatorPage } from '../index.ts'

const { app, database } = await freshApp('sample', '2026-11-20T04:00:00Z')
const [one, other, checker] = await Promise.all(
  ['甲', '乙', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)
const enter = (who: typeof one, series: string, period: string, more: object = {}) =>
  app.perform(who!, enterReading, { indicator: 'patents', series, period, value: '900', title: '公报', ...more })
const decide = async (...readings: readonly string[]) =>
  (await app.perform(checker!, approveReadings, { readings: [...readings] })).map(({ problem }) => problem?.code ?? null)

it('are not both approved as the first scope: the second has to say how its scope differs', async () => {
  const [a, b, c] = [await enter(one, '有效发明', '2024'), await enter(other, '授权发明', '2024'), await enter(one, '有效发明', '2025')]
  expect(await decide(a.id, b.id, c.id)).toEqual([null, 'plan.reading-other-scope', null])
  await expect(app.perform(checker!, approveReadings, { readings: [b.id] })).rejects.toMatchObject({
    fields: [{ code: 'plan.reading-other-scope' }],
  })
  const { id } = await enter(other, '授权发明', '2023', { scope: '当年授权的，不是年末有效的' })
  expect(await decide(id)).toEqual([null])
  const { readings } = await app.perform({ kind: 'visitor' }, indicatorPage, { id: 'patents' })
  expect(readings.map(({ series, entered }) => [series, entered?.scope ?? null])).toEqual([
    ['授权发明', '当年授权的，不是年末有效的'],
    ['有效发明', null],
    ['有效发明', null],
  ])
})

it('are approved together where only one of them says what the new scope is, in whatever order they are chosen', async () => {
  const rows = ['2021', '2022'].map((period) => ({ indicator: 'compute', series: '年报', period, value: '9', title: '公报' }))
  const { ids } = await app.perform(one!, enterReadings, { rows: rows.with(0, { ...rows[0]!, scope: '含室内站' } as never) })
  await expect(app.perform(checker!, approveReadings, { readings: [ids[1]!] })).rejects.toMatchObject({
    fields: [{ code: 'plan.reading-other-scope' }],
  })
  expect(await decide(...ids.toReversed())).toEqual([null, null])
})
