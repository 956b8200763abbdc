/** The role a running site works as: it may write whatever changes, and can take nothing away that stays. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'

export const SITE_ROLE = 'planwright_site'

/** Tables that only a migration writes. */
const FIXED = ['kernel_migration', 'kernel_kept', 'kernel_duty_rule'] as const

/** Whether the account may take the role, making it first where that is allowed. */
const hasRole = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ known: boolean; makes: boolean }>`select
    exists (select from pg_roles where rolname = ${SITE_ROLE}) as known, (rolsuper or rolcreaterole) as makes from pg_roles where rolname = current_user`.execute(
    db,
  )
  const { known = false, makes = false } = rows[0] ?? {}
  if (!known && !makes) return false
  if (!known) {
    // Another start may have been first: roles belong to the whole server.
    await sql`do $$ begin create role planwright_site nologin; exception when duplicate_object or unique_violation then null; end $$`.execute(
      db,
    )
    await sql`do $$ begin execute format('grant planwright_site to %I', current_user); exception when others then null; end $$`.execute(db)
  }
  return (
    (await sql<{ member: boolean }>`select pg_has_role(current_user, ${SITE_ROLE}, 'member') as member`.execute(db)).rows[0]?.member ??
    false
  )
}

/**
 * Gives the site's role what it needs in these schemas, and takes from it what changes rows that stay (`kernel_kept`). To be called after migrations, by the tables' owner.
 * Answers the role, or null where the account may neither make nor take one: then only the triggers stand.
 */
export const grantSite = async (db: Db, schemas: readonly string[]): Promise<string | null> => {
  if (!(await hasRole(db))) return null
  try {
    await grant(db, schemas)
    return SITE_ROLE
  } catch (error) {
    // Whoever does not own the tables cannot give rights to them.
    if ((error as { readonly code?: string }).code === '42501') return null
    throw error
  }
}

const grant = (db: Db, schemas: readonly string[]): Promise<void> => {
  const site = sql.raw(SITE_ROLE)
  return db.transaction().execute(async (own) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('planwright_site', 4620))`.execute(own)
    for (const schema of schemas) {
      await sql`grant usage on schema ${sql.id(schema)} to ${site}`.execute(own)
      await sql`grant select, insert, update, delete, truncate, references, trigger on all tables in schema ${sql.id(schema)} to ${site}`.execute(
        own,
      )
      await sql`grant usage, select, update on all sequences in schema ${sql.id(schema)} to ${site}`.execute(own)
    }
    const { rows: kept } = await sql<{ table_name: string; changing: string[] }>`select table_name, changing from kernel_kept
      where to_regclass(table_name) is not null`.execute(own)
    for (const { table_name, changing } of kept) {
      await sql`revoke update, delete, truncate, references, trigger on ${sql.table(table_name)} from ${site}`.execute(own)
      if (changing.length > 0)
        await sql`grant update (${sql.join(changing.map((column) => sql.id(column)))}) on ${sql.table(table_name)} to ${site}`.execute(own)
    }
    for (const table of FIXED)
      await sql`revoke insert, update, delete, truncate, references, trigger on ${sql.table(table)} from ${site}`.execute(own)
    await sql`revoke insert, delete, truncate, references, trigger on kernel_lane from ${site}`.execute(own)
  })
}
