import type { Db } from '../../kernel/database.ts'
import type { BackupTables } from './tables.ts'

const own = (db: Db) => db.withTables<BackupTables>()

export const insertBackup = (db: Db, row: BackupTables['backup_made']) => own(db).insertInto('backup_made').values(row).execute()

/** The latest first. */
export const latestBackups = (db: Db, most: number) =>
  own(db).selectFrom('backup_made').selectAll().orderBy('taken_at', 'desc').limit(most).execute()
