/** Promises stay in sight when they are changed, and none is kept by counting another way: on every door. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { postWith, somebody } from '../../../test/people.ts'
import { freshApi, packs } from '../../../test/site.ts'
import { load } from '../../app.ts'
import { homeView } from '../../web/portal/home-view.ts'
import { indicatorView } from '../../web/portal/indicator-view.ts'
import { approveReadings, download, enterReading, indicatorPage, overview, type targetEntry } from './index.ts'

const visitor = { kind: 'visitor' } as const
const { app, api, database } = await freshApi('xincheng', { now: '2026-06-30T04:00:00Z' })
const [typist, checker] = await Promise.all(
  ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)
const enter = async (typed: object): Promise<void> => {
  const { id } = await app.perform(typist!, enterReading, { title: '公报', ...typed })
  await app.perform(checker!, approveReadings, { readings: [id] })
}
type Target = ReturnType<typeof targetEntry>
const targetsOf = async (indicator: string, query = ''): Promise<readonly Target[]> =>
  ((await api.inject(`/api/v1/targets${query}`)).json() as readonly Target[]).filter((each) => each.indicator === indicator)
const fileOf = async (file: string): Promise<string> => (await app.perform(visitor, download, { file, indicator: 'stations' })).text

describe('a target that was changed', () => {
  it('keeps the earlier promise beside the later one, which it names, once that was made', async () => {
    const both = (await targetsOf('cloud_firms')).filter(({ period }) => period === '2028')
    expect(both.map(({ target, supersededBy }) => [target, supersededBy?.value ?? null])).toEqual([
      ['5000', '6000'],
      ['6000', null],
    ])
    const { promises } = indicatorView(await app.perform(visitor, indicatorPage, { id: 'cloud_firms' }))
    expect(promises.filter(({ superseded }) => superseded !== null).map(({ promise }) => promise.zh)).toEqual(['达到 5,000 家'])
    expect((await fileOf('targets.csv')).match(/^cloud_firms,2028,.*$/gm)).toHaveLength(2)
  })
  it('stood alone as long as the later promise was not known', async () => {
    const before = (await targetsOf('cloud_firms', '?known=2024-12-31')).filter(({ period }) => period === '2028')
    expect(before.map(({ target, supersededBy }) => [target, supersededBy])).toEqual([['5000', null]])
  })
})

describe('a target whose indicator is counted in another way', () => {
  it('is not met by that: every door shows the break', async () => {
    await enter({ indicator: 'stations', series: '统计公报', period: '2025', value: '25' })
    // The pack is published again with another definition, under the same name of the scope.
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pw-promises-'))
    atEnd(() => rmSync(folder, { recursive: true }))
    cpSync(packs.xincheng, folder, { recursive: true })
    const indicators = path.join(folder, 'indicators.csv')
    writeFileSync(indicators, readFileSync(indicators, 'utf8').replace('5G基站数 ÷ 常住人口（万人）。', '5G基站数 ÷ 户籍人口（万人）。'))
    await load(app, folder, 'test')
    await enter({ indicator: 'stations', series: '统计公报（新）', period: '2026-05', value: '31', scope: '改为户籍人口' })

    const [target] = (await targetsOf('stations')).filter(({ kind }) => kind === 'plan')
    expect(target).toMatchObject({ status: 'met', doubt: 'other-series', latest: { value: '31' } })
    const page = indicatorView(await app.perform(visitor, indicatorPage, { id: 'stations' }))
    expect(page.answer?.verdict.zh).toBe('报道值已过目标，口径待证实')
    expect(page.readings.map(({ series }) => series)).toEqual(['统计公报（新）', '统计公报 · 旧定义 1', '统计公报', '统计公报'])
    expect(page.readings.map(({ entered }) => entered?.oldDefinition ?? null)).toEqual([null, '5G基站数 ÷ 常住人口（万人）。', null, null])
    const { summary } = homeView(await app.perform(visitor, overview, {}))
    expect(summary.zh).toContain('1 项的报道值已过目标但口径待证实')
    expect(summary.zh).not.toContain('项达成')

    const { body } = await api.inject('/sdmx/data/all/stations..?format=csv&attributes=SCOPE,OBS_STATUS')
    const lines = body
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(4))
    expect(new Set(lines.map(([series]) => series)).size).toBe(3)
    expect(lines.map(([, , period, value, scope, status]) => [period, value, scope, status]).sort()).toEqual([
      ['2023', '18.5', '统计公报', 'A'],
      ['2024', '22', '统计公报', 'A'],
      ['2025', '25', '统计公报 · 旧定义 1', 'B'],
      ['2026-05', '31', '统计公报（新）', 'B'],
    ])
    expect(await fileOf('readings.sourced.csv')).toContain('统计公报 · 旧定义 1,2025,25')
    expect(await fileOf('readings.published.csv')).toMatch(/统计公报 · 旧定义 1,2025,25,.*5G基站数 ÷ 常住人口（万人）。/)
  })
})
