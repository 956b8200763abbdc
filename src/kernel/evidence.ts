/** Files that are handed in with an event as evidence of it: one table a module, of one shape. */
import { sql } from 'kysely'
import { keepRows } from './audit/append-only.ts'
import type { Db } from './database.ts'
import type { Files, Scan } from './files.ts'
import { newId } from './ids.ts'

/** A file as such a table keeps it, beside the id of what the event is of and the event's number. */
export type EvidenceFile = {
  id: string
  sha256: string
  name: string
  type: string
  size: number
  scan: Scan
  scanned_at: Date | null
}

/**
 * Creates `{module}_evidence`, of events that `{module}_event` counts for each `{subject}_id`; nothing of it changes but what a scanner said. To be called in a
 * migration.
 */
export const layDownEvidence = async (db: Db, module: string, subject: string): Promise<void> => {
  const [table, event] = [`${module}_evidence`, `${module}_event`].map((name) => sql.raw(name))
  const of = sql.raw(`${subject}_id`)
  await sql`create table ${table} (
    id uuid primary key, ${of} uuid not null, number integer not null, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), name text not null,
    type text not null, size integer not null check (size between 1 and 20971520),
    scan text not null check (scan in ('not-scanned', 'pending', 'clean', 'infected', 'error')), scanned_at timestamptz,
    foreign key (${of}, number) references ${event})`.execute(db)
  await sql`create index ${sql.raw(`${module}_evidence_of_event`)} on ${table} (${of}, number)`.execute(db)
  await keepRows(db, `${module}_evidence`, ['scan', 'scanned_at'])
}

/** Keeps the bytes of files that were checked, and answers with their rows. */
export const keepEvidence = (
  files: Files,
  now: Date,
  checked: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[],
): Promise<readonly EvidenceFile[]> =>
  Promise.all(
    checked.map(async ({ name, type, bytes }) => ({
      id: newId(now),
      sha256: await files.keep(bytes),
      name,
      type,
      size: bytes.length,
      scan: files.unscanned,
      scanned_at: null,
    })),
  )
