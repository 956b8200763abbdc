/** Tables whose rows stay as they are: refused by triggers to everybody, and by rights to the role the site works as. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'

/**
 * Makes a table append-only, but for the columns that may change. To be called in the migration that creates it: the triggers stand from then on, and the site's role
 * loses the rights with the end of the migrations (`site-role.ts`).
 */
export const keepRows = async (db: Db, table: string, changing: readonly string[] = []): Promise<void> => {
  await sql`insert into kernel_kept (table_name, changing) values (${table}, ${changing}::text[])`.execute(db)
  await sql`create trigger ${sql.raw(`${table}_append_only`)} before ${sql.raw(changing.length === 0 ? 'update or ' : '')}delete or truncate on ${sql.table(table)}
    for each statement execute function kernel_refuse_change()`.execute(db)
  if (changing.length === 0) return
  await sql`create trigger ${sql.raw(`${table}_kept`)} before update on ${sql.table(table)} for each row execute function kernel_refuse_other(${sql.raw(
    changing.map((column) => `'${column}'`).join(', '),
  )})`.execute(db)
}
