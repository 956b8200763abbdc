import { sql } from 'kysely'
import type { Migration } from '../../../kernel/database.ts'

/**
 * What somebody shows beside a password. The secret of one-time codes is sealed; of recovery codes only hashes are kept; a passkey's secret never leaves its
 * device. `last_step` is the latest step whose code was used: none up to it counts again. `identity_spent`: challenges that were answered, until they expire.
 */
export type FactorTables = {
  identity_totp: { user_id: string; sealed_secret: Buffer; last_step: string | number | bigint; added_at: Date }
  identity_passkey: {
    id: string
    user_id: string
    credential_id: Buffer
    public_key: Buffer
    counter: bigint
    transports: string[]
    name: string
    synced: boolean
    added_at: Date
    used_at: Date | null
  }
  identity_recovery_code: { code_hash: Buffer; user_id: string; made_at: Date; used_at: Date | null }
  identity_spent: { hash: Buffer; until: Date }
}

export const factorMigrations: readonly Migration[] = [
  {
    name: 'identity/3-factor',
    up: async (db) => {
      await sql`create table identity_totp (
        user_id uuid primary key references identity_user, sealed_secret bytea not null, last_step bigint not null, added_at timestamptz not null)`.execute(
        db,
      )
      await sql`create table identity_passkey (
        id uuid primary key, user_id uuid not null references identity_user, credential_id bytea not null unique, public_key bytea not null,
        counter bigint not null check (counter >= 0), transports text[] not null, name text not null check (name <> ''), synced boolean not null,
        added_at timestamptz not null, used_at timestamptz)`.execute(db)
      await sql`create index identity_passkey_of_user on identity_passkey (user_id, added_at)`.execute(db)
      await sql`create table identity_recovery_code (
        code_hash bytea primary key check (length(code_hash) = 32), user_id uuid not null references identity_user, made_at timestamptz not null,
        used_at timestamptz)`.execute(db)
      await sql`create index identity_recovery_code_of_user on identity_recovery_code (user_id)`.execute(db)
      await sql`create table identity_spent (hash bytea primary key check (length(hash) = 32), until timestamptz not null)`.execute(db)
      // A code that was used once is used for ever, and steps only go on.
      await sql`create function identity_keep_used() returns trigger language plpgsql as $$ begin
        if tg_table_name = 'identity_totp' then
          if new.last_step < old.last_step and new.sealed_secret = old.sealed_secret then raise exception 'identity_step_back'; end if;
        elsif old.used_at is not null then raise exception 'identity_code_used'; end if;
        return new; end $$`.execute(db)
      await sql`create trigger identity_totp_step before update on identity_totp for each row execute function identity_keep_used()`.execute(
        db,
      )
      await sql`create trigger identity_recovery_code_used before update on identity_recovery_code for each row execute function identity_keep_used()`.execute(
        db,
      )
    },
  },
]
