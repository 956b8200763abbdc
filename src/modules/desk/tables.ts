import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'
import type { Asked, Awards } from './contract.ts'

/** What an enterprise keeps here: check-ups it wants to come back to, and receipts of decisions with the facts they were made from. */
export type DeskTables = {
  desk_check_up: {
    id: string
    enterprise_id: string
    name: string
    /** What was asked, as a form gives it. */
    asked: Asked
    pack_hash: string
    decided_on: string
    awards: Awards
    total: string
    saved_by: string
    saved_at: Date
  }
  desk_receipt: {
    id: string
    enterprise_id: string
    hash: string
    receipt: string
    facts: string | null
    kept_by: string
    kept_at: Date
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'desk/1-kept',
    up: async (db) => {
      await sql`create table desk_check_up (
        id uuid primary key, enterprise_id uuid not null references party_enterprise on delete cascade, name text not null check (name <> ''), asked jsonb not null,
        pack_hash text not null, decided_on date not null, awards jsonb not null, total text not null check (total ~ '^[0-9]+[.][0-9]{2}$'),
        saved_by uuid not null references identity_user, saved_at timestamptz not null)`.execute(db)
      await sql`create index desk_check_up_of_enterprise on desk_check_up (enterprise_id, saved_at)`.execute(db)
      await sql`create table desk_receipt (
        id uuid primary key, enterprise_id uuid not null references party_enterprise on delete cascade, hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        receipt text not null, facts text, kept_by uuid not null references identity_user, kept_at timestamptz not null, unique (enterprise_id, hash))`.execute(
        db,
      )
    },
  },
]
