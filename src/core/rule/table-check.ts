/** What can be said of a table before anything runs: rows that never decide, two rows of a `unique` table that hold together, holes between rows. */
import { cellsOfTable, type Fixed, OTHER, type TableColumn } from './cells.ts'
import { coverageOf, type Point } from './coverage.ts'
import { shown } from './describe.ts'
import type { Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Node, Parameter, Table } from './tree.ts'

/** Larger tables are not looked through: rows times values that their cells name. */
const MAX_SIZE = 100_000

/** Literals, and parameters that have one value for ever. */
const fixedBy =
  (parameters: readonly Parameter[]): Fixed =>
  (node) => {
    if (node.kind === 'literal') return node.value
    if (node.kind !== 'parameter') return undefined
    const [only, ...others] = parameters.find(({ name }) => name === node.name)?.versions ?? []
    return only && others.length === 0 && only.validity.from === null && only.validity.to === null ? only.value : undefined
  }

/** `营业收入 6 亿元，认定级别 省级` */
const exampleOf = (at: Point, columns: readonly TableColumn[], table: Table, language: 'zh' | 'en'): string => {
  if (columns.length === 0) return language === 'zh' ? '任何值' : 'any values'
  return columns
    .map(({ head, pieces, index }, column) => {
      const piece = pieces[at[column]!]!
      const value = piece === OTHER ? (language === 'zh' ? '其他' : 'something else') : shown(piece, head.type, language)
      return `${table.heads[index]} = ${value}`
    })
    .join(language === 'zh' ? '，' : ', ')
}

/** Facts of their own each: any value of one can meet any of another. */
const areIndependent = (heads: readonly Node[]): boolean =>
  heads.every((head) => head.kind === 'fact') && new Set(heads.map((head) => head.kind === 'fact' && head.key)).size === heads.length

/** Whether an earlier row is written the same, or with a dash instead: that is seen also where cells cannot be read before running. */
const isRepeated = (rows: Table['rows'], row: number): boolean =>
  rows.slice(0, row).some(({ cells }) => cells.slice(0, -1).every((cell, column) => cell === '-' || cell === rows[row]!.cells[column]))

/** `spans` are those of the rows. */
export const checkTable = (
  reporter: Reporter,
  table: Table,
  parameters: readonly Parameter[],
  spans: readonly Span[],
  span: Span,
): void => {
  const { rows, hit, heads } = table
  if (rows.length ** 2 * heads.length > MAX_SIZE) return
  const { columns, rows: cells } = cellsOfTable(rows, heads.length - 1, fixedBy(parameters))
  if (columns.reduce((sum, { pieces }) => sum + pieces.length, 0) * rows.length > MAX_SIZE) return
  const { dead, overlaps, hole } = coverageOf(hit, cells, columns, areIndependent(columns.map(({ head }) => head)))
  const example = (at: Point) => ({ zh: exampleOf(at, columns, table, 'zh'), en: exampleOf(at, columns, table, 'en') })
  const repeated = hit === 'first' ? [...rows.keys()].filter((row) => isRepeated(rows, row)) : []
  for (const row of new Set([...dead, ...repeated]))
    reporter.report('rule.table-dead-row', spans[row]!, { row: row + 1 }, { severity: 'warning' })
  for (const {
    rows: [first, second],
    at,
  } of overlaps)
    reporter.report(
      'rule.table-overlap',
      spans[second]!,
      { row: second + 1, other: first + 1, example: example(at) },
      { other: { span: spans[first]!, note: { zh: '另一行', en: 'the other row' } } },
    )
  if (hole) reporter.report('rule.table-gap', span, { example: example(hole) }, { severity: 'warning' })
}
