import { load } from '../app.ts'
import { type Command, type Io, paint } from './command.ts'
import { withApp } from './database.ts'
import { readAt, showDiagnostics, todayHere } from './pack.ts'

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
