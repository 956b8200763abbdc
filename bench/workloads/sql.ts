/** Inside PostgreSQL: the query that `planwright sql` prints against the same by hand, on the same table of the same server, one process. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { layoutOf } from '../../src/core/rule/sql/layout.ts'
import { resultName, sqlOf } from '../../src/core/rule/sql/query.ts'
import { type Cells, newCells } from '../cells.ts'
import { csvOf, type Data, dataOf, judged } from '../data.ts'
import { checkedPack, WHEN } from '../engine.ts'
import { RUN_COLUMNS } from '../population/texts.ts'
import { withServer } from '../postgres.ts'
import { MEASURES } from '../reference.ts'
import { byHandIn, heldIn, PAID, POSTGRESQL, STATE, totalsOf } from '../sql.ts'
import { inTurn, timeOf } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const TABLE = 'population'
const MOST = 1.2

const quoted = (name: string): string => `"${name}"`

/** The query of the pack with the columns that the one by hand has. */
const generatedQuery = async (): Promise<string> => {
  const pack = await checkedPack()
  const { query, diagnostics } = sqlOf([...pack.measures.values()], pack.facts, WHEN, TABLE)
  if (query === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  const column = (id: string, part: string): string => quoted(resultName({ id }, part))
  const columns = MEASURES.flatMap((id, index) => [
    `${column(id, 'status')} as ${STATE[index]}`,
    `coalesce(${column(id, 'award')}, 0) as ${PAID[index]}`,
  ])
  return `select id, ${columns.join(', ')} from (${query.replace(/;\s*$/, '')}) generated`
}

/** A table as `planwright sql --layout` makes it, with the columns that no measure reads beside them, filled by COPY. */
const filled = async (client: pg.Client, data: Data): Promise<number> => {
  const pack = await checkedPack()
  await client.query(`drop table if exists ${TABLE}`)
  await client.query(layoutOf([...pack.measures.values()], pack.facts, TABLE))
  for (const name of RUN_COLUMNS.slice(1)) await client.query(`alter table ${TABLE} add column if not exists ${quoted(name)} boolean`)
  const file = await csvOf(data.profile, data.count)
  const columns = RUN_COLUMNS.map((name) => (name === 'enterprise' ? 'id' : quoted(name)))
  const ms = await timeOf('wall', () =>
    pipeline(createReadStream(file), client.query(copyFrom(`copy ${TABLE} (${columns.join(', ')}) from stdin (format csv, header)`))),
  )
  await client.query(`vacuum analyze ${TABLE}`)
  return ms
}

const cellsIn = async (client: pg.Client, table: string, count: number): Promise<Cells> => {
  const cells = newCells(count)
  const { rows } = await client.query<string[]>({ text: heldIn(table), rowMode: 'array' })
  for (const [id, ...answer] of rows)
    for (const measure of MEASURES.keys()) {
      cells.status[measure]![Number(id) - 1] = Number(answer[measure])
      cells.amount[measure]![Number(id) - 1] = Number(answer[MEASURES.length + measure])
    }
  return cells
}

const compared = async (client: pg.Client, data: Data, rounds: number): Promise<readonly Line[]> => {
  const copied = await filled(client, data)
  const queries = [
    { name: 'by hand', table: 'by_hand', query: byHandIn(POSTGRESQL) },
    { name: 'generated', table: 'generated', query: await generatedQuery() },
  ]
  const what = `${data.profile}, ${data.count.toLocaleString('en')} enterprises`
  const lines: Line[] = [
    { what: `${what}, COPY in from CSV`, figure: duration(copied), note: 'apart; the primary key and the checks of the layout included' },
  ]
  const kinds = [
    { kind: 'totals', run: (query: string) => () => client.query(totalsOf(query)) },
    {
      kind: 'every row written',
      run: (query: string, table: string) => async () => {
        await client.query(`drop table if exists ${table}`)
        await client.query(`create unlogged table ${table} as ${query}`)
      },
    },
  ]
  for (const { kind, run } of kinds) {
    const times = await inTurn(
      'wall',
      queries.map(({ query, table }) => run(query, table)),
      { rounds, warm: 1 },
    )
    for (const [index, { name, table }] of queries.entries()) {
      const { ms, ratio } = times[index]!
      lines.push({
        what: `${what}, ${kind}, ${name}`,
        figure: duration(ms),
        ...(index === 1 ? { ratio, of: 'by hand' } : {}),
        ...(index === 1 && data.profile === 'city' ? { goal: atMost(ratio, MOST, '×') } : {}),
        ...(kind === 'totals' ? {} : { answer: judged(await cellsIn(client, table, data.count), data, true) }),
      })
    }
  }
  return lines
}

export const workload: Workload = {
  title: 'Inside PostgreSQL, relations included',
  clock: 'wall',
  run: ({ city, stress }) =>
    withServer(async ({ client }) => {
      const lines = [
        ...(await compared(client, await dataOf('city', city), 5)),
        ...(await compared(client, await dataOf('stress', stress), 1)),
      ]
      await client.query(`drop table if exists ${TABLE}, by_hand, generated`)
      return lines
    }),
}
