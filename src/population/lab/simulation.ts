/** The result of a simulation: what a reform would cost and whom it would concern. Money is whole fen. */
import type { Text } from '../../core/messages.ts'
import type { When } from '../../core/rule/outcome.ts'
import { canonicalReform, type Reform, shortForm } from '../../core/rule/reform/reform.ts'
import { type Group, valuesOf } from './group.ts'
import { type AfterPart, BANDS, type Comparison, type Move, type Part, type Tally } from './partial.ts'
import type { Named, Subject } from './pass.ts'

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

const byId = (named: readonly Named[], tallies: readonly Tally[]): ReadonlyMap<string, Tally> =>
  new Map(named.map(({ id }, place) => [id, tallies[place]!]))

/** The tallies of all measures of the law as it is. */
const beforeOf = ({ measures, part }: Basis): readonly Tallied[] => measures.map((named, place) => ({ named, tally: part.tallies[place]! }))

/** The tallies of all measures that are decided with the reform: as they were, less the rows that come out differently as they were, and those as they are. */
const afterOf = (basis: Basis, { before, after, decided }: Subject, part: AfterPart, enterprises: number): readonly Tallied[] => {
  const was = byId(basis.measures, basis.part.tallies)
  const [old, now] = [byId(before, part.before), byId(after, part.after)]
  return decided.map((named) => {
    const [a, b, c] = [was, old, now].map((side) => side.get(named.id))
    const sum = (pick: 'eligible' | 'undetermined' | 'recipients'): number => (a?.[pick] ?? 0) - (b?.[pick] ?? 0) + (c?.[pick] ?? 0)
    const [eligible, undetermined] = [sum('eligible'), sum('undetermined')]
    const tally = {
      eligible,
      ineligible: enterprises - eligible - undetermined,
      undetermined,
      recipients: sum('recipients'),
      fen: (a?.fen ?? 0n) - (b?.fen ?? 0n) + (c?.fen ?? 0n),
    }
    return { named, tally }
  })
}

const bandsOf = (moves: readonly Move[]): readonly Band[] => {
  const limits = BANDS.map(BigInt)
  const edges = [null, ...limits.toReversed().map((each) => -each), 0n, ...limits, null]
  return moves.map((move, place) => ({ from: edges[place]!, to: edges[place + 1]!, ...move }))
}

/** Totals alone: what a point of a curve needs. */
export const totalsAfter = (basis: Basis, subject: Subject, part: AfterPart, enterprises: number): Totals =>
  totalsOf(afterOf(basis, subject, part, enterprises), basis.part.recipients + part.entering - part.leaving)

export type Setting = { readonly reform: Reform; readonly when: When; readonly baseline: When; readonly enterprises: number }

const measureResults = (
  before: readonly Tallied[],
  after: readonly Tallied[],
  subject: Subject,
  { moves }: Comparison,
): readonly MeasureResult[] => {
  const tallied = (side: readonly Tallied[]): ReadonlyMap<string, Tallied> => new Map(side.map((each) => [each.named.id, each]))
  const [old, now] = [tallied(before), tallied(after)]
  const own = new Map(subject.pairs.map(({ id }, place) => [id, moves[place]!]))
  const [labels, oldLabels] = [subject.after, subject.before].map((side) => new Map(side.map((named) => [named.id, named])))
  return [...new Set([...now.keys(), ...old.keys()])].map((id) => {
    const { named } = now.get(id) ?? old.get(id)!
    const moved = own.get(id)
    return {
      id,
      title: named.title,
      counted: named.counted,
      before: old.get(id)?.tally ?? null,
      after: now.get(id)?.tally ?? null,
      entering: moved ? turnOf(moved.entering, oldLabels!.get(id), moved.enteringWhy) : STILL,
      leaving: moved ? turnOf(moved.leaving, labels!.get(id), moved.leavingWhy) : STILL,
      raised: moved?.raised ?? NOTHING,
      lowered: moved?.lowered ?? NOTHING,
    }
  })
}

const groupResults = (basis: Basis, { groups: moved }: Comparison, groups: readonly Group[]): Simulation['groups'] =>
  groups.map((group, place) => ({
    name: group.name,
    values: [...valuesOf(group), null].map((value, code): GroupResult => {
      const [base, own] = [basis.part.groups[place]![code]!, moved[place]![code]!]
      return {
        value,
        before: { fen: base.fen, recipients: base.recipients },
        after: { fen: base.fen + own.fen, recipients: base.recipients + own.recipients },
        winners: own.winners,
        losers: own.losers,
      }
    }),
  }))

const together = (moves: readonly Move[]): Move => moves.reduce((a, b) => ({ count: a.count + b.count, fen: a.fen + b.fen }), NOTHING)

/** Everything but the largest changes, which need a look at single rows. */
export const simulationOf = (
  basis: Basis,
  subject: Subject,
  part: AfterPart & { readonly comparison: Comparison },
  groups: readonly Group[],
  { reform, when, baseline, enterprises }: Setting,
): Omit<Simulation, 'largest'> => {
  const { comparison, entering, leaving } = part
  const [before, after] = [beforeOf(basis), afterOf(basis, subject, part, enterprises)]
  const half = BANDS.length + 1
  const [losers, winners] = [together(comparison.bands.slice(0, half)), together(comparison.bands.slice(half))]
  return {
    when,
    baseline,
    words: subject.words,
    short: shortForm(reform),
    reform: canonicalReform(reform),
    enterprises,
    before: totalsOf(before, basis.part.recipients),
    after: totalsOf(after, basis.part.recipients + entering - leaving),
    winners,
    losers,
    unchanged: enterprises - winners.count - losers.count,
    entering,
    leaving,
    measures: measureResults(before, after, subject, comparison),
    groups: groupResults(basis, comparison, groups),
    bands: bandsOf(comparison.bands),
  }
}
