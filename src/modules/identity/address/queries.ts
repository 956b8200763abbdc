import type { Db } from '../../../kernel/database.ts'
import type { AddressTables } from './tables.ts'

const own = (db: Db) => db.withTables<AddressTables>()

/** Instead of whatever other address the account wanted before. */
export const putAddressChange = (db: Db, change: AddressTables['identity_address_change']) =>
  own(db)
    .insertInto('identity_address_change')
    .values(change)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(change))
    .execute()

/** The address an account waits for, if the day to confirm it is not over. */
export const addressChangeOf = (db: Db, user: string, now: Date) =>
  own(db).selectFrom('identity_address_change').where('user_id', '=', user).where('expires_at', '>', now).selectAll().executeTakeFirst()

/** The address that is wanted no more; null if there was none. */
export const dropAddressChange = async (db: Db, user: string): Promise<string | null> =>
  (await own(db).deleteFrom('identity_address_change').where('user_id', '=', user).returning('email').executeTakeFirst())?.email ?? null
