/**
 * The policy laboratory: a population held in memory, on which reforms are tried. It only computes; nothing that is really paid can be reached from here.
 * One question is computed at a time, on threads of its own; whoever asks waits without blocking.
 */
import { availableParallelism } from 'node:os'
import type { Population } from '../../core/rule/columns/population.ts'
import type { When } from '../../core/rule/outcome.ts'
import type { Law } from '../../core/rule/reform/apply.ts'
import type { Reform } from '../../core/rule/reform/reform.ts'
import { type Ids, idAt } from '../ids.ts'
import type { Group } from './group.ts'
import { STATUSES } from './lines.ts'
import type { RowChange } from './partial.ts'
import type { RowCell, RowCells, Subject } from './pass.ts'
import { openPool, type Pool, type Refusal } from './pool.ts'
import { reasonsOfCell } from './reasons.ts'
import { type Basis, type CellResult, type LargestChange, type Simulation, simulationOf, type Totals, totalsAfter } from './simulation.ts'

export type Holding = {
  readonly law: Law
  readonly population: Population
  readonly ids: Ids
  /** Columns by which results are broken down. */
  readonly groups: readonly Group[]
}

/** Reforms of one day against the law as it is, on the same day unless `baseline` names another. */
export type Ask = { readonly reforms: readonly Reform[]; readonly when: When; readonly baseline?: When }
export type { Refusal }

export type Lab = {
  /** One simulation for each reform, in one pass, or what is wrong with the reforms. Rejects when the signal says that nobody wants it any more. */
  readonly simulate: (ask: Ask, signal?: AbortSignal) => Promise<readonly Simulation[] | Refusal>
  /** The totals of each reform alone, several times as fast. */
  readonly totals: (ask: Ask, signal?: AbortSignal) => Promise<readonly Totals[] | Refusal>
  /** Every cell that a reform changes, as pieces of a CSV file below its header (`CHANGES_HEADER`), in the order of the population. */
  readonly changes: (reform: Reform, days: Omit<Ask, 'reforms'>, signal?: AbortSignal) => Promise<readonly string[] | Refusal>
  readonly close: () => Promise<void>
}

/** Days of the law as it is that are kept: each holds two bytes for an enterprise. */
const KEPT = 4

const cellResult = (cell: RowCell): CellResult | null => cell && { status: STATUSES[cell.status]!, fen: BigInt(cell.fen) }

const largestChange = (ids: Ids, { row, fen }: RowChange, cells: RowCells, { before: old, after: now }: Subject): LargestChange => ({
  enterprise: new TextDecoder().decode(idAt(ids, row)),
  fen: BigInt(fen),
  measures: cells.map(({ id, before, after }) => {
    const [first, second] = [old, now].map((side) => side.find((each) => each.id === id))
    const why = (cell: RowCell, named: typeof first) => (cell && named ? reasonsOfCell(named.reasons, cell.status, cell.mask) : [])
    return {
      id,
      title: (second ?? first)!.title,
      before: cellResult(before),
      after: cellResult(after),
      why: [...why(before, first), ...why(after, second)],
    }
  }),
})

const basisOf = async (pool: Pool, when: When, count: number, signal?: AbortSignal): Promise<Basis> => {
  const paying = new Uint16Array(new SharedArrayBuffer(2 * count))
  const found = await pool.ask({ before: when, after: [], detail: false, lines: false, paying }, signal)
  if ('diagnostics' in found || !found.part.before) throw new Error('the law as it is cannot be computed')
  return { measures: found.prepared.before, part: found.part.before, paying }
}

/** Opens a laboratory over a population in shared memory. */
export const openLab = async ({ law, population, ids, groups }: Holding, threads = Math.min(4, availableParallelism())): Promise<Lab> => {
  const { count } = population
  const pool = await openPool({ law, population, ids, groups }, threads)
  const kept = new Map<string, Basis>()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = turn.then(work)
    turn = own.catch(() => {})
    return own
  }
  const basisFor = async (when: When, signal?: AbortSignal): Promise<Basis> => {
    const key = `${when.on} ${when.known}`
    const found = kept.get(key) ?? (await basisOf(pool, when, count, signal))
    kept.delete(key)
    kept.set(key, found)
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest)
    return found
  }
  const asked = async ({ reforms, when, baseline = when }: Ask, detail: boolean, lines: boolean, signal?: AbortSignal) => {
    signal?.throwIfAborted()
    const basis = await basisFor(baseline, signal)
    const after = reforms.map((reform) => ({ reform, when }))
    const found = await pool.ask({ before: baseline, after, detail, lines, paying: basis.paying }, signal)
    return 'diagnostics' in found ? found : { basis, subjects: found.prepared.subjects, parts: found.part.after, lines: found.lines }
  }

  const simulate: Lab['simulate'] = (ask, signal) =>
    inTurn(async () => {
      const found = await asked(ask, true, false, signal)
      if ('diagnostics' in found) return found
      const { basis, subjects, parts } = found
      const { when, baseline = when } = ask
      const simulations: Simulation[] = []
      for (const [place, reform] of ask.reforms.entries()) {
        const [subject, part] = [subjects[place]!, parts[place]!]
        const rows = part.largest.map(({ row }) => row)
        const cells = await pool.rows(place, rows)
        const largest = part.largest.map((change, index) => largestChange(ids, change, cells[index]!, subject))
        const setting = { reform, when, baseline, enterprises: count }
        simulations.push({ ...simulationOf(basis, subject, { ...part, comparison: part.comparison! }, groups, setting), largest })
      }
      return simulations
    })

  const totals: Lab['totals'] = (ask, signal) =>
    inTurn(async () => {
      const found = await asked(ask, false, false, signal)
      if ('diagnostics' in found) return found
      return ask.reforms.map((_, place) => totalsAfter(found.basis, found.subjects[place]!, found.parts[place]!, count))
    })

  const changes: Lab['changes'] = (reform, { when, baseline = when }, signal) =>
    inTurn(async () => {
      const found = await asked({ reforms: [reform], when, baseline }, true, true, signal)
      return 'diagnostics' in found ? found : found.lines
    })

  return { simulate, totals, changes, close: pool.close }
}
