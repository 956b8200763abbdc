import path from 'node:path'
import type { App } from '../app.ts'
import { allMigrations, appOf, load } from '../app.ts'
import { databaseUrl } from '../http/keep.ts'
import { configOf } from '../kernel/config.ts'
import { migrate, openDatabase } from '../kernel/database.ts'
import { engineOf } from '../kernel/engine.ts'
import { type Command, type Io, paint } from './command.ts'
import { readAt, showDiagnostics, todayHere } from './pack.ts'

/** Opens the database of this installation for one piece of work; a running site is not disturbed. */
export const withApp = async <T>(work: (app: App) => Promise<T>): Promise<T> => {
  const config = configOf(process.env, path.resolve(import.meta.dirname, '../..'))
  const { url } = await databaseUrl(config)
  const database = await openDatabase(url)
  try {
    await migrate(database.db, allMigrations())
    return await work(appOf({ db: database.db, timeZone: config.timeZone, now: () => new Date(), engine: engineOf(config.home) }))
  } finally {
    await database.close()
  }
}

export const command: Command = {
  name: 'load',
  operands: ['PACK'],
  means: {
    zh: '把包发布到数据库；有错误的包不载入，原来的继续有效',
    en: 'publish a pack into the database; one with errors is not loaded and the earlier stays in service',
  },
  options: {},
  run: async ({ positionals: [folder = ''] }, io: Io) => {
    const { pack, diagnostics } = await readAt(folder, todayHere())
    if (!pack) {
      showDiagnostics(
        diagnostics.filter((each) => each.severity === 'error'),
        io,
      )
      io.err(io.language === 'zh' ? '没有载入；原来的包继续有效。' : 'Not loaded; the earlier pack stays in service.')
      return 1
    }
    const { hash, changed } = await withApp((app) => load(app, folder, 'command line'))
    io.out(
      `${paint(io, 'green', hash.slice(0, 12))} ${changed ? (io.language === 'zh' ? '已发布。' : 'published.') : io.language === 'zh' ? '已在使用，没有变化。' : 'was in service already; nothing changed.'}`,
    )
    return 0
  },
}
