/** A run in threads, over columns in memory. */
import { populationOf } from '../core/rule/columns/population.ts'
import { tableColumnsOf } from '../core/rule/sql/layout.ts'
import { judgementKeys } from '../modules/measure/index.ts'
import { readTable } from '../modules/run/index.ts'
import { type CopyReader, copyReader } from '../population/copy-reader.ts'
import { decideAll } from '../population/decide.ts'
import { type Loaded, loadPopulation } from '../population/load.ts'
import { problemOf } from '../population/messages.ts'
import { threadsFor } from '../population/pool.ts'
import type { Io } from './command.ts'
import { OPERATOR } from './database.ts'
import { namesOf } from './names.ts'
import { showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { progressBar } from './progress.ts'
import { basisOf, orNothing, recordFor, showRun, sinkFor, type Task } from './run-flow.ts'
import { peakMib, summaryOf } from './run-summary.ts'

const SHOWN = 20

type Columns = Pick<Loaded, 'population' | 'ids' | 'hash' | 'bad' | 'synthetic'> & {
  readonly from: string
  readonly kept: Promise<unknown>
}

export const showBadRows = (io: Io, { bad, findings }: Loaded): void => {
  if (bad === 0) return
  showDiagnostics(findings.slice(0, SHOWN), io)
  if (bad > SHOWN) io.err(`… ${bad - SHOWN}`)
  io.err(io.language === 'zh' ? `${bad} 行没有读入。` : `${bad} rows were left out.`)
}

/** The columns of a file that the measures read; null if it cannot be read, which is said. */
const columnsOfFile = async ({ ask, pack, measures, io }: Task, file: string): Promise<Columns | null> => {
  const wanted = new Set(tableColumnsOf(measures, pack.facts).map(({ key }) => key))
  const bar = progressBar(io)
  const loaded = await loadPopulation(file, namesOf(pack), wanted, (share) => bar.show('load', share), ask.threads)
  bar.clear()
  if (!('population' in loaded)) {
    showDiagnostics(loaded.findings, io)
    return null
  }
  showBadRows(io, loaded)
  if (ask.strict && loaded.bad > 0) {
    showProblem(io, problemOf('population.strict', { bad: loaded.bad }))
    return null
  }
  return loaded
}

/** The columns of a table that the measures read; null if a value cannot be used, which is said. */
const columnsOfTable = async ({ pack, measures, opened, io }: Task, table: string): Promise<Columns | null> => {
  const [line, beside] = await Promise.all([opened!.line(), opened!.line()])
  let reader: CopyReader | null = null
  const read = readTable(
    line.connection,
    tableColumnsOf(measures, pack.facts),
    ({ columns, rows }) => {
      reader = copyReader(columns, rows)
      return reader
    },
    (content) => beside.app.perform(OPERATOR, content, {}),
  )
  const { hash } = await line.app.perform(OPERATOR, read, { table })
  const reading = reader!.end()
  if ('problem' in reading) {
    showProblem(io, reading.problem)
    return null
  }
  const population = populationOf(reading.count, reading.columns, pack.facts, judgementKeys(pack))
  return { population, ids: reading.ids, hash, bad: 0, synthetic: null, from: 'table', kept: Promise.resolve() }
}

export const runColumns = async (task: Task): Promise<number> => {
  const { ask, measures, io } = task
  const began = performance.now()
  const loaded = 'file' in ask.from ? await columnsOfFile(task, ask.from.file) : await columnsOfTable(task, ask.from.table)
  const load_ms = Math.round(performance.now() - began)
  if (loaded === null) return 1
  const { population, ids, bad } = loaded
  const basis = basisOf(task, loaded.hash)
  if (population.count === 0) return showProblem(io, problemOf('population.empty', { file: basis.source }))
  const sink = await sinkFor(task, basis)
  if (typeof sink === 'number') return sink

  return orNothing(sink?.discard ?? (async () => {}), io, async () => {
    const start = performance.now()
    const bar = progressBar(io)
    const lines = sink === null ? 'none' : ask.all ? 'all' : 'some'
    const job = { measures, when: ask.when, population, ids, lines, run: sink?.number ?? null } as const
    const threads = threadsFor(population.count, ask.threads)
    const decided = await decideAll(job, threads, sink?.write ?? (async () => {}), (share) => bar.show('decide', share))
    bar.clear()
    const [compile_ms, compute_ms] = [Math.round(decided.compileMs), Math.round(decided.computeMs)]
    const summary = summaryOf(basis.id, population.count, bad, measures, decided.tallies, loaded.synthetic)
    const totals = measures.map(({ id }, index) => ({ measure: id, ...decided.tallies[index]! }))
    const outcome = { enterprises: population.count, totals, times: { load_ms, compile_ms, compute_ms } }
    const written = sink === null ? null : await sink.finish(recordFor(task, basis, summary), outcome)
    const write_ms = Math.max(0, Math.round(performance.now() - start) - compile_ms - compute_ms)
    await loaded.kept
    showRun(task, basis, summary, loaded.from, written, { load_ms, compile_ms, compute_ms, write_ms, peak_mib: peakMib() })
    return bad > 0 ? 1 : 0
  })
}
