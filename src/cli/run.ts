import { Failure } from '../kernel/failure.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { packOrFindings } from './pack.ts'
import { runColumns } from './run-columns.ts'
import { showBefore, type Task } from './run-flow.ts'
import { runInside } from './run-inside.ts'
import { type Ask, askOf, measuresOf, runOptions } from './run-options.ts'

const usesDatabase = ({ from, to }: Ask): boolean => 'table' in from || to === 'database'

const perform = async (task: Task): Promise<number> => {
  const { engine, from } = task.ask
  try {
    return engine === 'sql' && 'table' in from ? await runInside(task, from.table) : await runColumns(task)
  } catch (error) {
    if (error instanceof Failure && error.code === 'run.kept') return showBefore(task, String(error.params.run), 'db')
    throw error
  }
}

export const command: Command = {
  name: 'run',
  operands: ['PACK'],
  means: { zh: '全部企业一次算完：谁符合、得多少、缺什么', en: 'decide a whole population: who is eligible, for how much' },
  options: runOptions,
  run: async (given, io) => {
    const ask = askOf(given)
    const pack = await packOrFindings(given.positionals[0] ?? '', io)
    if (!pack) return 1
    const task = { ask, pack, measures: measuresOf(pack, ask), io }
    return usesDatabase(ask) ? withDatabase((opened) => perform({ ...task, opened })) : perform({ ...task, opened: null })
  },
}
