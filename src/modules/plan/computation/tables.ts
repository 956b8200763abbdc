import { sql } from 'kysely'
import { keepRows } from '../../../kernel/audit/append-only.ts'
import type { Migration } from '../../../kernel/database.ts'
import { COMPUTED } from '../rules/counted.ts'

/** How a reading was computed from what the house records. The rows behind it are the file of that hash. */
export type ComputationTables = {
  plan_computation: {
    id: string
    reading_id: string
    query: string
    version: number
    first_day: string
    last_day: string
    /** Exact decimals. */
    numerator: string
    denominator: string | null
    /** 100 for percent. */
    scale: number
    counted: number
    /** How many things were left out, by reason. */
    left_out: Readonly<Record<string, number>>
    rows_hash: string
    computed_at: Date
  }
}

/** The reading says what was computed, to half of its last digit. */
const FITS = `create function plan_computation_fits() returns trigger language plpgsql as $$
  declare own plan_reading; exact numeric;
  begin
    select * into strict own from plan_reading where id = new.reading_id;
    exact := case when new.denominator is null then new.numerator::numeric else new.numerator::numeric * new.scale / new.denominator::numeric end;
    if abs(own.value::numeric - exact) > 0.0000000000006 or own.source_hash is distinct from new.rows_hash
    then raise exception 'a computed reading says what was computed, and from which rows' using errcode = 'check_violation'; end if;
    return new;
  end $$`

/** A reading in a scope that is computed here counts only if it was. */
const ONLY_COMPUTED = `create function plan_reading_computed() returns trigger language plpgsql as $$
  begin
    if new.verdict = 'approved' and exists (select from plan_reading where id = new.reading_id and series like '%${COMPUTED}%')
      and not exists (select from plan_computation where reading_id = new.reading_id)
    then raise exception 'a reading of a computed scope counts only if it was computed' using errcode = 'check_violation'; end if;
    return new;
  end $$`

export const computationMigration: Migration = {
  name: 'plan/5-computation',
  up: async (db) => {
    await sql`create table plan_computation (
      id uuid primary key, reading_id uuid not null unique references plan_reading, query text not null check (query <> ''),
      version integer not null check (version > 0), first_day date not null, last_day date not null check (last_day >= first_day),
      numerator text not null check (numerator ~ '^[0-9]+([.][0-9]+)?$'), denominator text check (denominator ~ '^[0-9]+([.][0-9]+)?$'),
      scale integer not null check (scale in (1, 100)), counted integer not null check (counted >= 0), left_out jsonb not null,
      rows_hash text not null check (rows_hash ~ '^[0-9a-f]{64}$'), computed_at timestamptz not null)`.execute(db)
    await sql.raw(FITS).execute(db)
    await sql.raw(ONLY_COMPUTED).execute(db)
    await sql`create trigger plan_computation_fits before insert on plan_computation for each row execute function plan_computation_fits()`.execute(
      db,
    )
    await sql`create trigger plan_reading_computed before insert on plan_reading_decision for each row execute function plan_reading_computed()`.execute(
      db,
    )
    await keepRows(db, 'plan_computation')
  },
}
