import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'

/**
 * A run over a whole population: that it was begun (`run_start`), that it is whole (`run_end`, `run_total`), and its cells (`run_grant`). The rows of a whole
 * run are written in one transaction, so a start without an end is a run that is under way or died; who is under way holds the run's lock.
 */
export type RunTables = {
  run_start: {
    number: number
    id: string
    pack: string
    population: string
    source: string
    decided_on: string
    known_on: string
    engine: string
    every_cell: boolean
    started_at: Date
  }
  run_end: { run: number; enterprises: bigint; times: Record<string, number>; ended_at: Date }
  run_total: { run: number; place: number; measure: string; eligible: bigint; ineligible: bigint; undetermined: bigint; fen: string }
  /** `measure` is the place in `run_total`, so that millions of rows stay small; `run_cell` shows its id. */
  run_grant: { enterprise: string; run: number; measure: number; status: number; fen: bigint | null; mask: bigint }
  run_state: { id: string; state: 'running' | 'done' | 'died' }
}

export const migrations: readonly Migration[] = [
  {
    name: 'run/1-run',
    up: async (db) => {
      await sql`create table run_start (
        number integer generated always as identity primary key, id uuid not null unique,
        pack text not null, population text not null, source text not null, decided_on date not null, known_on date not null, engine text not null,
        every_cell boolean not null, started_at timestamptz not null default now())`.execute(db)
      // No references to run_start: a run that decides inside the database looks at a moment before its start was written.
      await sql`create table run_end (
        run integer primary key, enterprises bigint not null, times jsonb not null, ended_at timestamptz not null default now())`.execute(
        db,
      )
      await sql`create table run_total (
        run integer, place smallint, measure text not null, eligible bigint not null, ineligible bigint not null, undetermined bigint not null,
        fen numeric not null, primary key (run, place))`.execute(db)
      await sql`create table run_grant (
        enterprise text, run integer, measure smallint, status smallint not null check (status in (0, 1, 2)), fen bigint check ((fen is null) = (status <> 1)),
        mask bigint not null, primary key (enterprise, run, measure))`.execute(db)
      await sql`create index run_grant_run on run_grant using brin (run)`.execute(db)
      await sql`create function run_lock(id uuid) returns bigint language sql immutable return ('x' || left(replace(id::text, '-', ''), 16))::bit(64)::bigint`.execute(
        db,
      )
      await sql`create view run_state as select s.*, e.enterprises, e.times, e.ended_at, case when e.run is not null then 'done'
        when exists (select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
          and (l.classid::bigint << 32) | l.objid::bigint = run_lock(s.id)
          and l.database = (select oid from pg_database where datname = current_database())) then 'running'
        else 'died' end as state from run_start s left join run_end e on e.run = s.number`.execute(db)
      await sql`create view run_cell as select s.id as run, g.enterprise, t.measure,
        (array['ineligible', 'eligible', 'undetermined'])[g.status + 1] as status, g.fen, g.mask
        from run_grant g join run_start s on s.number = g.run join run_total t on t.run = g.run and t.place = g.measure`.execute(db)
    },
  },
]
