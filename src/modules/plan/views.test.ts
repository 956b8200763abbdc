import { expect, it } from 'vitest'
import { freshApp } from '../../../test/site.ts'
import type { Who } from '../../kernel/who.ts'
import { documentPage, documents } from './documents.ts'
import { dataPage, download, downloadSheet } from './downloads.ts'
import { indicatorPage, overview, readings } from './views.ts'

const { app } = await freshApp('xincheng', '2026-06-30T08:00:00Z')
const who: Who = { kind: 'visitor' }

it('looks at the plan as of today unless asked for another day', async () => {
  const now = await app.perform(who, overview, {})
  expect([now.asOf, now.known]).toEqual(['2026-06-30', '2026-06-30'])
  const then = await app.perform(who, overview, { asOf: '2023-12-31', known: '2024-03-20' })
  expect(then.plan.map((each) => each.latest?.period ?? null)).toContain('2023')
  expect(then.plan.every((each) => (each.latest?.period ?? '') < '2024')).toBe(true)
})

it('answers the second time with what it computed the first time', async () => {
  const [first, second] = [await app.perform(who, overview, {}), await app.perform(who, overview, { asOf: '2026-06-30' })]
  expect(second.plan).toBe(first.plan)
})

it.each([
  ['an indicator', () => app.perform(who, indicatorPage, { id: 'no-such' }), 'plan.indicator-unknown'],
  ['a day that does not exist', () => app.perform(who, indicatorPage, { id: 'stations', asOf: '2026-02-30' }), 'plan.day'],
  ['a day in words', () => app.perform(who, overview, { known: 'yesterday' }), 'plan.day'],
  ['a document', () => app.perform(who, documentPage, { id: 'no-such' }), 'plan.document-unknown'],
  ['a file', () => app.perform(who, download, { file: 'no-such.csv' }), 'plan.no-such-file'],
  ['a file outside the pack', () => app.perform(who, download, { file: '../package.json' }), 'plan.no-such-file'],
])('says what is wrong with %s that is not there', async (_what, ask, code) => {
  await expect(ask()).rejects.toMatchObject({ code })
})

it('shows an indicator with every promise and every reading known', async () => {
  const page = await app.perform(who, indicatorPage, { id: 'cloud_firms' })
  expect(page.assessments.map((each) => each.target.kind).sort()).toEqual(['annual', 'later', 'plan'])
  expect(page.readings).toHaveLength(2)
  expect((await app.perform(who, readings, { indicator: 'cloud_firms' })).length).toBe(2)
})

it('lists for a document everything that comes from it', async () => {
  const page = await app.perform(who, documentPage, { id: 'xc-plan-2024' })
  expect(page.promises.map((each) => each.indicator.id)).toContain('core_share')
  expect(page.goals).toHaveLength(1)
  expect(page.tasks.length).toBeGreaterThan(0)
  const entry = (await app.perform(who, documents, {})).find((each) => each.id === 'xc-plan-2024')
  expect(entry?.effects).toEqual({ measures: page.measures.length, targets: page.promises.length, tasks: page.tasks.length })
})

it('hands out a file of the pack as it stands', async () => {
  const { pack } = await app.perform(who, dataPage, {})
  for (const file of ['readings.csv', 'datapackage.json', 'README.md', 'facts/common.csv'])
    expect((await app.perform(who, download, { file })).text).toBe(pack.files.get(file))
})

it('hands out every table with its sources and the mark of an invented city', async () => {
  const { tables } = await app.perform(who, dataPage, {})
  for (const { name, rows } of tables) {
    const [head, ...lines] = (await app.perform(who, download, { file: `${name}.sourced.csv` })).text.trimEnd().split('\n')
    expect(head?.endsWith(',synthetic')).toBe(true)
    expect(lines.every((line) => line.endsWith(',true'))).toBe(true)
    const json = JSON.parse((await app.perform(who, download, { file: `${name}.json` })).text) as {
      pack: { synthetic: boolean }
      rows: readonly { sources: readonly { title: string }[] }[]
    }
    expect(json.pack.synthetic).toBe(true)
    expect(json.rows).toHaveLength(rows)
    if (name === 'readings') expect(json.rows.every((row) => row.sources.length === 1)).toBe(true)
  }
})

it('narrows readings to an indicator and to what was known', async () => {
  const lines = async (input: object) =>
    (await app.perform(who, download, { file: 'readings.sourced.csv', ...input })).text.trimEnd().split('\n').slice(1)
  expect(await lines({ indicator: 'stations' })).toHaveLength(2)
  expect(await lines({ indicator: 'stations', known: '2024-12-31' })).toHaveLength(1)
  const sdmx = (await app.perform(who, download, { file: 'readings.sdmx.csv', indicator: 'stations' })).text
  expect(sdmx.trimEnd().split('\n')).toHaveLength(3)
})

it('gives a table for a workbook the rows of the CSV with sources, with numbers and days as such, and says that the city is invented', async () => {
  const { table, synthetic } = await app.perform(who, downloadSheet, { file: 'readings.xlsx', indicator: 'stations' })
  const typeOf = (name: string) => table.columns.find(({ head }) => head === name)?.type
  expect([synthetic, typeOf('value'), typeOf('published'), typeOf('series')]).toEqual([true, 'number', 'day', 'text'])
  const csv = (await app.perform(who, download, { file: 'readings.sourced.csv', indicator: 'stations' })).text.trimEnd().split('\n')
  expect([table.columns.map(({ head }) => head).join(','), table.rows.length]).toEqual([csv[0], csv.length - 1])
  await expect(app.perform(who, downloadSheet, { file: 'nothing.xlsx' })).rejects.toMatchObject({ code: 'plan.no-such-file' })
})
