/** What every run does, whichever engine decides. */
import type { Measure } from '../core/rule/tree.ts'
import type { RunBasis } from '../modules/run/index.ts'
import type { Pack } from '../pack/pack.ts'
import { problemOf } from '../population/messages.ts'
import { runFolder } from '../population/output.ts'
import { runIdOf } from '../population/run-id.ts'
import type { Io } from './command.ts'
import type { Opened } from './database.ts'
import { showProblem } from './problems.ts'
import { engineHere } from './receipt.ts'
import type { Ask } from './run-options.ts'
import { databaseSink, pathSink, type Sink } from './run-sink.ts'
import { type Summary, showSummary, type Times } from './run-summary.ts'
import { whenText } from './when.ts'

/** All that a run has to do with. `opened` is the database, if the run reads or writes it. */
export type Task = {
  readonly ask: Ask
  readonly pack: Pack
  readonly measures: readonly Measure[]
  readonly opened: Opened | null
  readonly io: Io
}

/** The program by version and by the hash of its sources: as a receipt names it, shortened. */
const engineText = (): string => {
  const { version, hash } = engineHere()
  return `${version} ${hash.slice(0, 12)}`
}

/** What this run depends on, with its id. */
export const basisOf = ({ ask, pack, measures }: Task, population: string): RunBasis => {
  const { when, all, engine: name, from } = ask
  const engine = name === 'sql' ? `${engineText()} sql` : engineText()
  const id = runIdOf({ pack: pack.hash, population, when, engine, measures: measures.map((each) => each.id), all })
  return { id, pack: pack.hash, population, source: 'file' in from ? from.file : `db:${from.table}`, ...when, engine, all }
}

/** Says that a run was written before. */
export const showBefore = ({ io, ask }: Task, run: string, written: string): number => {
  if (ask.json) io.out(JSON.stringify({ run, written, again: false }, null, 2))
  else
    io.out(
      io.language === 'zh' ? `这次运行已写在“${written}”，没有重写。` : `This run is in "${written}" already; it was not written again.`,
    )
  return 0
}

/** A sink for the run; null where nothing is written; an exit code where there is nothing to do. */
export const sinkFor = async (task: Task, basis: RunBasis): Promise<Sink | null | number> => {
  const { ask, io, opened } = task
  if (ask.to === null) return null
  if (ask.to !== 'database') {
    const before = await runFolder(ask.to.path, basis.id)
    if (before !== null) return showBefore(task, basis.id, before)
  }
  const sink = ask.to === 'database' ? await databaseSink(opened!, basis) : await pathSink(ask.to.path, basis.id)
  if ('problem' in sink) return showProblem(io, sink.problem)
  if (sink.again) showAgain(io)
  return sink
}

export const showAgain = (io: Io): void =>
  io.err(io.language === 'zh' ? '上一次同样的运行没有完成，重新开始。' : 'An earlier attempt at this run died; starting again.')

/** What a run leaves beside its cells. */
export const recordFor = ({ pack, ask }: Task, basis: RunBasis, summary: Summary) => ({
  ...summary,
  pack: { id: pack.id, hash: pack.hash },
  population: basis.population,
  ...ask.when,
  engine: basis.engine,
  all: basis.all,
})

export const showRun = (task: Task, basis: RunBasis, summary: Summary, from: string, written: string | null, times: Times): void => {
  const { io, ask } = task
  if (ask.json) io.out(JSON.stringify({ ...recordFor(task, basis, summary), from, written, times }, null, 2))
  else {
    showSummary(io, summary, times)
    io.out(whenText(ask.when, io.language))
    if (written !== null) io.out(io.language === 'zh' ? `已写入 ${written}` : `written to ${written}`)
  }
}

/** Does work that takes back what is unfinished when somebody interrupts it, or when it fails. */
export const orNothing = async (discard: () => Promise<void>, io: Io, work: () => Promise<number>): Promise<number> => {
  let interrupted = false
  const stop = () => {
    interrupted = true
    void discard()
      .catch(() => {})
      .finally(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  try {
    return await work()
  } catch (error) {
    // Whoever interrupted waits for the end of the taking back, not for an error that it causes.
    if (interrupted) return await new Promise<never>(() => {})
    await discard()
    if (error instanceof RangeError) return showProblem(io, problemOf('population.amount-large', {}))
    throw error
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}
