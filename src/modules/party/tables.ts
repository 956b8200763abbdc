import { sql } from 'kysely'
import type { Migration } from '../../kernel/database.ts'
import type { Level } from '../../kernel/who.ts'

/**
 * An enterprise, and one row for each delivery of a register about it, so that every fact has its source, the day it holds and the moment it was recorded.
 * The enterprise's id comes first in every key: the tables can be distributed by it.
 */
export type PartyTables = {
  party_enterprise: { id: string; uscc: string; name: string; district: string; synthetic: boolean }
  party_record: { enterprise_id: string; registry: string; valid_on: string; recorded_at: Date; facts: Record<string, string> }
  /** What a person may do for an enterprise. A change of level ends one row and begins another. */
  party_member: {
    id: string
    enterprise_id: string
    user_id: string
    level: Level
    from_on: string
    granted_by: string | null
    granted_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  /** What an enterprise lets an agent do for it until a day, for one measure or all. */
  party_delegation: {
    id: string
    enterprise_id: string
    agent_id: string
    level: Level
    measure: string | null
    from_on: string
    to_on: string
    granted_by: string
    granted_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'party/1-enterprise',
    up: async (db) => {
      await sql`create table party_enterprise (
        id uuid primary key, uscc text not null unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'), name text not null, district text not null, synthetic boolean not null)`.execute(
        db,
      )
      await sql`create table party_record (
        enterprise_id uuid not null references party_enterprise on delete cascade, registry text not null, valid_on date not null,
        recorded_at timestamptz not null default now(), facts jsonb not null, primary key (enterprise_id, registry, valid_on))`.execute(db)
    },
  },
  {
    // Region 000000 does not exist: such a code is synthetic, and every synthetic one is such a code.
    name: 'party/2-synthetic-codes',
    up: (db) =>
      sql`alter table party_enterprise add constraint party_synthetic_code check (synthetic = (substr(uscc, 3, 6) = '000000'))`.execute(db),
  },
  {
    // The id follows from the code, so that one code is one enterprise without an index over all of them: the table can be distributed by the id.
    name: 'party/3-id-of-code',
    up: async (db) => {
      await sql`delete from party_enterprise where synthetic`.execute(db)
      await sql`alter table party_enterprise drop constraint party_enterprise_uscc_key,
        add constraint party_id_of_code check (id = md5('uscc:' || uscc)::uuid)`.execute(db)
    },
  },
  {
    name: 'party/4-member',
    up: async (db) => {
      await sql`create table party_member (
        id uuid primary key, enterprise_id uuid not null references party_enterprise on delete cascade, user_id uuid not null references identity_user,
        level text not null check (level in ('view', 'draft', 'submit', 'sign', 'admin')), from_on date not null,
        granted_by uuid references identity_user, granted_at timestamptz not null default now(), ended_by uuid references identity_user, ended_at timestamptz)`.execute(
        db,
      )
      await sql`create unique index party_member_once on party_member (enterprise_id, user_id) where ended_at is null`.execute(db)
      await sql`create index party_member_of_user on party_member (user_id)`.execute(db)
      // An agent never gets what only the enterprise's own people have: to sign and to let others in.
      await sql`create table party_delegation (
        id uuid primary key, enterprise_id uuid not null references party_enterprise on delete cascade, agent_id uuid not null references identity_user,
        level text not null check (level in ('view', 'draft', 'submit')), measure text, from_on date not null, to_on date not null check (to_on >= from_on),
        granted_by uuid not null references identity_user, granted_at timestamptz not null default now(), ended_by uuid references identity_user, ended_at timestamptz)`.execute(
        db,
      )
      await sql`create index party_delegation_of_agent on party_delegation (agent_id)`.execute(db)
    },
  },
]
