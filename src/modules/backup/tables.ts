import { sql } from 'kysely'
import { keepRows } from '../../kernel/audit/append-only.ts'
import type { Migration } from '../../kernel/database.ts'

/** Backups that were made, for people to see that they are; a backup holds those before it. */
export type BackupTables = {
  backup_made: {
    id: string
    taken_at: Date
    folder: string
    tables: number
    rows: bigint
    files: number
    bytes: bigint
    seconds: number
    encrypted: boolean
    checked_at: Date
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'backup/1-made',
    up: async (db) => {
      await sql`create table backup_made (
        id uuid primary key, taken_at timestamptz not null, folder text not null, tables integer not null check (tables > 0), rows bigint not null check (rows >= 0),
        files integer not null check (files >= 0), bytes bigint not null check (bytes > 0), seconds integer not null check (seconds >= 0), encrypted boolean not null,
        checked_at timestamptz not null)`.execute(db)
      await keepRows(db, 'backup_made')
    },
  },
]
