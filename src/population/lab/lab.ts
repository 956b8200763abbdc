/**
 * The policy laboratory: a population held in memory, on which reforms are tried. It only computes; nothing that is really paid can be reached from here.
 * One question is computed at a time, on threads of its own; whoever asks waits without blocking.
 */
import { availableParallelism } from 'node:os'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Population } from '../../core/rule/columns/population.ts'
import type { When } from '../../core/rule/outcome.ts'
import type { Law } from '../../core/rule/reform/apply.ts'
import type { Reform } from '../../core/rule/reform/reform.ts'
import { type Ids, idAt } from '../ids.ts'
import type { Group } from './compare.ts'
import type { Ready, RowCell, RowCells } from './pass.ts'
import { openPool, type Pool } from './pool.ts'
import { reasonsOfCell } from './reasons.ts'
import type { Setup } from './sides.ts'
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
export type Refusal = { readonly diagnostics: readonly Diagnostic[] }

export type Lab = {
  /** One simulation for each reform, in one pass, or what is wrong with the reforms. Rejects when the signal says that nobody wants it any more. */
  readonly simulate: (ask: Ask, signal?: AbortSignal) => Promise<readonly Simulation[] | Refusal>
  /** The totals of each reform alone, several times as fast. */
  readonly totals: (ask: Ask, signal?: AbortSignal) => Promise<readonly Totals[] | Refusal>
  readonly close: () => Promise<void>
}

/** Days of the law as it is that are kept: each holds two bytes for an enterprise. */
const KEPT = 4
const STATUS = ['ineligible', 'eligible', 'undetermined'] as const

const valuesIn = ({ name, column: { layout } }: Group) => ({ name, values: 'texts' in layout ? layout.texts : ['否', '是'] })

const cellResult = (cell: RowCell): CellResult | null => cell && { status: STATUS[cell.status]!, fen: BigInt(cell.fen) }

const largestChange = (
  ids: Ids,
  { row, fen }: { readonly row: number; readonly fen: number },
  cells: RowCells,
  ready: Ready,
  place: number,
): LargestChange => {
  const [old, now] = [ready.before, ready.after[place]!.measures]
  return {
    enterprise: new TextDecoder().decode(idAt(ids, row)),
    fen: BigInt(fen),
    measures: cells.map(({ id, before, after }) => {
      const [first, second] = [old, now].map((side) => side.find((each) => each.id === id))
      const why = (cell: RowCell, labels: typeof first) => (cell && labels ? reasonsOfCell(labels.reasons, cell.status, cell.mask) : [])
      return {
        id,
        title: (second ?? first)!.title,
        before: cellResult(before),
        after: cellResult(after),
        why: [...why(before, first), ...why(after, second)],
      }
    }),
  }
}

const basisOf = async (pool: Pool, setup: Setup, count: number, signal?: AbortSignal): Promise<Basis> => {
  const paying = new Uint16Array(new SharedArrayBuffer(2 * count))
  const { prepared, part } = await pool.ask({ before: setup, after: [], detail: false, paying }, signal)
  if ('diagnostics' in prepared || !part?.before) throw new Error('the law as it is cannot be computed')
  return { measures: prepared.before, part: part.before, paying }
}

/** Opens a laboratory over a population in shared memory. */
export const openLab = async ({ law, population, ids, groups }: Holding, threads = Math.min(4, availableParallelism())): Promise<Lab> => {
  const { count } = population
  const pool = await openPool({ law, population, groups }, threads)
  const kept = new Map<string, Basis>()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = turn.then(work)
    turn = own.catch(() => {})
    return own
  }
  const basisFor = async (when: When, signal?: AbortSignal): Promise<Basis> => {
    const key = `${when.on} ${when.known}`
    const found = kept.get(key) ?? (await basisOf(pool, { reform: [], when }, count, signal))
    kept.delete(key)
    kept.set(key, found)
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest)
    return found
  }
  const asked = async ({ reforms, when, baseline = when }: Ask, detail: boolean, signal?: AbortSignal) => {
    signal?.throwIfAborted()
    const basis = await basisFor(baseline, signal)
    const before: Setup = { reform: [], when: baseline }
    const after = reforms.map((reform): Setup => ({ reform, when }))
    const { prepared, part } = await pool.ask({ before, after, detail, paying: basis.paying }, signal)
    return 'diagnostics' in prepared ? prepared : { basis, ready: prepared, part: part! }
  }

  const simulate: Lab['simulate'] = (ask, signal) =>
    inTurn(async () => {
      const found = await asked(ask, true, signal)
      if ('diagnostics' in found) return found
      const { basis, ready, part } = found
      const { when, baseline = when } = ask
      const simulations: Simulation[] = []
      for (const [place, reform] of ask.reforms.entries()) {
        const { largest } = part.after[place]!
        const cells = await pool.rows(place, largest.map(({ row }) => row)) // biome-ignore format: one line
        const most = largest.map((change, index) => largestChange(ids, change, cells[index]!, ready, place))
        simulations.push({
          ...simulationOf(basis, ready, part, place, { reform, when, baseline }, groups.map(valuesIn), count),
          largest: most,
        })
      }
      return simulations
    })

  const totals: Lab['totals'] = (ask, signal) =>
    inTurn(async () => {
      const found = await asked(ask, false, signal)
      return 'diagnostics' in found ? found : ask.reforms.map((_, place) => totalsAfter(found.basis, found.ready, found.part, place))
    })

  return { simulate, totals, close: pool.close }
}
