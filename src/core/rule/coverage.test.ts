import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exact } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { cellsOfTable } from './cells.ts'
import { coverageOf } from './coverage.ts'
import { readMeasure } from './read.ts'
import { evaluated, hitsIn, runOf } from './run.ts'
import { sampleCatalogue, sampleOf } from './samples/catalogue.ts'
import type { Constant } from './tree.ts'

const KEYS = ['服务企业数', '认定级别', '营业收入增长率']
const tableOf = (rows: readonly string[]): string =>
  sampleOf(
    `\`\`\`params\n门槛: 3 家\n\`\`\`\n\`\`\`table id=奖 hit=first\n| ${KEYS.join(' | ')} | 奖 |\n${rows.join('\n')}\n\`\`\`\n\`\`\`rule\namount: 奖\n\`\`\``,
  )
const count = fc.constantFrom('-', '>= 2 家', '< 4 家', '[1 家..4 家)', '(1 家..2 家)', '3 家', '>= 门槛', 'not(3 家, 5 家)', '< 0 家')
const level = fc.constantFrom('-', '"省级"', '"国家级", "市级"', 'not("省级", "区级")', '"区级"')
const growth = fc.constantFrom('-', '>= 10%', '[0%..10%)', '(10%..20%]', '< 5%', '5%, 15%')
const tables = fc.array(
  fc.tuple(count, level, growth).map((cells) => `| ${cells.join(' | ')} | 1 元 |`),
  { minLength: 1, maxLength: 7 },
)

/** Every way in which the cells above can tell values apart. */
const COUNTS: readonly Constant[] = [0, 1, 2, 3, 4, 5, 6]
const LEVELS: readonly Constant[] = ['国家级', '省级', '市级', '区级']
const percent = (n: number): Exact => (n === 0 ? 0 : n % 100 === 0 ? n / 100 : { n: BigInt(n), d: 100n })
const GROWTHS: readonly Constant[] = [-1, 0, 1, 5, 7, 10, 12, 15, 17, 20, 30].map(percent)
const SITUATIONS: readonly Facts[] = COUNTS.flatMap((a) =>
  LEVELS.flatMap((b) =>
    GROWTHS.map(
      (c) =>
        new Map<string, Constant>([
          ['服务企业数', a],
          ['认定级别', b],
          ['营业收入增长率', c],
        ]),
    ),
  ),
)
const when = { on: '2024-06-30', known: '2024-06-30' }

const read = (rows: readonly string[]) => {
  const { measure, diagnostics } = readMeasure(tableOf(rows), 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  const table = measure.tables[0]!
  const fixed = (node: Parameters<Parameters<typeof cellsOfTable>[2]>[0]) =>
    node.kind === 'literal' ? node.value : node.kind === 'parameter' ? measure.parameters[0]!.versions[0]!.value : undefined
  const runs = SITUATIONS.map((facts) => runOf(measure, facts, when))
  return { measure, table, diagnostics, runs, cells: cellsOfTable(table.rows, 3, fixed) }
}

describe('the analysis of a table', () => {
  it('calls dead exactly the rows that never decide', () => {
    let dead = 0
    fc.assert(
      fc.property(tables, (rows) => {
        const { table, diagnostics, runs } = read(rows)
        const deciding = new Set(runs.flatMap((run) => hitsIn(table, run) ?? []))
        const expected = table.rows.filter((row) => !deciding.has(row)).map(({ place }) => place.line)
        const found = diagnostics.filter(({ code }) => code === 'rule.table-dead-row').map(({ place }) => place.line)
        expect(found.toSorted()).toEqual(expected.toSorted())
        dead += found.length
      }),
      { numRuns: 150 },
    )
    expect(dead).toBeGreaterThan(50)
  })
  it('finds an overlap of each pair that overlaps, at a place where both rows hold', () => {
    let met = 0
    fc.assert(
      fc.property(tables, (rows) => {
        const { measure, table, runs, cells } = read(rows)
        const { overlaps } = coverageOf('unique', cells.rows, cells.columns, true)
        const holding = runs.map((run) => table.rows.filter((row) => evaluated(row.when, run) === true))
        expect(overlaps.length > 0).toBe(holding.some((each) => each.length > 1))
        for (const { rows: pair, at } of overlaps) {
          const facts = new Map(cells.columns.map(({ index, pieces }, column) => [KEYS[index]!, pieces[at[column]!]!]))
          const run = runOf(measure, facts, when)
          for (const row of pair) expect(evaluated(table.rows[row]!.when, run)).toBe(true)
          met++
        }
      }),
      { numRuns: 150 },
    )
    expect(met).toBeGreaterThan(50)
  })
  it('finds a hole only where no row holds, and none where some row always does', () => {
    let holes = 0
    fc.assert(
      fc.property(tables, (rows) => {
        const { measure, table, runs, cells } = read(rows)
        const { hole } = coverageOf('first', cells.rows, cells.columns, true)
        if (!hole) return
        holes++
        const facts = new Map(cells.columns.map(({ index, pieces }, column) => [KEYS[index]!, pieces[hole[column]!]!]))
        expect(hitsIn(table, runOf(measure, facts, when))).toBeNull()
        expect(runs.some((run) => hitsIn(table, run) === null)).toBe(true)
      }),
      { numRuns: 150 },
    )
    expect(holes).toBeGreaterThan(10)
  })
  it('does not complain of steps that begin at a threshold, nor of choices that are left out', () => {
    const codes = (rows: readonly string[]) => read(rows).diagnostics.map(({ code }) => code)
    expect(codes(['| >= 5 家 | - | - | 3 元 |', '| [2 家..5 家) | "省级" | - | 2 元 |'])).toEqual([])
    expect(codes(['| >= 5 家 | - | - | 3 元 |', '| [2 家..4 家) | - | - | 2 元 |'])).toEqual(['rule.table-gap'])
    expect(codes(['| > 4 家 | - | - | 3 元 |', '| [2 家..4 家] | - | - | 2 元 |'])).toEqual([])
  })
  it('says nothing of cells whose parameter changes in time', () => {
    const text = tableOf(['| >= 门槛 | - | - | 1 元 |', '| < 门槛 | - | - | 2 元 |', '| 1 家 | - | - | 3 元 |']).replace(
      '门槛: 3 家',
      '门槛: { 2022-01-01..2023-12-31: 3 家, 2024-01-01..: 4 家 }',
    )
    expect(readMeasure(text, 'sample.md', sampleCatalogue).diagnostics).toEqual([])
  })
})
