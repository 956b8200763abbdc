import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, line, packCopy } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'
import type { Comparison } from './diff-report.ts'

const HEADER = 'enterprise,营业收入,独立法人,严重失信,研发投入,企业规模,月租金单价,租用面积,租用月数,成立日期\n'
const population = fileOf(
  HEADER + Array.from({ length: 3000 }, (_, index) => `e${index},${index * 10_000},是,否,${index * 5000},小型,30,${index % 700},12,2025-01-01\n`).join(''), // biome-ignore format: one row of a table
  'city.csv',
)
const diff = (...args: readonly string[]) => line('diff', ...args, '--population', population)
const json = async (...args: readonly string[]): Promise<Comparison> => JSON.parse((await diff(...args, '--json')).out)
const run = async (pack: string, ...args: readonly string[]) =>
  JSON.parse((await line('run', pack, '--population', population, '--json', ...args)).out) as {
    measures: { measure: string; eligible: number; undetermined: number; total: string }[]
    total: string
    uncounted: string
  }

/** A copy of the pack in which one passage of one measure is another; its worked cases, which would fail, are gone. */
const reformed = (measure: string, from: string, to: string): string => {
  const folder = packCopy()
  const file = path.join(folder, 'measures', `${measure}.md`)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to).replace(/```cases.*?```\n/gs, ''))
  return folder
}
const threshold = reformed('research-subsidy', '收入门槛 (least revenue): 1000 万元', '收入门槛 (least revenue): 1500 万元')
const condition = reformed('research-subsidy', '  - not(严重失信)', '  - not(严重失信)\n  - 营业收入 <= 2000 万元')

describe('planwright diff', () => {
  it.each([
    ['two days', packs.xincheng, packs.xincheng, '2025-06-30', '2026-06-30'],
    ['a day on which nothing is in force yet', packs.xincheng, packs.xincheng, '2020-06-30', '2025-06-30'],
    ['two packs', packs.xincheng, threshold, '2025-06-30', '2025-06-30'],
  ])('counts and sums %s as two runs do, to the fen', async (_what, pack, other, on, otherOn) => {
    const comparison = await json(pack, other, '--on', on, '--other-on', otherOn)
    for (const [side, own, day] of [
      ['before', pack, on],
      ['after', other, otherOn],
    ] as const) {
      const { measures, total, uncounted } = await run(own, '--on', day)
      expect(comparison[side]).toMatchObject({ on: day, known: day, total, uncounted })
      expect(comparison.measures.flatMap((each) => (each[side] ? [{ measure: each.measure, ...each[side] }] : []))).toEqual(measures)
    }
    const sum = (cells: Comparison['measures'][number], side: 'before' | 'after') =>
      cells.cells.reduce((all, each) => all + BigInt(each[side].replace('.', '')), 0n)
    for (const each of comparison.measures) {
      const total = (side: 'before' | 'after') => BigInt((each[side]?.total ?? '0.00').replace('.', ''))
      expect(sum(each, 'after') - sum(each, 'before')).toBe(total('after') - total('before'))
    }
  })

  it('names the parameter that has another value, and who gets more', async () => {
    const { out, code } = await diff(packs.xincheng, '--on', '2025-06-30', '--other-on', '2026-06-30')
    expect(code).toBe(0)
    expect(out).toMatch(/^企业数据：.*3000 家.*\n此前：xincheng .*决定日 2025-06-30.*\n现在：xincheng .*决定日 2026-06-30/)
    expect(out).toContain('参数“单价上限”：20 元/平方米/月 → 25 元/平方米/月')
    expect(out).toMatch(/得多 2995 家，\+\d+\.00 元/)
  })

  it('names the condition that keeps out those who leave, with the value it has now', async () => {
    const { measures } = await json(packs.xincheng, threshold, '--on', '2025-06-30')
    const { cells, values } = measures.find(({ measure }) => measure === 'research-subsidy')!
    expect(values).toMatchObject([{ parameter: { en: 'least revenue' }, before: { zh: '1,000 万元' }, after: { zh: '1,500 万元' } }])
    expect(cells).toMatchObject([{ change: 'leaves', enterprises: 500, after: '0.00', examples: ['e1000', 'e1001', 'e1002'] }])
    expect(cells[0]!.why).toEqual([
      {
        zh: '现在不满足：营业收入不低于收入门槛（1,500 万元）',
        en: expect.stringMatching(/^now: not met: revenue .* \(15 million yuan\)$/),
      },
    ])
  })

  it('names the rule that was added', async () => {
    const { measures } = await json(packs.xincheng, condition, '--on', '2025-06-30')
    const { text, cells } = measures.find(({ measure }) => measure === 'research-subsidy')!
    expect(text).toMatchObject([{ kind: 'condition', change: 'added', before: null, after: { zh: '营业收入不超过 2,000 万元' } }])
    expect(cells).toMatchObject([{ change: 'leaves', enterprises: 999 }])
  })

  it('says of a measure that it came into force', async () => {
    const { out } = await diff(
      packs.xincheng,
      '--on',
      '2023-06-30',
      '--other-on',
      '2025-06-30',
      '--measure',
      'research-subsidy',
      '--lang',
      'en',
    )
    expect(out).toMatch(/it is not in force on 2023-06-30 .* → in force/)
    expect(out).toMatch(/2000 enter, \+1999500000\.00 yuan/)
  })

  it('writes a line for each cell that differs', async () => {
    const file = fileOf('', 'cells.csv')
    await diff(packs.xincheng, threshold, '--on', '2025-06-30', '--out', file)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.length).toBe(501)
    expect(lines[1]).toBe(
      'e1000,research-subsidy,leaves,eligible,50000000,0,ineligible,,2,"现在不满足：营业收入不低于收入门槛（1,500 万元）"',
    )
  })

  it('uses for each side what was known then', async () => {
    const later = reformed('research-subsidy', '补助比例 (rate): 10%', '补助比例 (rate): { ..: 10%, 2025-01-01..: 12% known 2025-09-01 }')
    const { before, after, measures } = await json(later, '--on', '2025-06-30', '--other-known', '2025-12-31')
    expect([before.known, after.known]).toEqual(['2025-06-30', '2025-12-31'])
    expect(measures.find(({ measure }) => measure === 'research-subsidy')!.values).toMatchObject([
      { before: { zh: '10%' }, after: { zh: '12%' } },
    ])
  })

  it('wants something to compare', async () => {
    const { code, err } = await diff(packs.xincheng, '--on', '2025-06-30')
    expect([code, err]).toEqual([2, expect.stringContaining('--other-on')])
  })
})
