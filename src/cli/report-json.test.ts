import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { line } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'
import { freshApp } from '../../test/site.ts'
import { categoryText, indicatorPage, type targetEntry } from '../modules/plan/index.ts'
import { indicatorView } from '../web/portal/indicator-view.ts'

type Target = ReturnType<typeof targetEntry>
type Report = { readonly asOf: string; readonly known: string; readonly method: string; readonly targets: readonly Target[] }

const DAY = '2026-06-30'
const reportOf = async (pack: string): Promise<Report> =>
  JSON.parse((await line('report', pack, '--as-of', DAY, '--known', DAY, '--json')).out) as Report

it('reports the shipped plan as it did, target by target', async () => {
  const { asOf, known, method, targets } = await reportOf(packs.wuhan)
  const told = `${[JSON.stringify({ asOf, known, method }), ...targets.map((each) => JSON.stringify(each))].join('\n')}\n`
  const file = path.join(import.meta.dirname, 'golden/report.jsonl')
  if (process.env.GOLDEN) writeFileSync(file, told)
  expect(told).toBe(readFileSync(file, 'utf8'))
})

describe('the report', async () => {
  const { app, database } = await freshApp('sample', `${DAY}T04:00:00Z`)
  const before = { ...process.env }
  beforeAll(() => void Object.assign(process.env, { DATABASE_URL: database.url }))
  afterAll(() => {
    process.env = before
  })
  const pageOf = async (indicator: string) =>
    indicatorView(await app.perform({ kind: 'visitor' }, indicatorPage, { id: indicator, asOf: DAY, known: DAY }))

  it('of the database says what the report of the folder says', async () => {
    expect((await reportOf('db')).targets).toEqual((await reportOf(packs.sample)).targets)
  })

  it('says of every target what its page says: verdict, pace, method, outlook', async () => {
    const { targets } = await reportOf('db')
    expect(targets.filter(({ forecast }) => forecast !== null).length).toBeGreaterThan(5)
    for (const target of targets) {
      const { answer, outlook, promises } = await pageOf(target.indicator)
      const shown = promises.map(({ verdict }) => verdict.zh)
      if (target.doubt === null) expect(shown).toContain(categoryText[target.status as keyof typeof categoryText].zh)
      // The page speaks of one promise at length.
      if (answer?.sentence.zh !== target.text.zh) continue
      expect(answer.ratio === null).toBe(target.ratio === null)
      if (target.ratio !== null) expect(Number(answer.ratio)).toBeCloseTo(Number(target.ratio), 2)
      expect(answer.method === null).toBe(target.method === null)
      expect(answer.chance?.percent).toBe(target.forecast ? `${(Number(target.forecast.probability) * 100).toFixed(0)}%` : undefined)
      expect(outlook.zh).toHaveLength(target.forecast?.steps.length ?? 0)
    }
  })

  it('gives the bands of the page, in the unit of the indicator', async () => {
    const { targets } = await reportOf('db')
    const share = targets.find(({ unit, forecast }) => unit === '%' && forecast)
    if (!share) throw new Error('no share with an outlook')
    const { outlook } = await pageOf(share.indicator)
    const two = (text: string): string => Number(text).toFixed(2)
    expect(outlook.zh.map(({ value, band80 }) => [value, band80])).toEqual(
      share.forecast?.steps.map(({ value, band80 }) => [two(value), `${two(band80.low)} – ${two(band80.high)}`]),
    )
  })
})
