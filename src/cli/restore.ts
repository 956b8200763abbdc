import path from 'node:path'
import { allMigrations } from '../app.ts'
import { databaseUrl } from '../http/keep.ts'
import { restore } from '../kernel/backup/restore.ts'
import { passphraseIn } from '../kernel/backup/seal.ts'
import { configOf } from '../kernel/config.ts'
import { filesOf } from '../kernel/files.ts'
import { type Command, paint } from './command.ts'

export const command: Command = {
  name: 'restore',
  operands: ['BACKUP'],
  means: {
    zh: '把一份备份恢复到空数据库；有一处不对就不恢复，数据库保持为空',
    en: 'bring a backup into an empty database; if anything is not what it was, nothing is restored and the database stays empty',
  },
  options: {
    key: { type: 'string', value: 'FILE', means: { zh: '备份加密时的口令文件', en: 'file with the passphrase of an encrypted backup' } },
  },
  run: async ({ positionals: [folder = ''], values: { key } }, io) => {
    const passphrase = typeof key === 'string' ? await passphraseIn(key) : null
    const config = configOf(process.env, path.resolve(import.meta.dirname, '../..'))
    const { url } = await databaseUrl(config)
    const done = await restore({ url, folder: path.resolve(folder), passphrase, migrations: allMigrations(), files: filesOf(config) })
    io.out(
      io.language === 'zh'
        ? `${paint(io, 'green', '已恢复')}：${done.takenAt} 的状态，${done.tables} 张表，${done.rows} 行，${done.files} 个文件。`
        : `${paint(io, 'green', 'Restored')} the state of ${done.takenAt}: ${done.tables} tables, ${done.rows} rows, ${done.files} files.`,
    )
    return 0
  },
}
