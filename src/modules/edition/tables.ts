import { sql } from 'kysely'
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
    in_service: boolean
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
]
