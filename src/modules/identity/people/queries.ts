import type { Db } from '../../../kernel/database.ts'
import type { IdentityTables } from '../tables.ts'

const own = (db: Db) => db.withTables<IdentityTables>()

const COLUMNS = ['id', 'name', 'email', 'mobile', 'staff_number', 'language', 'demo', 'created_at', 'disabled_at'] as const

/** People whose name, e-mail address, mobile or staff number holds the text, by name; those after `after`. */
export const usersFound = (db: Db, search: string, after: { readonly name: string; readonly id: string } | null, limit: number) => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const found = own(db).selectFrom('identity_user').select(COLUMNS).orderBy('name').orderBy('id').limit(limit)
  const matching =
    search === ''
      ? found
      : found.where((each) => each.or((['name', 'email', 'mobile', 'staff_number'] as const).map((column) => each(column, 'ilike', like))))
  return (
    after === null
      ? matching
      : matching.where((each) =>
          each.or([each('name', '>', after.name), each.and([each('name', '=', after.name), each('id', '>', after.id)])]),
        )
  ).execute()
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
