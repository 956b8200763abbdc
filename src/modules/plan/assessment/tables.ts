import { sql } from 'kysely'
import { keepRows } from '../../../kernel/audit/append-only.ts'
import type { Migration } from '../../../kernel/database.ts'
import type { Target } from '../../../pack/pack.ts'
import type { FrozenForecast, Outcome } from '../rules/frozen.ts'

/**
 * Every assessment of a target that was ever made, each after the one it took the place of. `input` is the canonical text of exactly what went in, `input_hash` its
 * SHA-256; `as_of` and `known` are the day on which it first stood.
 */
export type AssessmentRow = {
  id: string
  /** The assessment of the same target that stood before; null: the first. */
  follows: string | null
  indicator: string
  period: string
  kind: Target['kind']
  comparator: Target['comparator']
  value: string
  document: string | null
  edition: string
  as_of: string
  known: string
  method: string
  input: string
  input_hash: string
  category: Outcome['category']
  doubt: Outcome['doubt']
  reason: Outcome['reason']
  ratio: string | null
  forecast: FrozenForecast | null
  text_zh: string
  text_en: string
  recorded_at: Date
}
export type AssessmentTables = { plan_assessment: AssessmentRow }

/** An assessment follows one of the same target, is later than it, and something else went in or judged it. */
const CHECK = `create function plan_assessment_follow() returns trigger language plpgsql as $$
  declare before plan_assessment;
  begin
    if new.follows is null then return new; end if;
    select * into before from plan_assessment where id = new.follows;
    if (before.indicator, before.period, before.kind, before.comparator, before.value, before.document)
      is distinct from (new.indicator, new.period, new.kind, new.comparator, new.value, new.document)
    then raise exception 'an assessment follows one of the same target' using errcode = 'check_violation'; end if;
    if before.recorded_at > new.recorded_at
    then raise exception 'an assessment is not dated back' using errcode = 'check_violation'; end if;
    if (before.input_hash, before.method) = (new.input_hash, new.method)
    then raise exception 'the same input is assessed once' using errcode = 'check_violation'; end if;
    return new;
  end $$`

export const assessmentMigration: Migration = {
  name: 'plan/2-assessment',
  up: async (db) => {
    await sql`create table plan_assessment (
      id uuid primary key, follows uuid unique references plan_assessment, indicator text not null, period text not null,
      kind text not null check (kind in ('plan', 'annual', 'later')), comparator text not null, value text not null, document text, edition text not null,
      as_of date not null, known date not null, method text not null, input text not null,
      input_hash text not null check (input_hash = encode(sha256(convert_to(input, 'UTF8')), 'hex')),
      category text not null check (category in ('met', 'missed', 'on-track', 'accelerate', 'limited', 'moving-away', 'not-assessable')),
      doubt text, reason text, ratio text check (ratio ~ '^-?[0-9]+([.][0-9]+)?$'), forecast jsonb, text_zh text not null, text_en text not null,
      recorded_at timestamptz not null, check (follows <> id), check ((category = 'not-assessable') = (reason is not null)))`.execute(db)
    await sql`create unique index plan_assessment_first on plan_assessment (indicator, period, kind, comparator, value, coalesce(document, ''))
      where follows is null`.execute(db)
    await sql`create index plan_assessment_of on plan_assessment (indicator, recorded_at)`.execute(db)
    await sql.raw(CHECK).execute(db)
    await sql`create trigger plan_assessment_follow before insert on plan_assessment for each row execute function plan_assessment_follow()`.execute(
      db,
    )
    await keepRows(db, 'plan_assessment')
  },
}
