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
]
