import { sql } from 'kysely'
import type { Migration } from '../../../kernel/database.ts'

/**
 * Keys with which machines ask for a person. Kept is the SHA-256 of the secret part; `strong` says that the key was made in a session with a second factor, so that
 * posts which want one count for it. A key is revoked, never deleted.
 */
export type KeyTables = {
  identity_key: {
    id: string
    user_id: string
    name: string
    uses: string[]
    secret_hash: Buffer
    strong: boolean
    made_at: Date
    expires_on: string
    used_at: Date | null
    revoked_at: Date | null
  }
}

export const keyMigrations: readonly Migration[] = [
  {
    name: 'identity/2-key',
    up: async (db) => {
      await sql`create table identity_key (
        id uuid primary key, user_id uuid not null references identity_user, name text not null check (name <> ''),
        uses text[] not null check (cardinality(uses) > 0), secret_hash bytea not null unique check (length(secret_hash) = 32), strong boolean not null,
        made_at timestamptz not null, expires_on date not null, used_at timestamptz, revoked_at timestamptz,
        constraint identity_key_year check (expires_on <= (made_at at time zone 'UTC')::date + 366))`.execute(db)
      await sql`create index identity_key_of_user on identity_key (user_id, made_at)`.execute(db)
    },
  },
]
