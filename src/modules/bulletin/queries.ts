import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { Scope } from './rules/content.ts'
import type { BulletinTables } from './tables.ts'

const own = (db: Db) => db.withTables<BulletinTables>()

export type DraftRow = BulletinTables['bulletin_draft']
export type NoticeRow = BulletinTables['bulletin_notice']

/** Lets one draft of a bulletin, or one publication, through at a time. */
export const hold = (db: Db, name: string) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 4620))`.execute(db)

export const insertDraft = (db: Db, row: DraftRow) => own(db).insertInto('bulletin_draft').values(row).execute()
export const insertPublication = (db: Db, row: BulletinTables['bulletin_publication']) =>
  own(db).insertInto('bulletin_publication').values(row).execute()
export const insertNotice = (db: Db, row: NoticeRow) => own(db).insertInto('bulletin_notice').values(row).execute()

const drafts = (db: Db) =>
  own(db)
    .selectFrom('bulletin_draft as draft')
    .leftJoin('bulletin_publication as publication', 'publication.bulletin', 'draft.bulletin')
    .selectAll('draft')
    .select([
      'publication.version as published_version',
      'publication.year',
      'publication.number',
      'publication.published_on',
      'publication.published_by',
      'publication.published_at',
      'publication.department_zh as publisher_zh',
      'publication.department_en as publisher_en',
    ])
export type BulletinRow = Awaited<ReturnType<typeof versionsOf>>[number]

/** Every version of a bulletin, the latest first. */
export const versionsOf = (db: Db, bulletin: string) =>
  drafts(db).where('draft.bulletin', '=', bulletin).orderBy('draft.version', 'desc').execute()

const isLatest = sql<SqlBool>`draft.version = (select max(version) from bulletin_draft where bulletin = draft.bulletin)`

/** The latest version of each bulletin that nobody has published, the newest first. */
export const openDrafts = (db: Db) =>
  drafts(db).where('publication.bulletin', 'is', null).where(isLatest).orderBy('draft.drafted_at', 'desc').execute()

/** What was published in these scopes, the newest first. */
export const published = (db: Db, scopes: readonly Scope[]) =>
  drafts(db)
    .whereRef('publication.version', '=', 'draft.version')
    .where('draft.scope', 'in', scopes)
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.number', 'desc')
    .execute()

/** The bulletin that took the place of one, by its id. */
export const replacedBy = async (db: Db, bulletin: string) =>
  drafts(db).whereRef('publication.version', '=', 'draft.version').where('draft.replaces', '=', bulletin).executeTakeFirst()

/** The number that comes next. */
export const nextNumber = async (db: Db, scope: Scope, year: number): Promise<number> =>
  1 +
  Number(
    (
      await own(db)
        .selectFrom('bulletin_publication')
        .where('scope', '=', scope)
        .where('year', '=', year)
        .select(({ fn }) => fn.max('number').as('most'))
        .executeTakeFirst()
    )?.most ?? 0,
  )
export const nextNotice = async (db: Db, year: number): Promise<number> =>
  1 +
  Number(
    (
      await own(db)
        .selectFrom('bulletin_notice')
        .where('year', '=', year)
        .select(({ fn }) => fn.max('number').as('most'))
        .executeTakeFirst()
    )?.most ?? 0,
  )

export const noticeById = (db: Db, id: string) => own(db).selectFrom('bulletin_notice').where('id', '=', id).selectAll().executeTakeFirst()
/** Notices on a task, the newest first. */
export const noticesOfTask = (db: Db, task: string) =>
  own(db).selectFrom('bulletin_notice').where('task_id', '=', task).selectAll().orderBy('year', 'desc').orderBy('number', 'desc').execute()
