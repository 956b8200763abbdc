import type { Db } from '../../kernel/database.ts'
import type { DeskTables } from './tables.ts'

const own = (db: Db) => db.withTables<DeskTables>()

export const checkUpsOf = (db: Db, enterpriseId: string) =>
  own(db).selectFrom('desk_check_up').where('enterprise_id', '=', enterpriseId).orderBy('saved_at', 'desc').selectAll().execute()

export const checkUpOf = (db: Db, enterpriseId: string, id: string) =>
  own(db).selectFrom('desk_check_up').where('enterprise_id', '=', enterpriseId).where('id', '=', id).selectAll().executeTakeFirst()

export const insertCheckUp = (db: Db, row: DeskTables['desk_check_up']) =>
  own(db)
    .insertInto('desk_check_up')
    .values({ ...row, asked: JSON.stringify(row.asked) as never, awards: JSON.stringify(row.awards) as never })
    .execute()

export const deleteCheckUp = (db: Db, id: string) => own(db).deleteFrom('desk_check_up').where('id', '=', id).execute()

export const receiptsOf = (db: Db, enterpriseId: string) =>
  own(db).selectFrom('desk_receipt').where('enterprise_id', '=', enterpriseId).orderBy('kept_at', 'desc').selectAll().execute()

export const receiptOfEnterprise = (db: Db, enterpriseId: string, id: string) =>
  own(db).selectFrom('desk_receipt').where('enterprise_id', '=', enterpriseId).where('id', '=', id).selectAll().executeTakeFirst()

/** Whether it was not kept before. */
export const insertReceipt = async (db: Db, row: DeskTables['desk_receipt']): Promise<boolean> =>
  (
    await own(db)
      .insertInto('desk_receipt')
      .values(row)
      .onConflict((each) => each.columns(['enterprise_id', 'hash']).doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows === 1n
