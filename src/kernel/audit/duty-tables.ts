/** Who did what in which matter, and which two things one person may not both do. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { keepRows } from './append-only.ts'

/** What PostgreSQL reports when a person comes to a second duty that must be another's. */
export const SAME_PERSON = 'PW001'

/**
 * The lock lets one duty of a matter through at a time, so that of two at once the second one sees the first; that holds only where each statement sees what was
 * committed before it. Persons count, in whatever post they act; the operator of the command line is nobody's colleague.
 */
const CHECK = `create function kernel_acted_check() returns trigger language plpgsql as $$
  declare found_severity text;
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'a duty can be taken only in a transaction that is read committed';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.scope || '/' || new.scope_id, 4620));
    select min(r.severity) into found_severity from kernel_acted a join kernel_duty_rule r
      on r.scope = new.scope and (r.role_a, r.role_b) in ((a.role, new.role), (new.role, a.role))
      where a.scope = new.scope and a.scope_id = new.scope_id and a.actor = new.actor and new.actor like 'person:%';
    if found_severity = 'block' then
      raise exception 'separation of duties: % has taken part in % % in another duty', new.actor, new.scope, new.scope_id using errcode = '${SAME_PERSON}';
    end if;
    new.warned := found_severity is not null;
    return new;
  end $$`

export const dutyTables = async (db: Db): Promise<void> => {
  await sql`create table kernel_duty_rule (
    scope text not null, role_a text not null, role_b text not null, severity text not null check (severity in ('block', 'warn')),
    primary key (scope, role_a, role_b), check (role_a <= role_b collate "C"))`.execute(db)
  await sql`create table kernel_acted (
    number bigint generated always as identity primary key, scope text not null, scope_id text not null, actor text not null, role text not null,
    post text, at timestamptz not null, warned boolean not null)`.execute(db)
  await sql`create index kernel_acted_in on kernel_acted (scope, scope_id)`.execute(db)
  await sql.raw(CHECK).execute(db)
  await sql`create trigger kernel_acted_check before insert on kernel_acted for each row execute function kernel_acted_check()`.execute(db)
  await keepRows(db, 'kernel_duty_rule')
  await keepRows(db, 'kernel_acted')
}
