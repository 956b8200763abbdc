/** The result of a simulation: what a reform would cost and whom it would concern. Money is whole fen. */
import type { Text } from '../../core/messages.ts'
import type { When } from '../../core/rule/outcome.ts'
import { canonicalReform, type Reform, shortForm } from '../../core/rule/reform/reform.ts'
import { BANDS, type Comparison, type Move, type Part, type Tally } from './partial.ts'
import type { Named, Ready } from './pass.ts'

/** Cost of what counts and of what does not (source or validity to be verified), and how many are paid something that counts. */
export type Totals = { readonly fen: bigint; readonly uncounted: bigint; readonly recipients: number }
/** A reason with how many it kept out; one enterprise may have several. */
export type Reason = { readonly text: Text; readonly count: number }
export type Turn = Move & { readonly why: readonly Reason[] }

/** One measure on both sides; null where it is not decided. */
export type MeasureResult = {
  readonly id: string
  readonly title: Text
  /** Whether it belongs into totals. */
  readonly counted: boolean
  readonly before: Tally | null
  readonly after: Tally | null
  readonly entering: Turn
  readonly leaving: Turn
  readonly raised: Move
  readonly lowered: Move
}
/** One value of a group column; `value` is null for those whose value is unknown. */
export type GroupResult = {
  readonly value: string | null
  readonly before: { readonly fen: bigint; readonly recipients: number }
  readonly after: { readonly fen: bigint; readonly recipients: number }
  readonly winners: Move
  readonly losers: Move
}
/** Changes of a size: above `above` and, unless null, below `below` fen; losses are negative. */
export type Band = { readonly from: bigint | null; readonly to: bigint | null } & Move
export type CellResult = { readonly status: 'ineligible' | 'eligible' | 'undetermined'; readonly fen: bigint }
export type LargestChange = {
  readonly enterprise: string
  readonly fen: bigint
  readonly measures: readonly {
    readonly id: string
    readonly title: Text
    readonly before: CellResult | null
    readonly after: CellResult | null
    /** What keeps it out on the side on which it is out. */
    readonly why: readonly Text[]
  }[]
}

export type Simulation = {
  readonly when: When
  readonly baseline: When
  readonly words: readonly Text[]
  /** For a link; null where a document is edited. */
  readonly short: string | null
  readonly reform: string
  readonly enterprises: number
  readonly before: Totals
  readonly after: Totals
  readonly winners: Move
  readonly losers: Move
  readonly unchanged: number
  readonly entering: number
  readonly leaving: number
  readonly measures: readonly MeasureResult[]
  readonly groups: readonly { readonly name: string; readonly values: readonly GroupResult[] }[]
  readonly bands: readonly Band[]
  readonly largest: readonly LargestChange[]
}

/** The law as it is on a day, over the whole population. */
export type Basis = {
  readonly measures: readonly Named[]
  readonly part: NonNullable<Part['before']>
  /** How many counted measures pay each row. */
  readonly paying: Uint16Array
}

const NOTHING: Move = { count: 0, fen: 0n }
const STILL: Turn = { ...NOTHING, why: [] }

const reasonsOf = (labels: readonly Text[] | undefined, counts: readonly number[]): readonly Reason[] =>
  counts.flatMap((count, place) => (count > 0 && labels?.[place] ? [{ text: labels[place], count }] : [])).sort((a, b) => b.count - a.count)

const OUT: Text = { zh: '措施不适用于这一天', en: 'the measure does not apply on that day' }
/** A measure that is not decided at all keeps everybody out for one reason. */
const turnOf = (move: Move, named: Named | undefined, counts: readonly number[]): Turn => ({
  ...move,
  why: named ? reasonsOf(named.reasons, counts) : move.count > 0 ? [{ text: OUT, count: move.count }] : [],
})

type Tallied = { readonly named: Named; readonly tally: Tally }

const totalsOf = (cells: readonly Tallied[], recipients: number): Totals => {
  const sum = (counted: boolean): bigint => cells.reduce((fen, { named, tally }) => (named.counted === counted ? fen + tally.fen : fen), 0n)
  return { fen: sum(true), uncounted: sum(false), recipients }
}

/** The tallies of all measures after a reform: those that it concerns from the pass, the others as they are. */
const afterOf = (basis: readonly Tallied[], ready: Ready, place: number, tallies: readonly Tally[]): readonly Tallied[] => {
  const concerned = new Set(ready.before.map(({ id }) => id))
  const own = new Map(ready.after[place]!.measures.map((named, index) => [named.id, { named, tally: tallies[index]! }]))
  const others = basis.filter(({ named }) => !concerned.has(named.id)).map((each) => [each.named.id, each] as const)
  const all = new Map([...others, ...own])
  return ready.decided[place]!.flatMap((id) => all.get(id) ?? [])
}

const bandsOf = (moves: readonly Move[]): readonly Band[] => {
  const limits = BANDS.map(BigInt)
  const edges = [null, ...limits.toReversed().map((each) => -each), 0n, ...limits, null]
  return moves.map((move, place) => ({ from: edges[place]!, to: edges[place + 1]!, ...move }))
}

/** Totals alone: what a point of a curve needs. */
export const totalsAfter = (basis: Basis, ready: Ready, part: Part, place: number): Totals => {
  const before = basis.measures.map((named, index): Tallied => ({ named, tally: basis.part.tallies[index]! }))
  const { tallies, recipients } = part.after[place]!
  return totalsOf(afterOf(before, ready, place, tallies), recipients)
}

/** Everything but the largest changes, which need a look at single rows. */
export const simulationOf = (
  basis: Basis,
  ready: Ready,
  part: Part,
  place: number,
  setup: { readonly reform: Reform; readonly when: When; readonly baseline: When },
  groups: readonly { readonly name: string; readonly values: readonly string[] }[],
  enterprises: number,
): Omit<Simulation, 'largest'> => {
  const before = basis.measures.map((named, index): Tallied => ({ named, tally: basis.part.tallies[index]! }))
  const { tallies, recipients } = part.after[place]!
  const comparison = part.after[place]!.comparison as Comparison
  const after = afterOf(before, ready, place, tallies)
  const [old, now] = [before, after].map((side) => new Map(side.map((each) => [each.named.id, each]))) as [
    Map<string, Tallied>,
    Map<string, Tallied>,
  ]
  const moves = new Map(ready.after[place]!.pairs.map(({ id }, index) => [id, comparison.moves[index]!]))
  const labels = new Map(ready.after[place]!.measures.map((named) => [named.id, named]))
  const oldLabels = new Map(ready.before.map((named) => [named.id, named]))
  const measures = [...new Set([...now.keys(), ...old.keys()])].map((id): MeasureResult => {
    const { named } = now.get(id) ?? old.get(id)!
    const own = moves.get(id)
    return {
      id,
      title: named.title,
      counted: named.counted,
      before: old.get(id)?.tally ?? null,
      after: now.get(id)?.tally ?? null,
      entering: own ? turnOf(own.entering, oldLabels.get(id), own.enteringWhy) : STILL,
      leaving: own ? turnOf(own.leaving, labels.get(id), own.leavingWhy) : STILL,
      raised: own?.raised ?? NOTHING,
      lowered: own?.lowered ?? NOTHING,
    }
  })
  const { winners, losers, entering, leaving } = comparison
  return {
    when: setup.when,
    baseline: setup.baseline,
    words: ready.after[place]!.words,
    short: shortForm(setup.reform),
    reform: canonicalReform(setup.reform),
    enterprises,
    before: totalsOf(before, basis.part.recipients),
    after: totalsOf(after, recipients),
    winners,
    losers,
    unchanged: enterprises - winners.count - losers.count,
    entering,
    leaving,
    measures,
    groups: groups.map(({ name, values }, group) => ({
      name,
      values: [...values, null].map((value, code): GroupResult => {
        const base = basis.part.groups[group]![code]!
        const own = comparison.groups[group]![code]!
        const changed = { fen: base.fen + own.fen, recipients: base.recipients + own.recipients }
        return { value, before: base, after: changed, winners: own.winners, losers: own.losers }
      }),
    })),
    bands: bandsOf(comparison.bands),
  }
}
