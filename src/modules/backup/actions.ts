import { Type } from 'typebox'
import type { BackupDone } from '../../kernel/backup/write.ts'
import { newId } from '../../kernel/ids.ts'
import { type Action, action, type Job } from '../../kernel/module.ts'
import { insertBackup } from './queries.ts'

const Nothing = Type.Object({})

/** Has a backup made and notes that it was; the backup itself ends with what was there before. */
export const makeBackup = (make: () => Promise<BackupDone>): Action<typeof Nothing, BackupDone> =>
  action('backup.make', 'operate', Nothing, async (act): Promise<BackupDone> => {
    const began = performance.now()
    const done = await make()
    const seconds = Math.round((performance.now() - began) / 1000)
    const { folder, takenAt, tables, rows, files, bytes, encrypted } = done
    const id = newId(act.now)
    await insertBackup(act.db, {
      id,
      taken_at: new Date(takenAt),
      folder,
      tables,
      rows: BigInt(rows),
      files,
      bytes: BigInt(bytes),
      seconds,
      encrypted,
      checked_at: new Date(),
    })
    await act.record('backup.made', { object: ['backup', id], before: null, after: { folder, takenAt, rows, files, bytes, encrypted } })
    return done
  })

/** Every night, before the working day. */
export const nightlyBackup = (make: () => Promise<BackupDone>): Job => ({
  name: 'backup.nightly',
  cron: '40 2 * * *',
  run: makeBackup(make),
})
