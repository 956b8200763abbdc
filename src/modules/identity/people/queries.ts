import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { Listing } from '../../../kernel/listing.ts'
import type { IdentityTables } from '../tables.ts'

const own = (db: Db) => db.withTables<IdentityTables>()

const COLUMNS = ['id', 'name', 'email', 'mobile', 'staff_number', 'language', 'demo', 'created_at', 'disabled_at'] as const

/** Everybody with an account; instants are filtered by days of this time zone. */
export const accounts = (zone: string): Listing => ({
  from: sql`identity_user`,
  where: sql<boolean>`true`,
  key: sql<string>`id::text`,
  columns: {
    name: { kind: 'text', sql: sql`name` },
    email: { kind: 'text', sql: sql`coalesce(email, '')` },
    mobile: { kind: 'text', sql: sql`coalesce(mobile, '')` },
    staffNumber: { kind: 'text', sql: sql`coalesce(staff_number, '')` },
    state: { kind: 'choice', sql: sql`case when disabled_at is null then 'on' else 'off' end` },
    demo: { kind: 'choice', sql: sql`demo::text`, sortable: false },
    since: { kind: 'instant', sql: sql`created_at`, zone },
  },
  order: 'name',
})

/** At most `limit` people whose name, e-mail address, mobile or staff number holds the text, by name. */
export const usersFound = (db: Db, search: string, limit: number) => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return own(db)
    .selectFrom('identity_user')
    .select(COLUMNS)
    .where((each) => each.or((['name', 'email', 'mobile', 'staff_number'] as const).map((column) => each(column, 'ilike', like))))
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export const usersByIds = (db: Db, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : own(db).selectFrom('identity_user').where('id', 'in', ids).select(COLUMNS).execute()

/** Locks the row: whoever decides about a person holds it until the transaction ends. */
export const userForUpdate = (db: Db, id: string) =>
  own(db).selectFrom('identity_user').where('id', '=', id).forUpdate().select(COLUMNS).executeTakeFirst()

export const setDisabled = (db: Db, id: string, at: Date | null) =>
  own(db).updateTable('identity_user').set({ disabled_at: at }).where('id', '=', id).execute()

/** Sessions that were not ended, some of which may have lapsed. */
export const openSessions = (db: Db, user: string) =>
  own(db)
    .selectFrom('identity_session')
    .where('user_id', '=', user)
    .where('ended_at', 'is', null)
    .select(['created_at', 'seen_at'])
    .execute()
