import { type Generated, sql } from 'kysely'
import { keepRows } from '../../kernel/audit/append-only.ts'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'
import { type EvidenceFile, layDownEvidence } from '../../kernel/evidence.ts'
import type { EventKind } from './rules/events.ts'
import type { Lamp } from './rules/lamp.ts'

/**
 * Tasks of a year and what was done with them. Nothing is ever changed: a task is what its events make of it, and its lead department is that of the last `assign`.
 * `list` of an event are the co-departments of an assignment or the defects of a report that was sent back.
 */
export type WorklistTables = {
  worklist_task: {
    id: string
    year: number
    number: string
    category_zh: string
    category_en: string
    title_zh: string
    title_en: string
    content_zh: string
    content_en: string
    named_lead: string
    due_on: string | null
    fields: Readonly<Record<string, string>>
    indicators: string[]
    measures: string[]
    open: boolean
    origin: 'pack' | 'list'
    document: string | null
    added_by: string | null
    added_at: Date
    /** Where it stands in the list. */
    place: Generated<bigint>
  }
  /** Lists that offices brought, as files by their hash; they are looked at before their tasks count. */
  worklist_list: { id: string; year: number; sha256: string; name: string; brought_by: string; brought_at: Date }
  worklist_milestone: { task_id: string; number: number; title: string; due_on: string }
  worklist_event: {
    task_id: string
    number: number
    kind: EventKind
    at: Date
    user_id: string | null
    post_zh: string | null
    post_en: string | null
    department_id: string | null
    due_on: string | null
    period: string | null
    complete: boolean
    milestone: number | null
    refers: number | null
    note: string
    list: string[]
  }
  /** The lamp of a task whenever the calendar found it to be another. */
  worklist_lamp: { task_id: string; lamp: Lamp; noted_at: Date }
  worklist_evidence: EvidenceFile & { task_id: string; number: number }
}

/**
 * The clock of an event is the database's, whatever is written; its number is the next of its task. Whoever has reported answers no report of that task, and does not
 * close it.
 */
const IN_ORDER = `create function worklist_event_in_order() returns trigger language plpgsql as $$
  declare last worklist_event; begin
    perform pg_advisory_xact_lock(hashtextextended('worklist/' || new.task_id, 4620));
    select * into last from worklist_event where task_id = new.task_id order by number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1
    then raise exception 'the events of a task are numbered without a gap' using errcode = 'check_violation'; end if;
    if last.number is null and new.kind <> 'assign'
    then raise exception 'a task has a lead department before anything is done with it' using errcode = 'check_violation'; end if;
    if last.kind = 'close' then raise exception 'this task is closed' using errcode = 'check_violation'; end if;
    if new.kind in ('review', 'return', 'close') and exists (
      select from worklist_event where task_id = new.task_id and kind = 'report' and user_id = new.user_id)
    then raise exception 'whoever reported a task does not judge it' using errcode = 'check_violation'; end if;
    if new.kind = 'close' and not exists (
      select from worklist_event report join worklist_event review on review.task_id = report.task_id and review.kind = 'review' and review.refers = report.number
        join worklist_evidence evidence on evidence.task_id = report.task_id and evidence.number = report.number
      where report.task_id = new.task_id and report.kind = 'report' and report.complete)
    then raise exception 'a task is closed with evidence that was reviewed' using errcode = 'check_violation'; end if;
    new.at := greatest(clock_timestamp(), last.at);
    return new;
  end $$`

export const migrations: readonly Migration[] = [
  {
    name: 'worklist/1-task',
    up: async (db) => {
      await sql`create table worklist_task (
        id uuid primary key, year integer not null check (year between 1950 and 2199), number text not null check (number <> ''),
        category_zh text not null, category_en text not null, title_zh text not null check (title_zh <> ''), title_en text not null check (title_en <> ''),
        content_zh text not null, content_en text not null, named_lead text not null, due_on date, fields jsonb not null, indicators text[] not null,
        measures text[] not null, open boolean not null, origin text not null check (origin in ('pack', 'list')), document text,
        added_by uuid references identity_user, added_at timestamptz not null,
        place bigint generated always as identity, unique (year, number))`.execute(db)
      await sql`create table worklist_list (
        id uuid primary key, year integer not null check (year between 1950 and 2199), sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null, brought_by uuid not null references identity_user, brought_at timestamptz not null)`.execute(db)
      await sql`create table worklist_milestone (
        task_id uuid not null references worklist_task, number integer not null check (number > 0), title text not null check (title <> ''),
        due_on date not null, primary key (task_id, number))`.execute(db)
      // Exactly one lead department at any time: an assignment names one, and of two events of a task one is the later.
      await sql`create table worklist_event (
        task_id uuid not null references worklist_task, number integer not null, kind text not null check (kind in
          ('assign', 'sign', 'report', 'return', 'review', 'close', 'remind', 'ask-extension', 'extend', 'refuse-extension')),
        at timestamptz not null, user_id uuid references identity_user, post_zh text, post_en text, department_id uuid references office_department,
        due_on date, period text, complete boolean not null, milestone integer, refers integer, note text not null, list text[] not null,
        primary key (task_id, number),
        foreign key (task_id, milestone) references worklist_milestone, foreign key (task_id, refers) references worklist_event, check (refers < number),
        check ((kind = 'assign') = (department_id is not null)), check ((kind in ('assign', 'extend', 'ask-extension')) = (due_on is not null)),
        check ((kind in ('return', 'review', 'extend', 'refuse-extension')) = (refers is not null)),
        check ((kind in ('report', 'remind')) = (period is not null)), check (kind = 'report' or (not complete and milestone is null)),
        check (kind <> 'return' or cardinality(list) > 0), check (kind not in ('report', 'ask-extension', 'extend', 'refuse-extension') or note <> ''),
        check ((kind = 'remind') = (user_id is null)))`.execute(db)
      await sql`create unique index worklist_answered_once on worklist_event (task_id, refers)`.execute(db)
      await sql`create unique index worklist_closed_once on worklist_event (task_id) where kind = 'close'`.execute(db)
      await sql`create unique index worklist_reminded_once on worklist_event (task_id, period) where kind = 'remind'`.execute(db)
      await layDownEvidence(db, 'worklist', 'task')
      await sql.raw(IN_ORDER).execute(db)
      await sql`create trigger worklist_event_in_order before insert on worklist_event for each row execute function worklist_event_in_order()`.execute(
        db,
      )
      for (const table of ['worklist_task', 'worklist_list', 'worklist_milestone', 'worklist_event']) await keepRows(db, table)
      await layDownDuties(
        db,
        (['review', 'close'] as const).map((role) => ({ scope: 'worklist.task', roles: ['report', role], severity: 'block' })),
      )
    },
  },
  {
    name: 'worklist/2-lamp',
    up: async (db) => {
      await sql`create table worklist_lamp (
        task_id uuid not null references worklist_task, lamp text not null check (lamp in ('green', 'yellow', 'red')), noted_at timestamptz not null,
        primary key (task_id, noted_at))`.execute(db)
      await keepRows(db, 'worklist_lamp')
    },
  },
]
