import { type Generated, sql } from 'kysely'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'
import type { Scan } from '../../kernel/files.ts'
import type { Level } from '../../kernel/who.ts'
import type { Verdict } from './rules/correction.ts'

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
  /** What an enterprise says a fact is, beside what was held of it when it said so. Never changed: what became of it stands in the steps. */
  party_correction: {
    id: string
    enterprise_id: string
    fact: string
    held_value: string | null
    held_registry: string | null
    held_on: string | null
    value: string
    valid_on: string
    reason: string
    proposed_by: string
    proposed_at: Date
  }
  /**
   * When a correction is due, by the calendar of that hash; the latest row counts. `provisional`: an arrangement of holidays that was still to come may move it.
   * Without a calendar (null) only Monday to Friday was known.
   */
  party_correction_due: {
    correction_id: string
    seq: Generated<bigint>
    due_on: string
    provisional: boolean
    calendar: string | null
    at: Date
  }
  /** `post_id`: the post in which it was done; null for the enterprise's own people. */
  party_correction_step: {
    correction_id: string
    step: 'review' | 'decide' | 'withdraw'
    user_id: string
    post_id: string | null
    verdict: Verdict | null
    reason: string
    at: Date
  }
  /** A file that speaks for a correction; its bytes are kept under their SHA-256 outside of the database. */
  party_evidence: {
    id: string
    correction_id: string
    sha256: string
    name: string
    type: string
    size: number
    scan: Scan
    scanned_at: Date | null
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
  {
    // A register may deliver once more for the same day; what was delivered before stays readable as it was known then.
    name: 'party/5-record-history',
    up: async (db) => {
      await sql`alter table party_record drop constraint party_record_pkey, add primary key (enterprise_id, registry, valid_on, recorded_at)`.execute(
        db,
      )
      await sql`create trigger party_record_append_only before update or truncate on party_record for each statement execute function kernel_refuse_change()`.execute(
        db,
      )
    },
  },
  {
    name: 'party/6-authority',
    up: async (db) => {
      await sql`alter table party_delegation add constraint party_delegation_a_year check (to_on <= from_on + interval '1 year')`.execute(
        db,
      )
      // Whoever ends an administrator leaves another one, also when two of them end each other at once.
      await sql`create function party_keep_an_admin() returns trigger language plpgsql as $$ begin
        perform 1 from party_enterprise where id = old.enterprise_id for update;
        if found and not exists (select from party_member where enterprise_id = old.enterprise_id and level = 'admin' and ended_at is null)
        then raise exception 'an enterprise keeps at least one administrator' using errcode = 'check_violation'; end if;
        return null; end $$`.execute(db)
      await sql`create constraint trigger party_member_keep_an_admin after update on party_member deferrable initially deferred for each row
        when (old.level = 'admin' and old.ended_at is null and (new.ended_at is not null or new.level <> 'admin')) execute function party_keep_an_admin()`.execute(
        db,
      )
    },
  },
  {
    name: 'party/7-correction',
    up: async (db) => {
      await sql`create table party_correction (
        id uuid primary key, enterprise_id uuid not null references party_enterprise, fact text not null check (fact <> ''),
        held_value text, held_registry text, held_on date, value text not null check (value <> ''), valid_on date not null,
        reason text not null check (reason <> ''), proposed_by uuid not null references identity_user, proposed_at timestamptz not null, due_on date not null)`.execute(
        db,
      )
      await sql`create index party_correction_of_enterprise on party_correction (enterprise_id, proposed_at)`.execute(db)
      await sql`create table party_correction_step (
        correction_id uuid not null references party_correction, step text not null check (step in ('review', 'decide', 'withdraw')),
        user_id uuid not null references identity_user, post_id uuid, verdict text check (verdict in ('accept', 'refuse')), reason text not null,
        at timestamptz not null, primary key (correction_id, step), check ((step = 'withdraw') = (verdict is null)))`.execute(db)
      // Four eyes: whoever reviews does not decide, and neither has proposed. What is closed stays closed.
      await sql`create unique index party_correction_four_eyes on party_correction_step (correction_id, user_id) where step <> 'withdraw'`.execute(
        db,
      )
      await sql`create unique index party_correction_closed on party_correction_step (correction_id) where step <> 'review'`.execute(db)
      await sql`create function party_correction_in_order() returns trigger language plpgsql as $$
        declare proposer uuid; begin
        select proposed_by into proposer from party_correction where id = new.correction_id for update;
        if new.step <> 'withdraw' and proposer = new.user_id
        then raise exception 'whoever proposed a correction does not judge it' using errcode = 'check_violation'; end if;
        if new.step = 'decide' and not exists (select from party_correction_step where correction_id = new.correction_id and step = 'review')
        then raise exception 'a correction is reviewed before it is decided' using errcode = 'check_violation'; end if;
        if new.step = 'review' and exists (select from party_correction_step where correction_id = new.correction_id)
        then raise exception 'this correction was dealt with' using errcode = 'check_violation'; end if;
        return new; end $$`.execute(db)
      await sql`create trigger party_correction_in_order before insert on party_correction_step for each row execute function party_correction_in_order()`.execute(
        db,
      )
      await sql`create table party_evidence (
        id uuid primary key, correction_id uuid not null references party_correction, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null, type text not null, size integer not null check (size between 1 and 20971520),
        scan text not null check (scan in ('not-scanned', 'pending', 'clean', 'infected', 'error')), scanned_at timestamptz)`.execute(db)
      await sql`create index party_evidence_of_correction on party_evidence (correction_id)`.execute(db)
      await sql`create function party_evidence_keep() returns trigger language plpgsql as $$ begin
        if tg_op <> 'UPDATE' or row(new.id, new.correction_id, new.sha256, new.name, new.type, new.size)
          is distinct from row(old.id, old.correction_id, old.sha256, old.name, old.type, old.size)
        then raise exception 'append-only: % of % is refused', tg_op, tg_table_name; end if; return new; end $$`.execute(db)
      await sql`create trigger party_evidence_append_only before update or delete on party_evidence for each row execute function party_evidence_keep()`.execute(
        db,
      )
      await sql`create trigger party_correction_append_only before update or delete or truncate on party_correction
        for each statement execute function kernel_refuse_change()`.execute(db)
      await sql`create trigger party_correction_step_append_only before update or delete or truncate on party_correction_step
        for each statement execute function kernel_refuse_change()`.execute(db)
    },
  },
  {
    name: 'party/8-invitation',
    up: async (db) => {
      await sql`create table party_invitation (
        id uuid primary key, enterprise_id uuid not null references party_enterprise on delete cascade, token_hash bytea not null unique check (length(token_hash) = 32),
        email text not null check (email = lower(email)), via text not null check (via in ('member', 'delegation')),
        level text not null check (level in ('view', 'draft', 'submit', 'sign', 'admin')), measure text, to_on date,
        invited_by uuid not null references identity_user, invited_at timestamptz not null, expires_at timestamptz not null,
        accepted_by uuid references identity_user, accepted_at timestamptz, withdrawn_at timestamptz,
        check ((via = 'delegation') = (to_on is not null)), check (via = 'delegation' or measure is null),
        check (via = 'member' or level in ('view', 'draft', 'submit')), check (accepted_at is null or withdrawn_at is null))`.execute(db)
      await sql`create index party_invitation_of_enterprise on party_invitation (enterprise_id, invited_at)`.execute(db)
    },
  },
  {
    // Said once more where auditors look for it: the report on the separation of duties reads these.
    name: 'party/9-duties',
    up: (db) =>
      layDownDuties(
        db,
        (
          [
            ['propose', 'review'],
            ['propose', 'decide'],
            ['review', 'decide'],
          ] as const
        ).map((roles) => ({ scope: 'party.correction', roles, severity: 'block' })),
      ),
  },
  {
    // Departments look enterprises up by code and name, page by page.
    name: 'party/20-search',
    up: async (db) => {
      await sql`create index party_enterprise_by_code on party_enterprise (uscc)`.execute(db)
      await sql`create index party_enterprise_by_name on party_enterprise (name, uscc)`.execute(db)
      await sql`create index party_enterprise_by_district on party_enterprise (district, uscc)`.execute(db)
    },
  },
  {
    // A new arrangement of holidays moves what is due: each computation is a row of its own.
    name: 'party/21-due',
    up: async (db) => {
      await sql`create table party_correction_due (
        correction_id uuid not null references party_correction, due_on date not null, provisional boolean not null,
        calendar text check (calendar ~ '^[0-9a-f]{64}$'), at timestamptz not null, primary key (correction_id, at))`.execute(db)
      await sql`insert into party_correction_due select id, due_on, true, null, proposed_at from party_correction`.execute(db)
      await sql`alter table party_correction drop column due_on`.execute(db)
      await sql`create trigger party_correction_due_append_only before update or delete or truncate on party_correction_due
        for each statement execute function kernel_refuse_change()`.execute(db)
    },
  },
  {
    // Two computations may fall into one millisecond: the later one counts.
    name: 'party/22-due-order',
    up: (db) =>
      sql`alter table party_correction_due drop constraint party_correction_due_pkey,
        add column seq bigint generated always as identity, add primary key (correction_id, seq)`.execute(db),
  },
  {
    // Enterprises invite as everybody does: what is still open goes to the one table of invitations.
    name: 'party/30-one-invitation',
    up: async (db) => {
      await sql`insert into identity_invitation (id, token_hash, email, name, grants, enterprise, invited_by, invited_at, expires_at)
        select invitation.id, token_hash, email, email, jsonb_build_array(case via
          when 'member' then jsonb_build_object('kind', 'member', 'enterprise', uscc, 'level', level)
          else jsonb_build_object('kind', 'delegation', 'enterprise', uscc, 'level', level, 'measure', measure, 'toOn', to_on) end),
          uscc, invited_by, invited_at, expires_at
        from party_invitation as invitation join party_enterprise as enterprise on enterprise.id = enterprise_id
        where accepted_at is null and withdrawn_at is null and expires_at > now()`.execute(db)
      await sql`drop table party_invitation`.execute(db)
    },
  },
]
