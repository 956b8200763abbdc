import { sql } from 'kysely'
import type { Migration } from '../../../kernel/database.ts'

/** An e-mail address that somebody wants and has not shown to read; one for each account. It is gone once it counts. */
export type AddressTables = {
  identity_address_change: { user_id: string; email: string; token_hash: Buffer; asked_at: Date; expires_at: Date }
}

export const addressMigrations: readonly Migration[] = [
  {
    name: 'identity/7-address-change',
    up: (db) =>
      sql`create table identity_address_change (
        user_id uuid primary key references identity_user, email text not null check (email = lower(email)),
        token_hash bytea not null unique check (length(token_hash) = 32), asked_at timestamptz not null,
        expires_at timestamptz not null check (expires_at <= asked_at + interval '1 day'))`.execute(db),
  },
]
