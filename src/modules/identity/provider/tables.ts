import { sql } from 'kysely'
import type { Migration } from '../../../kernel/database.ts'

/**
 * Whom a sign-in provider (OpenID Connect) means by its subjects: one link for each subject, one for each user. With a session that came through it, the sealed
 * ID token, by which the provider is later told who signs out.
 */
export type ProviderTables = {
  identity_link: { issuer: string; subject: string; user_id: string; linked_at: Date }
  identity_provider_session: { session_id: string; sealed_token: Buffer }
}

export const providerMigrations: readonly Migration[] = [
  {
    name: 'identity/4-provider',
    up: async (db) => {
      await sql`create table identity_link (
        issuer text not null, subject text not null, user_id uuid not null references identity_user, linked_at timestamptz not null,
        primary key (issuer, subject), constraint identity_link_of_user unique (issuer, user_id))`.execute(db)
      await sql`create table identity_provider_session (
        session_id uuid primary key references identity_session on delete cascade, sealed_token bytea not null)`.execute(db)
    },
  },
]
