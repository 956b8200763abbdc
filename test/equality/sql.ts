/** Rules in a real PostgreSQL. */
import type pg from 'pg'
import { dayOfNumber } from '../../src/core/dates.ts'
import { textOfExact } from '../../src/core/exact.ts'
import { type FactCatalogue, type Facts, factOf } from '../../src/core/facts.ts'
import type { When } from '../../src/core/rule/outcome.ts'
import { columnName, quoted } from '../../src/core/rule/sql/fragment.ts'
import { keysOf, layoutOf } from '../../src/core/rule/sql/layout.ts'
import { resultName, STATUSES, sqlOf } from '../../src/core/rule/sql/query.ts'
import type { Constant, Measure } from '../../src/core/rule/tree.ts'
import type { Answers, Job } from './answer.ts'

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

/** Asks PostgreSQL for every cell of a job whose rows it holds. The query is under way when the promise is returned. */
export const queried = async (client: pg.Client, { measures, catalogue, when, rows }: Job): Promise<Answers> => {
  const names = measures.flatMap((measure) =>
    ['status', 'amount', 'mask'].map((part) => `${quoted(columnName(resultName(measure, part)))}::text`),
  )
  const all = `select id, ${names.join(', ')} from (${printed(measures, catalogue, when)}) answers`
  const found = await client.query<(string | null)[]>({ text: all, rowMode: 'array' })
  if (found.rows.length !== rows.length) throw new Error(`${found.rows.length} rows of ${rows.length} came back`)
  const byRow = new Map(found.rows.map((cells) => [Number(cells[0]), cells]))
  // A relation that waits for a fact makes an eligible measure undetermined; its own amount still says that it was eligible by itself.
  const mayWait = measures.some(({ groups }) => groups.length > 0)
  return (measure, row) => {
    const [status, amount, mask] = byRow.get(row)!.slice(1 + 3 * measure, 4 + 3 * measure)
    const own = mayWait && amount !== null ? 'eligible' : STATUSES[Number(status)]!
    return { status: own, amount: typeof amount === 'string' ? BigInt(amount) : null, mask: Number(mask) }
  }
}

/** What the query gives for each row and measure, as text of the status and of other columns of the answer, in the order of rows and measures. */
export const answersOf = async (
  client: pg.Client,
  measures: readonly Measure[],
  catalogue: FactCatalogue,
  when: When,
  parts: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  const { rows } = await client.query<Record<string, unknown>>(`${printed(measures, catalogue, when)}\norder by p.id::int`)
  return rows.map((row) =>
    measures.map((measure) => {
      const column = (part: string): unknown => row[columnName(resultName(measure, part))]
      return [STATUSES[Number(column('status'))], ...parts.map((part) => String(column(part)))].join(' ')
    }),
  )
}
