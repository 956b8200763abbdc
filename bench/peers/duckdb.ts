/** DuckDB: the ten measures by hand as one query, stacking included, on one thread. */
import { DuckDBInstance } from '@duckdb/node-api'
import { type Cells, newCells } from '../cells.ts'
import { csvOf, type Data, dataOf, judged } from '../data.ts'
import { byHand } from '../hand.ts'
import { SCHEMA } from '../population/schema.ts'
import { RUN_COLUMNS } from '../population/texts.ts'
import { MEASURES } from '../reference.ts'
import { byHandIn, DUCKDB, heldIn, totalsOf } from '../sql.ts'
import { inTurn, timeOf } from '../timing.ts'
import { duration, type Line, type Workload } from '../workload.ts'

const TYPES = { enum: 'VARCHAR', bool: 'BOOLEAN', int: 'INTEGER', date: 'DATE', fen: 'BIGINT' } as const
const typeOf = (name: string): string => {
  const column = SCHEMA.find((each) => each.name === name)
  return column ? TYPES[column.type] : name === 'enterprise' ? 'INTEGER' : 'BOOLEAN'
}

const answered = async (data: Data, rounds: number): Promise<readonly Line[]> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const columns = RUN_COLUMNS.map((name) => `'${name}': '${typeOf(name)}'`)
  const load = `create table population as select enterprise as id, * exclude enterprise from read_csv('${await csvOf(data.profile, data.count)}', header = true, columns = {${columns.join(', ')}})`
  const loading = await timeOf('wall', () => connection.run(load))
  const query = byHandIn(DUCKDB)
  const hand = newCells(data.count)
  const [, totals, rows] = await inTurn(
    'wall',
    [
      () => byHand(data.columns, hand),
      () => connection.runAndReadAll(totalsOf(query)),
      () => connection.run(`create or replace table answer as ${query}`),
    ],
    { rounds, warm: 1 },
  )
  const cells: Cells = newCells(data.count)
  const [ids, ...answer] = (await connection.runAndReadAll(heldIn('answer'))).getColumns()
  for (const [at, id] of ids!.entries())
    for (const measure of MEASURES.keys()) {
      cells.status[measure]![Number(id) - 1] = Number(answer[measure]![at])
      cells.amount[measure]![Number(id) - 1] = Number(answer[MEASURES.length + measure]![at])
    }
  connection.closeSync()
  instance.closeSync()
  const what = `${data.profile}, ${data.count.toLocaleString('en')} enterprises`
  return [
    {
      what: `${what}, totals`,
      figure: duration(totals!.ms),
      ratio: totals!.ratio,
      of: 'by hand',
      note: `loading the CSV ${duration(loading)}, apart`,
    },
    {
      what: `${what}, every row written`,
      figure: duration(rows!.ms),
      ratio: rows!.ratio,
      of: 'by hand',
      answer: judged(cells, data, false),
    },
  ]
}

export const workload: Workload = {
  title: 'DuckDB 1.5.6, one thread',
  clock: 'wall',
  run: async ({ city, stress }) => [
    ...(await answered(await dataOf('city', city), 5)),
    ...(await answered(await dataOf('stress', stress), 1)),
  ],
}
