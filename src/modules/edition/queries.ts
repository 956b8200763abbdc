import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { EditionTables } from './tables.ts'

const own = (db: Db) => db.withTables<EditionTables>()

export const currentHash = async (db: Db): Promise<string | null> =>
  (await own(db).selectFrom('edition_pack').where('in_service', '=', true).select('hash').executeTakeFirst())?.hash ?? null

export const isKept = async (db: Db, hash: string): Promise<boolean> =>
  (await own(db).selectFrom('edition_pack').where('hash', '=', hash).select('hash').executeTakeFirst()) !== undefined

export const filesOf = async (db: Db, hash: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries((await own(db).selectFrom('edition_pack').where('hash', '=', hash).select('files').executeTakeFirstOrThrow()).files),
  )

export const allEditions = (db: Db) =>
  own(db)
    .selectFrom('edition_pack')
    .select(['hash', 'id', 'title_zh', 'title_en', 'version', 'loaded_at', 'in_service'])
    .orderBy('loaded_at', 'desc')
    .orderBy('hash')
    .execute()

/** One file of every edition that holds it, newest first. */
export const fileOfEach = async (db: Db, path: string) =>
  (
    await sql<{ hash: string; version: string; loaded_at: Date; in_service: boolean; text: string }>`
      select hash, version, loaded_at, in_service, files ->> ${path} as text from edition_pack where jsonb_exists(files, ${path}) order by loaded_at desc, hash`.execute(
      db,
    )
  ).rows

/** Keeps the texts once; the same hash twice is the same edition. */
export const keepEdition = (
  db: Db,
  edition: { hash: string; id: string; titleZh: string; titleEn: string; version: string; files: ReadonlyMap<string, string> },
) =>
  sql`insert into edition_pack (hash, id, title_zh, title_en, version, files)
    values (${edition.hash}, ${edition.id}, ${edition.titleZh}, ${edition.titleEn}, ${edition.version}, ${JSON.stringify(Object.fromEntries(edition.files))}::jsonb)
    on conflict (hash) do nothing`.execute(db)

/** Lets one publication through at a time, to the end of its transaction; readers are not held up. */
export const oneAtATime = (db: Db) => sql`lock table edition_pack in share row exclusive mode`.execute(db)

/** One edition in service at a time. */
export const putInService = async (db: Db, hash: string): Promise<void> => {
  await own(db).updateTable('edition_pack').set({ in_service: false }).where('in_service', '=', true).where('hash', '!=', hash).execute()
  await own(db).updateTable('edition_pack').set({ in_service: true }).where('hash', '=', hash).execute()
}
