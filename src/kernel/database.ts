import type { Kysely } from 'kysely'

/** The database as a module sees it: `db.withTables<OwnTables>()` gives sight of its own tables only. */
export type Db = Kysely<Record<never, never>>

/** One step of the schema's history. Appended, never edited once shipped; `name` is `module/n-what`. */
export type Migration = { readonly name: string; readonly up: (db: Db) => Promise<unknown> }
