import { sql } from 'kysely'
import { keepRows } from '../../kernel/audit/append-only.ts'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'
import { assessmentMigration } from './assessment/tables.ts'
import { computationMigration } from './computation/tables.ts'

/**
 * Readings that people entered, and what a second person decided on each. Rows are never changed: a correction is a reading of its own that names what it replaces.
 * Readings of the pack stay in the pack.
 */
export type PlanTables = {
  /** `submission`: entered together, by one person. `definition`: what the indicator meant when it was entered. `value`: decimal, in `unit`. */
  plan_reading: {
    id: string
    submission: string
    indicator: string
    series: string
    /** What makes this series another than those before it; only with its first reading. */
    scope: string | null
    definition: string
    period: string
    valid_from: string
    valid_to: string
    value: string
    unit: string
    precision: 'exact' | 'over' | 'about'
    status: 'final' | 'provisional'
    source_title: string
    source_publisher: string | null
    source_date: string | null
    source_address: string | null
    source_confidence: 'A' | 'B' | 'C'
    source_hash: string | null
    note: string | null
    /** The entered reading that this one replaces; null where it replaces one of the pack, or none. */
    supersedes: string | null
    /** The value it replaces, and why; null where there was none. */
    replaced_value: string | null
    reason: string | null
    /** The returned reading that this one was entered again for; null where there was none. */
    again_of: string | null
    recorded_at: Date
    recorded_by: string
    post_id: string
    post_zh: string
    post_en: string
  }
  /** Of which reading officers were reminded before it was due: once. */
  plan_reminder: { indicator: string; period: string; reminded_at: Date }
  /** `number` counts decisions in the order in which they took effect. */
  plan_reading_decision: {
    reading_id: string
    number: bigint
    verdict: 'approved' | 'returned'
    reason: string | null
    decided_at: Date
    decided_by: string
    post_id: string
    post_zh: string
    post_en: string
  }
}

/**
 * One decision at a time, so that each sees what the ones before it made stand: by another person than entered the reading, and an approval only where the reading it
 * replaces is still the one that stands.
 */
const CHECK = `create function plan_reading_decide() returns trigger language plpgsql as $$
  declare own plan_reading; standing uuid;
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'readings can be decided only in a transaction that is read committed';
    end if;
    perform pg_advisory_xact_lock(4620, 1);
    select * into strict own from plan_reading where id = new.reading_id;
    if own.recorded_by = new.decided_by then raise exception 'a reading is decided by another person than entered it'; end if;
    new.number := (select coalesce(max(number), 0) + 1 from plan_reading_decision);
    if new.verdict = 'approved' then
      select r.id into standing from plan_reading r join plan_reading_decision d on d.reading_id = r.id and d.verdict = 'approved'
        where r.indicator = own.indicator and r.series = own.series and r.period = own.period and r.definition = own.definition
        order by d.number desc limit 1;
      if standing is distinct from own.supersedes then raise exception 'another reading has come to stand in this place'; end if;
    end if;
    return new;
  end $$`

export const migrations: readonly Migration[] = [
  {
    name: 'plan/1-reading',
    up: async (db) => {
      await sql`create table plan_reading (
        id uuid primary key, submission uuid not null, indicator text not null, series text not null check (series <> ''), scope text check (scope <> ''),
        definition text not null, period text not null, valid_from date not null, valid_to date not null check (valid_to >= valid_from),
        value text not null check (value ~ '^-?[0-9]+([.][0-9]+)?$'), unit text not null, precision text not null check (precision in ('exact', 'over', 'about')),
        status text not null check (status in ('final', 'provisional')), source_title text not null check (source_title <> ''), source_publisher text,
        source_date text, source_address text check (source_address ~ '^https?://'), source_confidence text not null check (source_confidence in ('A', 'B', 'C')),
        source_hash text check (source_hash ~ '^[0-9a-f]{64}$'), note text, supersedes uuid references plan_reading, replaced_value text,
        reason text check (reason <> ''), recorded_at timestamptz not null, recorded_by uuid not null references identity_user,
        post_id text not null, post_zh text not null, post_en text not null,
        check ((replaced_value is null) = (reason is null)), check (supersedes is null or replaced_value is not null))`.execute(db)
      await sql`create index plan_reading_place on plan_reading (indicator, series, period)`.execute(db)
      await sql`create table plan_reading_decision (
        reading_id uuid primary key references plan_reading, number bigint not null unique, verdict text not null check (verdict in ('approved', 'returned')),
        reason text check (reason <> ''), decided_at timestamptz not null, decided_by uuid not null references identity_user,
        post_id text not null, post_zh text not null, post_en text not null, check ((verdict = 'returned') = (reason is not null)))`.execute(
        db,
      )
      await sql.raw(CHECK).execute(db)
      await sql`create trigger plan_reading_decide before insert on plan_reading_decision for each row execute function plan_reading_decide()`.execute(
        db,
      )
      await keepRows(db, 'plan_reading')
      await keepRows(db, 'plan_reading_decision')
      await layDownDuties(db, [{ scope: 'plan.readings', roles: ['enter', 'decide'], severity: 'block' }])
    },
  },
  assessmentMigration,
  {
    name: 'plan/3-entered-again',
    up: async (db) => {
      await sql`alter table plan_reading add column again_of uuid unique references plan_reading`.execute(db)
      await sql`create index plan_reading_own on plan_reading (recorded_by, recorded_at)`.execute(db)
    },
  },
  {
    name: 'plan/4-reminder',
    up: async (db) => {
      await sql`create table plan_reminder (indicator text not null, period text not null, reminded_at timestamptz not null, primary key (indicator, period))`.execute(
        db,
      )
      await keepRows(db, 'plan_reminder')
    },
  },
  computationMigration,
]
