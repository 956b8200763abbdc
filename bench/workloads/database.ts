/** `planwright run` from a table of the database to grants in the database, by either engine. */
import pg from 'pg'
import { newCells } from '../cells.ts'
import { typed } from '../command.ts'
import { csvOf, dataOf, judged } from '../data.ts'
import { ON, PACK } from '../engine.ts'
import { withServer } from '../postgres.ts'
import { ELIGIBLE, MEASURES, UNDETERMINED } from '../reference.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const NAME = 'bench_runs'
const STATES: Readonly<Record<string, number>> = { eligible: ELIGIBLE, undetermined: UNDETERMINED }

/** The cells of the last run. */
const cellsAt = async (url: string, count: number) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<[string, string, string, string | null]>({
    text: 'select enterprise, measure, status, fen from run_cell where run = (select id from run_start order by number desc limit 1)',
    rowMode: 'array',
  })
  await client.end()
  const cells = newCells(count)
  for (const [enterprise, id, status, fen] of rows) {
    const measure = (MEASURES as readonly string[]).indexOf(id)
    cells.status[measure]![Number(enterprise) - 1] = STATES[status]!
    cells.amount[measure]![Number(enterprise) - 1] = Number(fen ?? 0)
  }
  return cells
}

export const workload: Workload = {
  title: 'The whole command, from the database to grants in the database',
  clock: 'wall',
  run: ({ city }) =>
    withServer(async ({ client, urlOf }) => {
      await client.query(`drop database if exists ${NAME} with (force)`)
      await client.query(`create database ${NAME}`)
      // As PostgreSQL comes: a scan of a large table may be shared among processes.
      await client.query(`alter database ${NAME} set max_parallel_workers_per_gather = 2`)
      const url = urlOf(NAME)
      const env = { DATABASE_URL: url }
      const data = await dataOf('city', city)
      const what = `${city.toLocaleString('en')} enterprises`
      const filled = await typed(['population', PACK, await csvOf('city', city)], env)
      const lines: Line[] = [{ what: `${what} into a new table, from CSV or its snapshot`, figure: duration(filled.ms) }]
      for (const engine of ['columns', 'sql']) {
        const { ms } = await typed(['run', PACK, '--population', 'db', '--on', ON, '--out', 'db', '--engine', engine, '--json'], env)
        lines.push({
          what: `${what} × ${MEASURES.length} measures, --engine ${engine}`,
          figure: duration(ms),
          goal: atMost(ms / 1000, 5, 's'),
          answer: judged(await cellsAt(url, city), data, true),
        })
      }
      await client.query(`drop database ${NAME} with (force)`)
      return lines
    }),
}
