import { sql } from 'kysely'
import { keepRows } from '../../kernel/audit/append-only.ts'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'
import type { Scope } from './rules/content.ts'

/**
 * Bulletins and supervision notices. Nothing is ever changed: a draft that is drawn anew is another row, and what was issued wrongly is replaced by a bulletin of its
 * own. `content` is canonical JSON, `hash` its SHA-256; days and words in it are those of the moment.
 */
export type BulletinTables = {
  /** `bulletin` is one for all drafts of the same bulletin, `version` counts them. */
  bulletin_draft: {
    bulletin: string
    version: number
    quarter: string
    scope: Scope
    content: string
    hash: string
    /** The bulletin it takes the place of; null where the quarter has none yet. */
    replaces: string | null
    drafted_by: string
    drafted_at: Date
    department_zh: string
    department_en: string
  }
  /** `number` counts the bulletins of a scope that were published in `year`. */
  bulletin_publication: {
    bulletin: string
    version: number
    scope: Scope
    year: number
    number: number
    published_on: string
    published_by: string
    published_at: Date
    department_zh: string
    department_en: string
  }
  bulletin_notice: {
    id: string
    task_id: string
    /** The department that led the task when it was issued. */
    lead_id: string
    year: number
    number: number
    content: string
    hash: string
    issued_on: string
    issued_by: string
    issued_at: Date
    department_zh: string
    department_en: string
  }
}

/** Numbers go on without a gap, whoever publishes at the same time. */
const nextOf = (table: string, within: string): string => `perform pg_advisory_xact_lock(hashtextextended('${table}', 4620));
    if new.number <> (select coalesce(max(number), 0) + 1 from ${table} where ${within})
    then raise exception 'numbers go on without a gap' using errcode = 'check_violation'; end if;`

/** The latest draft is published, by somebody who drew up none; a quarter has one bulletin of a scope that stands. */
const PUBLISH = `create function bulletin_publish() returns trigger language plpgsql as $$
  declare latest bulletin_draft; standing uuid; begin
    ${nextOf('bulletin_publication', 'scope = new.scope and year = new.year')}
    select * into strict latest from bulletin_draft where bulletin = new.bulletin order by version desc limit 1;
    if new.version <> latest.version or new.scope <> latest.scope
    then raise exception 'only the latest draft is published' using errcode = 'check_violation'; end if;
    if exists (select from bulletin_draft where bulletin = new.bulletin and drafted_by = new.published_by)
    then raise exception 'whoever drew up a bulletin does not publish it' using errcode = 'check_violation'; end if;
    select p.bulletin into standing from bulletin_publication p join bulletin_draft d on d.bulletin = p.bulletin and d.version = p.version
      where d.quarter = latest.quarter and p.scope = latest.scope order by p.published_at desc, p.year desc, p.number desc limit 1;
    if standing is distinct from latest.replaces
    then raise exception 'another bulletin stands for this quarter' using errcode = 'check_violation'; end if;
    return new;
  end $$`

const NOTICE = `create function bulletin_notice_number() returns trigger language plpgsql as $$
  begin
    ${nextOf('bulletin_notice', 'year = new.year')}
    return new;
  end $$`

/** What is kept is what was hashed. */
const HASHED = "hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))"

export const migrations: readonly Migration[] = [
  {
    name: 'bulletin/1-bulletin',
    up: async (db) => {
      await sql`create table bulletin_draft (
        bulletin uuid not null, version integer not null check (version > 0), quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
        scope text not null check (scope in ('public', 'inner')), content text not null, ${sql.raw(HASHED)}, replaces uuid,
        drafted_by uuid not null references identity_user, drafted_at timestamptz not null, department_zh text not null, department_en text not null,
        primary key (bulletin, version))`.execute(db)
      await sql`create table bulletin_publication (
        bulletin uuid primary key, version integer not null, scope text not null, year integer not null, number integer not null check (number > 0),
        published_on date not null, published_by uuid not null references identity_user, published_at timestamptz not null,
        department_zh text not null, department_en text not null, unique (scope, year, number), foreign key (bulletin, version) references bulletin_draft)`.execute(
        db,
      )
      await sql`create table bulletin_notice (
        id uuid primary key, task_id uuid not null, lead_id uuid not null references office_department, year integer not null,
        number integer not null check (number > 0), content text not null, ${sql.raw(HASHED)}, issued_on date not null,
        issued_by uuid not null references identity_user, issued_at timestamptz not null, department_zh text not null, department_en text not null,
        unique (year, number))`.execute(db)
      await sql`create index bulletin_notice_of_task on bulletin_notice (task_id)`.execute(db)
      await sql.raw(PUBLISH).execute(db)
      await sql.raw(NOTICE).execute(db)
      await sql`create trigger bulletin_publish before insert on bulletin_publication for each row execute function bulletin_publish()`.execute(
        db,
      )
      await sql`create trigger bulletin_notice_number before insert on bulletin_notice for each row execute function bulletin_notice_number()`.execute(
        db,
      )
      for (const table of ['bulletin_draft', 'bulletin_publication', 'bulletin_notice']) await keepRows(db, table)
      await layDownDuties(db, [{ scope: 'bulletin.bulletin', roles: ['draft', 'publish'], severity: 'block' }])
    },
  },
]
