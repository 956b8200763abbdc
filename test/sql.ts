/** Rules in a real PostgreSQL beside the interpreter. */
import type pg from 'pg'
import { dayOfNumber } from '../src/core/dates.ts'
import { textOfExact } from '../src/core/exact.ts'
import { type FactCatalogue, type Facts, factOf } from '../src/core/facts.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import { maskOf } from '../src/core/rule/mask.ts'
import type { When } from '../src/core/rule/outcome.ts'
import { columnName } from '../src/core/rule/sql/fragment.ts'
import { keysOf, layoutOf } from '../src/core/rule/sql/layout.ts'
import { resultName, STATUSES, sqlOf } from '../src/core/rule/sql/query.ts'
import type { Constant, Measure } from '../src/core/rule/tree.ts'
import { shownRow } from './population.ts'

const TABLE = 'population'

const cellOf = (key: string, value: Constant, catalogue: FactCatalogue): string | boolean => {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value
  if (factOf(key, catalogue)?.declaration.type === 'date') return dayOfNumber(Number(value))
  return textOfExact(value, 40)
}

/** Creates the population anew and fills it; row n has the id n. */
export const fill = async (
  client: pg.Client,
  measures: readonly Measure[],
  catalogue: FactCatalogue,
  rows: readonly Facts[],
): Promise<void> => {
  await client.query(`drop table if exists ${TABLE}`)
  await client.query(layoutOf(measures, catalogue, TABLE))
  const { facts, judgements } = keysOf(measures)
  const columns = [...facts, ...judgements].map((key) => [key, columnName(key)] as const)
  const records = rows.map((row, index) => {
    const cells = columns.flatMap(([key, column]) => {
      const value = row.get(key)
      return value === undefined ? [] : [[column, cellOf(key, value, catalogue)] as const]
    })
    return { id: String(index), ...Object.fromEntries(cells) }
  })
  await client.query(`insert into ${TABLE} select * from json_populate_recordset(null::${TABLE}, $1)`, [JSON.stringify(records)])
}

/** The query over the population that `fill` creates. */
export const printed = (measures: readonly Measure[], catalogue: FactCatalogue, when: When): string => {
  const { query, diagnostics } = sqlOf(measures, catalogue, when, TABLE)
  if (query === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return query
}

/** What the query gives for each row and measure, as `status amount mask` or as other parts say, in the order of rows and measures. */
export const answersOf = async (
  client: pg.Client,
  measures: readonly Measure[],
  catalogue: FactCatalogue,
  when: When,
  parts: readonly string[] = ['amount', 'mask'],
): Promise<readonly (readonly string[])[]> => {
  const { rows } = await client.query<Record<string, unknown>>(`${printed(measures, catalogue, when)}\norder by p.id::int`)
  return rows.map((row) =>
    measures.map((measure) => {
      const column = (part: string): unknown => row[columnName(resultName(measure, part))]
      return [STATUSES[Number(column('status'))], ...parts.map((part) => String(column(part)))].join(' ')
    }),
  )
}

export type Compared = {
  readonly cells: number
  readonly differences: readonly string[]
  readonly statuses: Readonly<Record<string, number>>
}

/** Holds what PostgreSQL gives for each row and measure against the interpreter. The first differences are told in full. */
export const compareWithDecide = async (
  client: pg.Client,
  measures: readonly Measure[],
  catalogue: FactCatalogue,
  when: When,
  rows: readonly Facts[],
): Promise<Compared> => {
  await fill(client, measures, catalogue, rows)
  const answers = await answersOf(client, measures, catalogue, when)
  const differences: string[] = []
  const statuses: Record<string, number> = {}
  let cells = 0
  for (const [row, facts] of rows.entries()) {
    for (const [index, measure] of measures.entries()) {
      const outcome = decide(measure, facts, when)
      const expected = `${outcome.status} ${outcome.amount} ${maskOf(measure, facts, when)}`
      const found = answers[row]?.[index]
      cells++
      statuses[outcome.status] = (statuses[outcome.status] ?? 0) + 1
      if (found !== expected && differences.length < 5)
        differences.push(
          `${measure.id}: ${expected} (decide), ${found} (SQL)\n${shownRow(facts, measure.facts, catalogue)}\n${measure.source.split('## ')[1]}`,
        )
    }
  }
  return { cells, differences, statuses }
}
