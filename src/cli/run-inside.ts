/** A run inside the database: the population stays where it is. */
import { POPULATION } from '../core/rule/sql/grants.ts'
import { tableColumnsOf } from '../core/rule/sql/layout.ts'
import { sqlOf } from '../core/rule/sql/query.ts'
import { decideInside, type Inside, insideOf, keepInside, type Question, type RunBasis, type RunTotal } from '../modules/run/index.ts'
import { type Line, OPERATOR } from './database.ts'
import { showDiagnostics } from './pack.ts'
import { basisOf, orNothing, recordFor, showAgain, showRun, sinkFor, type Task } from './run-flow.ts'
import { abandon, keepOn, type Sink } from './run-sink.ts'
import { peakMib, summaryOf } from './run-summary.ts'

/** The query for the measures; null if one does not go into a query, which is said. */
const questionOf = ({ ask, pack, measures, io }: Task, table: string): Question | null => {
  const { query, diagnostics } = sqlOf(measures, pack.facts, ask.when, POPULATION, !ask.all)
  if (query === null) {
    showDiagnostics(diagnostics, io)
    return null
  }
  return { table, columns: tableColumnsOf(measures, pack.facts), measures, answers: query, all: ask.all }
}

const show = (
  task: Task,
  basis: RunBasis,
  { enterprises }: Inside,
  totals: readonly RunTotal[],
  written: string | null,
  began: number,
): number => {
  const summary = summaryOf(basis.id, enterprises, 0, task.measures, totals)
  showRun(task, basis, summary, 'table', written, { total_ms: Math.round(performance.now() - began), peak_mib: peakMib() })
  return 0
}

/** Writes the cells as grants without moving a row. */
const keep = async (task: Task, line: Line, question: Question): Promise<number> => {
  const { opened, io } = task
  const began = performance.now()
  let at: { readonly inside: Inside; readonly basis: RunBasis } | null = null
  let isBegun = false
  return orNothing(
    () => abandon(opened!, line, isBegun ? at!.basis.id : null),
    io,
    async () => {
      const { totals } = await keepOn(opened!, line, {
        basis: async (db) => {
          const inside = await insideOf(db, question)
          at = { inside, basis: basisOf(task, inside.hash) }
          return at.basis
        },
        fill: async (db, { number, again }) => {
          isBegun = true
          if (again) showAgain(io)
          const own = await keepInside(db, number, question, at!.inside)
          return { enterprises: at!.inside.enterprises, totals: own, times: { total_ms: Math.round(performance.now() - began) } }
        },
      })
      return show(task, at!.basis, at!.inside, totals, 'db', began)
    },
  )
}

/** Decides inside, and brings the cells out if they are wanted. */
const tell = async (task: Task, line: Line, question: Question): Promise<number> => {
  const began = performance.now()
  let at: { readonly inside: Inside; readonly basis: RunBasis } | null = null
  let sink: Sink | null = null
  let code = 0
  return orNothing(
    async () => sink?.discard(),
    task.io,
    async () => {
      const asked = decideInside(line.connection, question, async (inside) => {
        at = { inside, basis: basisOf(task, inside.hash) }
        const found = await sinkFor(task, at.basis)
        if (typeof found === 'number') {
          code = found
          return 'stop'
        }
        sink = found
        return found === null ? null : found.write
      })
      const totals = await line.app.perform(OPERATOR, asked, {})
      if (totals === null) return code
      const { inside, basis } = at!
      const summary = summaryOf(basis.id, inside.enterprises, 0, task.measures, totals)
      const written = await sink?.finish(recordFor(task, basis, summary), { enterprises: inside.enterprises, totals, times: {} })
      return show(task, basis, inside, totals, written ?? null, began)
    },
  )
}

export const runInside = async (task: Task, table: string): Promise<number> => {
  const question = questionOf(task, table)
  if (question === null) return 1
  const line = await task.opened!.line()
  return task.ask.to === 'database' ? keep(task, line, question) : tell(task, line, question)
}
