import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'

/**
 * Departments, their posts and who holds them from when to when. An assignment is ended, never deleted, so that a record's post can always be explained;
 * `acting` says that the holder stands in for another.
 */
export type OfficeTables = {
  office_department: { id: string; name_zh: string; name_en: string; created_at: Date; closed_on: string | null }
  office_post: { id: string; department_id: string; title_zh: string; title_en: string; roles: string[]; closed_on: string | null }
  office_assignment: {
    id: string
    post_id: string
    user_id: string
    acting: boolean
    reason: string
    from_on: string
    to_on: string | null
    granted_by: string | null
    granted_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  /** Who administers for good; `lasts`: still does. */
  office_administrator: { assignment: string; person: string; from_on: string; lasts: boolean }
}

export const migrations: readonly Migration[] = [
  {
    name: 'office/1-post',
    up: async (db) => {
      await sql`create table office_department (
        id uuid primary key, name_zh text not null unique, name_en text not null unique, created_at timestamptz not null default now(), closed_on date)`.execute(
        db,
      )
      await sql`create table office_post (
        id uuid primary key, department_id uuid not null references office_department, title_zh text not null, title_en text not null,
        roles text[] not null check (cardinality(roles) > 0 and roles <@ array['officer', 'finance', 'auditor', 'planner', 'administrator']),
        closed_on date, unique (department_id, title_zh))`.execute(db)
      await sql`create table office_assignment (
        id uuid primary key, post_id uuid not null references office_post, user_id uuid not null references identity_user,
        acting boolean not null, reason text not null default '', from_on date not null, to_on date check (to_on >= from_on),
        granted_by uuid references identity_user, granted_at timestamptz not null default now(), ended_by uuid references identity_user, ended_at timestamptz,
        check (not acting or (to_on is not null and reason <> '')))`.execute(db)
      await sql`create index office_assignment_of_user on office_assignment (user_id)`.execute(db)
    },
  },
  {
    name: 'office/2-kept',
    up: async (db) => {
      await sql`alter table office_assignment add constraint office_nobody_oneself check (granted_by is distinct from user_id)`.execute(db)
      // Of an assignment only its end is ever written, once; of a post only its closing: what a record names keeps its meaning.
      await sql`create function office_assignment_keep() returns trigger language plpgsql as $$ begin
        if old.ended_at is not null or row(new.id, new.post_id, new.user_id, new.acting, new.reason, new.from_on, new.to_on, new.granted_by, new.granted_at)
          is distinct from row(old.id, old.post_id, old.user_id, old.acting, old.reason, old.from_on, old.to_on, old.granted_by, old.granted_at)
        then raise exception 'an assignment is ended, never changed'; end if; return new; end $$`.execute(db)
      await sql`create trigger office_assignment_immutable before update on office_assignment for each row execute function office_assignment_keep()`.execute(
        db,
      )
      await sql`create function office_post_keep() returns trigger language plpgsql as $$ begin
        if row(new.id, new.department_id, new.title_zh, new.title_en, new.roles) is distinct from row(old.id, old.department_id, old.title_zh, old.title_en, old.roles)
        then raise exception 'a post is closed, never changed'; end if; return new; end $$`.execute(db)
      await sql`create trigger office_post_immutable before update on office_post for each row execute function office_post_keep()`.execute(
        db,
      )
      for (const table of ['office_department', 'office_post', 'office_assignment'])
        await sql`create trigger ${sql.raw(table)}_kept before delete or truncate on ${sql.raw(table)}
          for each statement execute function kernel_refuse_change()`.execute(db)
    },
  },
  {
    // Once somebody administers for good, somebody always does. The lock lets two changes that each leave the other's administrator through one at a time.
    name: 'office/3-administrator',
    up: async (db) => {
      await sql`create view office_administrator as select assignment.id as assignment, assignment.user_id as person, assignment.from_on,
        assignment.ended_at is null and post.closed_on is null and person.disabled_at is null as lasts
        from office_assignment assignment join office_post post on post.id = assignment.post_id join identity_user person on person.id = assignment.user_id
        where 'administrator' = any (post.roles) and not assignment.acting and assignment.to_on is null`.execute(db)
      await sql`create function office_administrator_stays() returns trigger language plpgsql as $$ begin
        perform pg_advisory_xact_lock(4620002);
        if exists (select from office_administrator) and not exists (select from office_administrator where lasts)
        then raise exception 'the last administrator stays'; end if; return null; end $$`.execute(db)
      for (const [table, column] of [
        ['office_assignment', 'ended_at'],
        ['office_post', 'closed_on'],
        ['identity_user', 'disabled_at'],
      ] as const)
        await sql`create trigger office_administrator_stays after update of ${sql.raw(column)} on ${sql.raw(table)}
          for each row when (old.${sql.raw(column)} is null and new.${sql.raw(column)} is not null) execute function office_administrator_stays()`.execute(
          db,
        )
    },
  },
]
