import { sql } from 'kysely'
import { ID, type TableColumn, tableName } from '../../core/rule/sql/layout.ts'
import { contentQuery, doubledQuery, scaleName, sizeQuery, wrongName } from '../../core/rule/sql/read.ts'
import type { Db } from '../../kernel/database.ts'
import type { RunBasis, RunOutcome, RunTotal } from './contract.ts'
import type { RunTables } from './tables.ts'

const own = (db: Db) => db.withTables<RunTables>()

/** Holds a run until the transaction ends, whatever ends it; false if somebody else holds it. */
export const lockRun = async (db: Db, id: string): Promise<boolean> =>
  (await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(run_lock(${id}::uuid)) as held`.execute(db)).rows[0]!.held

/** The moment that the rest of the transaction looks at is its first statement. */
export const oneMoment = (db: Db) => sql`set transaction isolation level repeatable read`.execute(db)

/** The number of a run, and whether it is whole; null if it was never begun. */
export const runOf = (db: Db, id: string) =>
  own(db)
    .selectFrom('run_start')
    .leftJoin('run_end', 'run_end.run', 'run_start.number')
    .where('id', '=', id)
    .select(['number', (each) => each('run_end.run', 'is not', null).as('isWhole')])
    .executeTakeFirst()

export const insertStart = async (db: Db, basis: RunBasis): Promise<number> =>
  (
    await sql<{ number: number }>`insert into run_start (id, pack, population, source, decided_on, known_on, engine, every_cell)
      values (${basis.id}, ${basis.pack}, ${basis.population}, ${basis.source}, ${basis.on}, ${basis.known}, ${basis.engine}, ${basis.all}) returning number`.execute(
      db,
    )
  ).rows[0]!.number

/** Forgets that a run was begun, unless it is whole. */
export const deleteStart = (db: Db, id: string) =>
  sql`delete from run_start s where id = ${id}::uuid and not exists (select from run_end where run = s.number)`.execute(db)

export const insertEnd = async (db: Db, run: number, { enterprises, totals, times }: RunOutcome): Promise<void> => {
  await sql`insert into run_end (run, enterprises, times) values (${run}, ${enterprises}, ${JSON.stringify(times)}::jsonb)`.execute(db)
  await sql`insert into run_total (run, place, measure, eligible, ineligible, undetermined, fen)
    select ${run}, place - 1, row.measure, row.eligible, row.ineligible, row.undetermined, row.fen
    from unnest(${totals.map(({ measure }) => measure)}::text[], ${totals.map(({ eligible }) => eligible)}::bigint[],
      ${totals.map(({ ineligible }) => ineligible)}::bigint[], ${totals.map(({ undetermined }) => undetermined)}::bigint[],
      ${totals.map(({ fen }) => String(fen))}::numeric[]) with ordinality as row (measure, eligible, ineligible, undetermined, fen, place)`.execute(
    db,
  )
}

/** Bytes of `grantRows` go in here. */
export const GRANTS_IN = 'copy run_grant (enterprise, run, measure, status, fen, mask) from stdin (format binary)'

/** Writes the cells that a query gives. They are found first and written then, since PostgreSQL shares the finding among processes only where nothing is written. */
export const insertGrants = async (db: Db, run: number, grants: string): Promise<void> => {
  await sql`create temporary table run_found on commit drop as ${sql.raw(grants)}`.execute(db)
  await sql`insert into run_grant (enterprise, run, measure, status, fen, mask)
    select enterprise, ${run}, measure, status, fen, mask from run_found`.execute(db)
}

/** The totals of measures over so many enterprises, from the cells that `cells` selects: a query, or the grants of a run. */
export const totalsOf = async (
  db: Db,
  measures: readonly string[],
  enterprises: number,
  cells: string | number,
): Promise<readonly RunTotal[]> => {
  const from = typeof cells === 'string' ? sql`(${sql.raw(cells)}) as grants` : sql`run_grant where run = ${cells}`
  const { rows } = await sql<{ measure: number; eligible: bigint; undetermined: bigint; fen: string | null }>`select measure,
    count(*) filter (where status = 1) as eligible, count(*) filter (where status = 2) as undetermined, sum(fen)::text as fen from ${from} group by 1`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [row.measure, row]))
  return measures.map((measure, place) => {
    const row = found.get(place)
    const [eligible, undetermined] = [Number(row?.eligible ?? 0), Number(row?.undetermined ?? 0)]
    return { measure, eligible, undetermined, ineligible: enterprises - eligible - undetermined, fen: BigInt(row?.fen ?? 0) }
  })
}

/** The types of a table's columns by name; null if there is no such table. */
export const columnTypes = async (db: Db, table: string): Promise<ReadonlyMap<string, string> | null> => {
  const { rows } = await sql<{ name: string; type: string }>`select attname as name, format_type(atttypid, null) as type
    from pg_attribute where attrelid = to_regclass(${tableName(table)}) and attnum > 0 and not attisdropped`.execute(db)
  return rows.length === 0 ? null : new Map(rows.map(({ name, type }) => [name, type]))
}

/** Whether an index keeps every id from standing there twice. */
const hasUniqueId = async (db: Db, table: string): Promise<boolean> =>
  (
    await sql`select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = to_regclass(${tableName(table)}) and i.indisunique and i.indisvalid and i.indnkeyatts = 1 and i.indpred is null
      and a.attname = ${ID}`.execute(db)
  ).rows.length > 0

/** An id that several rows share; null if none is. */
export const doubledId = async (db: Db, table: string): Promise<string | null> =>
  (await hasUniqueId(db, table)) ? null : ((await sql<{ id: string }>`${sql.raw(doubledQuery(table))}`.execute(db)).rows[0]?.id ?? null)

/** How many rows there are, and the decimal places of each column. */
export const sizeOf = async (db: Db, columns: readonly TableColumn[], table: string) => {
  const row = (await sql<Record<string, bigint | number | null>>`${sql.raw(sizeQuery(columns, table))}`.execute(db)).rows[0]!
  return { rows: Number(row.rows), scales: columns.map((_, index) => Number(row[scaleName(index)] ?? 0)) }
}

/** The sum of the hashes of all rows; `looking`: how many rows lack an id, and how many values of each column are none, which is 0 for whoever does not look. */
export const contentOf = async (db: Db, columns: readonly TableColumn[], table: string, looking: boolean) => {
  const row = (await sql<Record<string, bigint | string>>`${sql.raw(contentQuery(columns, table, looking))}`.execute(db)).rows[0]!
  return {
    rows: Number(row.rows),
    sum: String(row.sum),
    withoutId: Number(row['without id'] ?? 0),
    wrong: columns.map((_, index) => Number(row[wrongName(index)] ?? 0)),
  }
}

/** Names the moment this transaction looks at, so that another connection can look at the same. */
export const exportMoment = async (db: Db): Promise<string> =>
  (await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(db)).rows[0]!.name
export const importMoment = (db: Db, name: string) => sql`set transaction snapshot ${sql.lit(name)}`.execute(db)

/** `layout` is what `layoutOf` prints. */
export const createTable = (db: Db, layout: string) => sql.raw(layout).execute(db)

/** Tells the planner what the table is like. */
export const analyse = (db: Db, table: string) => sql`analyze ${sql.raw(tableName(table))}`.execute(db)

/** Every whole run with its sums, the newest first. */
export const keptRuns = async (db: Db) =>
  (
    await sql<{
      number: number
      id: string
      pack: string
      population: string
      source: string
      decided_on: string
      known_on: string
      engine: string
      ended_at: Date
      enterprises: bigint
      eligible: string
      fen: string
    }>`select s.number, replace(s.id::text, '-', '') as id, s.pack, s.population, s.source, s.decided_on, s.known_on, s.engine, e.ended_at, e.enterprises,
      coalesce(sum(t.eligible), 0)::text as eligible, coalesce(sum(t.fen), 0)::text as fen
      from run_start s join run_end e on e.run = s.number left join run_total t on t.run = s.number
      group by s.number, e.run order by e.ended_at desc, s.number desc`.execute(db)
  ).rows

/** The id of some enterprise of a run; null if the run kept no cell. */
export const sampleId = async (db: Db, run: number): Promise<string | null> =>
  (await own(db).selectFrom('run_grant').where('run', '=', run).select('enterprise').limit(1).executeTakeFirst())?.enterprise ?? null

/** The totals of a run in the order of its measures. */
export const totalsKept = async (db: Db, run: number): Promise<readonly RunTotal[]> =>
  (await own(db).selectFrom('run_total').where('run', '=', run).orderBy('place').selectAll().execute()).map((row) => ({
    measure: row.measure,
    eligible: Number(row.eligible),
    ineligible: Number(row.ineligible),
    undetermined: Number(row.undetermined),
    fen: BigInt(row.fen),
  }))
