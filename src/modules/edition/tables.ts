import { sql } from 'kysely'
import { layDownDuties } from '../../kernel/audit/duty.ts'
import type { Migration } from '../../kernel/database.ts'

export type EditionTables = {
  edition_pack: {
    hash: string
    id: string
    title_zh: string
    title_en: string
    version: string
    files: Record<string, string>
    loaded_at: Date
  }
  /** From when to when an edition was in force; the open one is the edition in service. `how`: by the operator, or by people through a proposal. */
  edition_term: {
    number: number
    hash: string
    how: 'loaded' | 'published' | 'rolled-back'
    proposal: string | null
    since: Date
    until: Date | null
  }
  /** Texts by the SHA-256 of what they say. */
  edition_text: { hash: string; text: string }
  /** Texts that somebody wants in force: `files` are hashes of texts by path, `base` is the edition they were compared with. */
  edition_proposal: {
    id: string
    hash: string
    base: string | null
    files: Record<string, string>
    origin: 'upload' | 'folder' | 'edition'
    origin_name: string
    reason: string
    proposed_by: string
    proposed_post_zh: string
    proposed_post_en: string
    proposed_at: Date
    state: 'open' | 'published' | 'withdrawn'
    decided_by: string | null
    decided_post_zh: string | null
    decided_post_en: string | null
    decided_at: Date | null
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'edition/1-pack',
    up: async (db) => {
      await sql`create table edition_pack (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'), id text not null, title_zh text not null, title_en text not null, version text not null,
        files jsonb not null, loaded_at timestamptz not null default now(), in_service boolean not null default false)`.execute(db)
      await sql`create unique index edition_pack_one_in_service on edition_pack (in_service) where in_service`.execute(db)
      await sql`create function edition_pack_keep() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' or row(new.hash, new.id, new.title_zh, new.title_en, new.version, new.files, new.loaded_at)
          is distinct from row(old.hash, old.id, old.title_zh, old.title_en, old.version, old.files, old.loaded_at)
        then raise exception 'a published edition never changes'; end if; return new; end $$`.execute(db)
      await sql`create trigger edition_pack_immutable before update or delete on edition_pack for each row execute function edition_pack_keep()`.execute(
        db,
      )
    },
  },
  {
    name: 'edition/2-no-truncate',
    up: (db) =>
      sql`create trigger edition_pack_no_truncate before truncate on edition_pack for each statement execute function kernel_refuse_change()`.execute(
        db,
      ),
  },
  {
    name: 'edition/3-proposal',
    up: async (db) => {
      await sql`create table edition_text (hash text primary key check (hash ~ '^[0-9a-f]{64}$'), text text not null)`.execute(db)
      await sql`create trigger edition_text_append_only before update or delete or truncate on edition_text
        for each statement execute function kernel_refuse_change()`.execute(db)
      await sql`create table edition_proposal (
        id uuid primary key, hash text not null check (hash ~ '^[0-9a-f]{64}$'), base text references edition_pack, files jsonb not null,
        origin text not null check (origin in ('upload', 'folder', 'edition')), origin_name text not null, reason text not null check (reason <> ''),
        proposed_by uuid not null references identity_user, proposed_post_zh text not null, proposed_post_en text not null, proposed_at timestamptz not null,
        state text not null default 'open' check (state in ('open', 'published', 'withdrawn')),
        decided_by uuid references identity_user, decided_post_zh text, decided_post_en text, decided_at timestamptz,
        constraint edition_proposal_decided check (num_nulls(decided_by, decided_post_zh, decided_post_en, decided_at) = case when state = 'open' then 4 else 0 end),
        constraint edition_proposal_two_people check (state <> 'published' or decided_by <> proposed_by), unique (id, hash))`.execute(db)
      await sql`create unique index edition_proposal_open on edition_proposal (hash) where state = 'open'`.execute(db)
      await sql`create function edition_proposal_keep() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' or old.state <> 'open' or row(new.id, new.hash, new.files, new.origin, new.origin_name, new.reason, new.proposed_by,
          new.proposed_post_zh, new.proposed_post_en, new.proposed_at) is distinct from row(old.id, old.hash, old.files, old.origin, old.origin_name, old.reason,
          old.proposed_by, old.proposed_post_zh, old.proposed_post_en, old.proposed_at)
        then raise exception 'a proposal is compared again and decided once, never changed'; end if; return new; end $$`.execute(db)
      await sql`create trigger edition_proposal_kept before update or delete on edition_proposal for each row execute function edition_proposal_keep()`.execute(
        db,
      )
      await sql`create trigger edition_proposal_no_truncate before truncate on edition_proposal for each statement execute function kernel_refuse_change()`.execute(
        db,
      )
    },
  },
  {
    name: 'edition/4-term',
    up: async (db) => {
      await sql`create table edition_term (
        number integer generated always as identity primary key, hash text not null references edition_pack,
        how text not null check (how in ('loaded', 'published', 'rolled-back')), proposal uuid unique, since timestamptz not null,
        until timestamptz check (until >= since), check ((how = 'loaded') = (proposal is null)),
        foreign key (proposal, hash) references edition_proposal (id, hash))`.execute(db)
      await sql`create unique index edition_term_one_in_service on edition_term ((true)) where until is null`.execute(db)
      await sql`create function edition_term_keep() returns trigger language plpgsql as $$ begin
        if tg_op = 'INSERT' then
          if new.proposal is not null and not exists (select from edition_proposal where id = new.proposal and state = 'published')
          then raise exception 'only a published proposal puts its edition in service'; end if;
          return new;
        end if;
        if tg_op = 'DELETE' or old.until is not null or new.until is null
          or row(new.number, new.hash, new.how, new.proposal, new.since) is distinct from row(old.number, old.hash, old.how, old.proposal, old.since)
        then raise exception 'a term of service is ended once, never changed'; end if; return new; end $$`.execute(db)
      await sql`create trigger edition_term_kept before insert or update or delete on edition_term for each row execute function edition_term_keep()`.execute(
        db,
      )
      await sql`create trigger edition_term_no_truncate before truncate on edition_term for each statement execute function kernel_refuse_change()`.execute(
        db,
      )
      await sql`insert into edition_term (hash, how, since) select hash, 'loaded', loaded_at from edition_pack where in_service`.execute(db)
      await sql`alter table edition_pack drop column in_service`.execute(db)
    },
  },
  {
    name: 'edition/5-duty',
    up: (db) => layDownDuties(db, [{ scope: 'edition.proposal', roles: ['edition.propose', 'edition.publish'], severity: 'block' }]),
  },
  {
    name: 'edition/6-kept',
    up: (db) => sql`insert into kernel_kept (table_name, changing) values ('edition_pack', '{}'), ('edition_text', '{}')`.execute(db),
  },
]
