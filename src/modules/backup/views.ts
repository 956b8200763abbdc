import { Type } from 'typebox'
import { type Condition, type View, view } from '../../kernel/module.ts'
import type { Backup } from './contract.ts'
import { latestBackups } from './queries.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const Nothing = Type.Object({})
const SHOWN = 30
const HOUR_MS = 3_600_000
/** Older than this, a nightly backup was missed. */
const FRESH_HOURS = 36

export const backups = view(
  'backup.list',
  ADMINISTRATOR,
  Nothing,
  async (look): Promise<readonly Backup[]> =>
    (await latestBackups(look.db, SHOWN)).map((row) => ({
      id: row.id,
      takenAt: row.taken_at.toISOString(),
      folder: row.folder,
      tables: row.tables,
      rows: Number(row.rows),
      files: row.files,
      bytes: Number(row.bytes),
      seconds: row.seconds,
      encrypted: row.encrypted,
      checkedAt: row.checked_at.toISOString(),
    })),
)

/** How old the last backup is. */
export const backupAge: View<typeof Nothing, readonly Condition[]> = view('backup.age', ADMINISTRATOR, Nothing, async (look) => {
  const [last] = await latestBackups(look.db, 1)
  const name = { zh: '备份', en: 'Backup' }
  if (!last) return [{ name, value: { zh: '还没有备份', en: 'there is none yet' }, isWell: false }]
  const hours = Math.max(0, Math.floor((look.now.getTime() - last.taken_at.getTime()) / HOUR_MS))
  return [{ name, value: { zh: `最近一次在 ${hours} 小时前`, en: `the last one ${hours} hours ago` }, isWell: hours <= FRESH_HOURS }]
})
