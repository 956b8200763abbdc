import { type Generated, sql } from 'kysely'
import { keepRows } from '../../kernel/audit/append-only.ts'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'
import { type EvidenceFile, layDownEvidence } from '../../kernel/evidence.ts'
import type { Stage } from '../../pack/pack.ts'
import type { EventKind } from './rules/stages.ts'

/** Key projects and what was done with them. Nothing is ever changed: a project is what its events make of it, after what the pack tells. */
export type ProjectTables = {
  project_project: {
    id: string
    number: string
    name_zh: string
    name_en: string
    district: string
    /** Fen; null: not known. */
    investment: string | null
    open: boolean
    origin: 'pack' | 'office'
    added_by: string | null
    added_at: Date
    /** Where it stands in the list. */
    place: Generated<bigint>
  }
  project_event: {
    project_id: string
    number: number
    kind: EventKind
    at: Date
    user_id: string
    post_zh: string | null
    post_en: string | null
    department_id: string | null
    stage: Stage | null
    reached_on: string | null
    refers: number | null
    into_id: string | null
    note: string
  }
  project_evidence: EvidenceFile & { project_id: string; number: number }
}

/** The clock of an event is the database's, whatever is written; its number is the next of its project; whoever reported a stage does not answer reports of that project. */
const IN_ORDER = `create function project_event_in_order() returns trigger language plpgsql as $$
  declare last project_event; begin
    perform pg_advisory_xact_lock(hashtextextended('project/' || new.project_id, 4620));
    select * into last from project_event where project_id = new.project_id order by number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1
    then raise exception 'the events of a project are numbered without a gap' using errcode = 'check_violation'; end if;
    if new.kind in ('confirm', 'return') and exists (
      select from project_event where project_id = new.project_id and kind = 'reach' and user_id = new.user_id)
    then raise exception 'whoever reported a stage does not judge it' using errcode = 'check_violation'; end if;
    if new.kind = 'confirm' and not exists (select from project_evidence where project_id = new.project_id and number = new.refers)
    then raise exception 'a stage is confirmed with evidence' using errcode = 'check_violation'; end if;
    new.at := greatest(clock_timestamp(), last.at);
    return new;
  end $$`

export const migrations: readonly Migration[] = [
  {
    name: 'project/1-project',
    up: async (db) => {
      await sql`create table project_project (
        id uuid primary key, number text not null unique check (number <> ''), name_zh text not null check (name_zh <> ''),
        name_en text not null check (name_en <> ''), district text not null, investment bigint check (investment >= 0), open boolean not null,
        origin text not null check (origin in ('pack', 'office')), added_by uuid references identity_user, added_at timestamptz not null,
        place bigint generated always as identity, check ((origin = 'pack') = (added_by is null)))`.execute(db)
      await sql`create table project_event (
        project_id uuid not null references project_project, number integer not null,
        kind text not null check (kind in ('lead', 'reach', 'confirm', 'return', 'merge')), at timestamptz not null,
        user_id uuid not null references identity_user, post_zh text, post_en text, department_id uuid references office_department,
        stage text check (stage in ('signed', 'started', 'operating')), reached_on date, refers integer, into_id uuid references project_project,
        note text not null, primary key (project_id, number), foreign key (project_id, refers) references project_event, check (refers < number),
        check ((kind = 'lead') = (department_id is not null)), check ((kind = 'reach') = (stage is not null and reached_on is not null)),
        check ((kind in ('confirm', 'return')) = (refers is not null)), check ((kind = 'merge') = (into_id is not null)), check (into_id <> project_id),
        check (kind not in ('return', 'merge') or note <> ''))`.execute(db)
      await sql`create unique index project_answered_once on project_event (project_id, refers)`.execute(db)
      await layDownEvidence(db, 'project', 'project')
      await sql.raw(IN_ORDER).execute(db)
      await sql`create trigger project_event_in_order before insert on project_event for each row execute function project_event_in_order()`.execute(
        db,
      )
      for (const table of ['project_project', 'project_event']) await keepRows(db, table)
      await layDownDuties(db, [{ scope: 'project.project', roles: ['reach', 'confirm'], severity: 'block' }])
    },
  },
]
