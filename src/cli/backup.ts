import path from 'node:path'
import { databaseUrl } from '../http/keep.ts'
import { passphraseIn } from '../kernel/backup/seal.ts'
import { backUp } from '../kernel/backup/write.ts'
import { configOf } from '../kernel/config.ts'
import { engineOf } from '../kernel/engine.ts'
import { filesFolderOf } from '../kernel/files.ts'
import { makeBackup } from '../modules/backup/index.ts'
import { type Command, type Given, Misuse, paint } from './command.ts'
import { OPERATOR, withApp } from './database.ts'

const MEGABYTE = 1024 * 1024

/** An option that has to be there as a text. */
const given = ({ values }: Given, name: string): string | null => {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const keepOf = (options: Given): number | null => {
  const text = given(options, 'keep')
  if (text === null || /^[1-9]\d{0,3}$/.test(text)) return text === null ? null : Number(text)
  throw new Misuse({ zh: '--keep 应是 1 到 9999 的整数。', en: '--keep is a whole number from 1 to 9999.' })
}

export const command: Command = {
  name: 'backup',
  operands: [],
  means: {
    zh: '把数据库和上交的文件备份成一个文件夹；网站可以同时运行。没有写完的备份不会有名字',
    en: 'back up the database and the files handed in as one folder; the site may go on. A backup that was not finished never gets its name',
  },
  options: {
    to: { type: 'string', value: 'FOLDER', means: { zh: '放备份的文件夹', en: 'folder in which backups lie' } },
    keep: { type: 'string', value: 'N', means: { zh: '只留最近 N 份', en: 'keep the latest N only' } },
    key: { type: 'string', value: 'FILE', means: { zh: '口令文件，用来加密', en: 'file with a passphrase, to encrypt' } },
  },
  run: async (options, io) => {
    const to = given(options, 'to')
    if (to === null) throw new Misuse({ zh: '请用 --to 指出放备份的文件夹。', en: 'Name the folder for backups with --to.' })
    const [keep, key] = [keepOf(options), given(options, 'key')]
    const passphrase = key === null ? null : await passphraseIn(key)
    const config = configOf(process.env, path.resolve(import.meta.dirname, '../..'))
    const { url } = await databaseUrl(config)
    const order = { url, to: path.resolve(to), files: filesFolderOf(config), passphrase, keep }
    const done = await withApp((app) =>
      app.perform(
        OPERATOR,
        makeBackup(() => backUp({ ...order, version: engineOf(config.home).version, now: new Date() })),
        {},
      ),
    )
    const size = `${(done.bytes / MEGABYTE).toFixed(1)} MB`
    io.out(
      io.language === 'zh'
        ? `${paint(io, 'green', done.folder)}\n${done.tables} 张表，${done.rows} 行，${done.files} 个文件，${size}；已逐份核对。`
        : `${paint(io, 'green', done.folder)}\n${done.tables} tables, ${done.rows} rows, ${done.files} files, ${size}; every part was checked.`,
    )
    return 0
  },
}
