import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'

/**
 * People with accounts and their sessions. A session is known by the SHA-256 of its token, so that whoever reads the table cannot use it; `strong_at` is when a
 * second factor was last given.
 */
export type IdentityTables = {
  identity_user: {
    id: string
    name: string
    email: string | null
    mobile: string | null
    staff_number: string | null
    language: 'zh' | 'en'
    demo: boolean
    created_at: Date
    disabled_at: Date | null
  }
  identity_session: {
    id: string
    token_hash: Buffer
    user_id: string
    strong_at: Date | null
    address: string
    agent: string
    created_at: Date
    seen_at: Date
    ended_at: Date | null
    /** When the password was last shown again, after signing in. */
    proven_at: Date | null
  }
  /** A person's password as argon2id in the PHC string format; whoever signs in another way has none. */
  identity_password: { user_id: string; hash: string; set_at: Date }
  /** Attempts to sign in that failed, by account or by address; `subject` says which without naming it. */
  identity_attempt: { subject: Buffer; failures: number; last_at: Date }
  /**
   * What is offered to an e-mail address. `grants`: what comes with it, for those who give it to read; `enterprise`: the code of the one that invites, null where the
   * administration does.
   */
  identity_invitation: {
    id: string
    token_hash: Buffer
    email: string
    name: string
    grants: unknown
    enterprise: string | null
    invited_by: string | null
    invited_at: Date
    expires_at: Date
    accepted_by: string | null
    accepted_at: Date | null
    withdrawn_at: Date | null
  }
  /** A way to a new password for whoever reads the e-mail of an account. */
  identity_reset: { token_hash: Buffer; user_id: string; asked_at: Date; expires_at: Date; used_at: Date | null }
}

export const migrations: readonly Migration[] = [
  {
    name: 'identity/1-user',
    up: async (db) => {
      await sql`create table identity_user (
        id uuid primary key, name text not null check (name <> ''), email text unique check (email = lower(email)), mobile text unique,
        staff_number text unique, language text not null default 'zh' check (language in ('zh', 'en')), demo boolean not null default false,
        created_at timestamptz not null default now(), disabled_at timestamptz)`.execute(db)
      await sql`create table identity_session (
        id uuid primary key, token_hash bytea not null unique check (length(token_hash) = 32), user_id uuid not null references identity_user,
        strong_at timestamptz, address text not null, agent text not null, created_at timestamptz not null, seen_at timestamptz not null, ended_at timestamptz)`.execute(
        db,
      )
      await sql`create index identity_session_of_user on identity_session (user_id, created_at)`.execute(db)
    },
  },
  {
    name: 'identity/2-password',
    up: async (db) => {
      await sql`create table identity_password (
        user_id uuid primary key references identity_user, hash text not null check (hash like '$argon2id$%'), set_at timestamptz not null)`.execute(
        db,
      )
      await sql`create table identity_attempt (
        subject bytea primary key check (length(subject) = 32), failures integer not null check (failures >= 0), last_at timestamptz not null)`.execute(
        db,
      )
      await sql`create index identity_attempt_old on identity_attempt (last_at)`.execute(db)
      // However somebody writes their staff number, it is one person's; and what is read as a mobile number is none.
      await sql`create unique index identity_staff_number on identity_user (lower(staff_number))`.execute(db)
      await sql`alter table identity_user add check (mobile ~ '^1[3-9][0-9]{9}$'), add check (staff_number !~ '^1[3-9][0-9]{9}$')`.execute(
        db,
      )
    },
  },
  {
    name: 'identity/3-invitation',
    up: async (db) => {
      await sql`create table identity_invitation (
        id uuid primary key, token_hash bytea not null unique check (length(token_hash) = 32), email text not null check (email = lower(email)),
        name text not null check (name <> ''), grants jsonb not null check (jsonb_typeof(grants) = 'array'), invited_by uuid references identity_user,
        invited_at timestamptz not null, expires_at timestamptz not null check (expires_at <= invited_at + interval '7 days'),
        accepted_by uuid unique references identity_user, accepted_at timestamptz, withdrawn_at timestamptz,
        check ((accepted_by is null) = (accepted_at is null)), check (accepted_at is null or withdrawn_at is null), check (accepted_at <= expires_at))`.execute(
        db,
      )
      await sql`create table identity_reset (
        token_hash bytea primary key check (length(token_hash) = 32), user_id uuid not null references identity_user,
        asked_at timestamptz not null, expires_at timestamptz not null check (expires_at <= asked_at + interval '1 hour'),
        used_at timestamptz check (used_at <= expires_at))`.execute(db)
      await sql`create index identity_reset_of_user on identity_reset (user_id)`.execute(db)
    },
  },
  {
    name: 'identity/5-proof',
    up: (db) => sql`alter table identity_session add proven_at timestamptz`.execute(db),
  },
  {
    // One kind of invitation for all who come in: whoever has an account accepts as many as they get.
    name: 'identity/6-invitation-of-enterprise',
    up: async (db) => {
      await sql`alter table identity_invitation drop constraint identity_invitation_accepted_by_key, add enterprise text`.execute(db)
      await sql`create index identity_invitation_open on identity_invitation (enterprise, invited_at) where accepted_at is null and withdrawn_at is null`.execute(
        db,
      )
      await sql`create index identity_invitation_to on identity_invitation (email)`.execute(db)
    },
  },
]
