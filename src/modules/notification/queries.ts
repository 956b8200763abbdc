import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { Channels } from './rules/channels.ts'
import type { NotificationTables } from './tables.ts'

const own = (db: Db) => db.withTables<NotificationTables>()

/** Whose notices, and of which enterprises they may see any. */
export type Reader = { readonly user: string; readonly enterprises: readonly string[] }

const noticesOf = (db: Db, { user, enterprises }: Reader) =>
  own(db)
    .selectFrom('notification_notice')
    .where('user_id', '=', user)
    .where((each) => each.or([each('enterprise', 'is', null), each('enterprise', '=', sql<string>`any(${[...enterprises]}::text[])`)]))

export const insertNotice = (db: Db, notice: Omit<NotificationTables['notification_notice'], 'read_at'>) =>
  own(db)
    .insertInto('notification_notice')
    .values({ ...notice, params: JSON.stringify(notice.params) as never, read_at: null })
    .execute()

/** The last notices, unread ones first. */
export const lastNotices = (db: Db, reader: Reader, limit: number) =>
  noticesOf(db, reader).orderBy(sql`read_at is not null`).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).selectAll().execute()

export const countUnread = async (db: Db, reader: Reader): Promise<number> => {
  const { n } = await noticesOf(db, reader)
    .where('read_at', 'is', null)
    .select((each) => each.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Marks one notice or all of them read; answers with the ids of those that were not yet. */
export const markRead = async (db: Db, reader: Reader, id: string | null, now: Date): Promise<readonly string[]> =>
  (
    await own(db)
      .updateTable('notification_notice')
      .set({ read_at: now })
      .where(
        'id',
        'in',
        noticesOf(db, reader)
          .where('read_at', 'is', null)
          .$if(id !== null, (query) => query.where('id', '=', id))
          .select('id'),
      )
      .returning('id')
      .execute()
  ).map((row) => row.id)

export const isThere = async (db: Db, reader: Reader, id: string): Promise<boolean> =>
  (await noticesOf(db, reader).where('id', '=', id).select('id').executeTakeFirst()) !== undefined

export const settingsChosen = (db: Db, user: string) =>
  own(db).selectFrom('notification_setting').where('user_id', '=', user).select(['kind', 'site', 'mail']).execute()

export const saveSetting = (db: Db, user: string, kind: string, channels: Channels) =>
  own(db)
    .insertInto('notification_setting')
    .values({ user_id: user, kind, ...channels })
    .onConflict((conflict) => conflict.columns(['user_id', 'kind']).doUpdateSet({ ...channels }))
    .execute()
