/**
 * What one subject is paid when several measures meet, with every step for the sentences: first the choice among those that exclude each other, then 配套, then total
 * caps, then the split over budgets. The amounts that go in are those of each measure by itself; undetermined measures take no part.
 */
import { compare, type Exact, greater, multiply, ratio, subtract } from '../../exact.ts'
import type { Facts } from '../../facts.ts'
import { type Fen, fenOf, TO_THE_FEN } from '../../money.ts'
import { missingOf } from '../missing.ts'
import type { Outcome } from '../outcome.ts'
import { evaluated, runOf } from '../run.ts'
import { bitOf, choose } from './choose.ts'
import type { Cap, Choice, Declared, Match, Plan } from './plan.ts'

/** What one relation did to one measure. */
export type StackStep = Declared & {
  readonly before: Fen
  readonly after: Fen
  /** The measures that decided: those taken instead, the one matched, those that used up a total. */
  readonly because: readonly string[]
  /** For a total cap: what was left when this measure's turn came. */
  readonly left: Fen | null
}

/** What is paid under one measure. */
export type Award = {
  readonly measure: string
  /** `undetermined` also where a relation waits for a fact. */
  readonly status: Outcome['status']
  /** Null unless eligible. */
  readonly award: Fen | null
  readonly missing: readonly string[]
  readonly steps: readonly StackStep[]
  readonly shares: readonly { readonly budget: string; readonly fen: Fen }[]
}

/** One payable measure while the stages go over it. */
type Line = {
  readonly id: string
  award: Fen
  /** Facts that a relation waits for; null while none does. It may be empty: a limit can have no value although all facts are known. */
  missing: readonly string[] | null
  readonly steps: StackStep[]
}
/** A line for each measure of the plan; null where nothing is payable. */
type Lines = readonly (Line | null)[]

const change = (line: Line, after: Fen, step: Omit<StackStep, 'before' | 'after'>): void => {
  if (after === line.award) return
  line.steps.push({ ...step, before: line.award, after })
  line.award = after
}
const by = ({ kind, declaredBy, anchor }: Declared): Declared => ({ kind, declaredBy, anchor })

const chosen = (lines: Lines, { members, rivals, sets }: Choice): void => {
  const own = members.map((place) => lines[place] ?? null)
  if (own.filter((line) => line !== null).length < 2) return
  const set = choose(
    own.map((line) => line?.award ?? null),
    sets,
  )
  const kept = (member: number): boolean => (set & bitOf(member, members.length)) !== 0
  for (const [member, line] of own.entries()) {
    if (line === null || kept(member)) continue
    const taken = own.flatMap((other, place) => (other && kept(place) && rivals[member]!.has(place) ? [{ id: other.id, place }] : []))
    const first = taken[0] && rivals[member]!.get(taken[0].place)
    if (first) change(line, 0n, { ...first, because: taken.map(({ id }) => id), left: null })
  }
}

const matched = (lines: Lines, match: Match): void => {
  const line = lines[match.owner]
  if (!line) return
  const paid = match.members.reduce((sum, place) => sum + (lines[place]?.award ?? 0n), 0n)
  const limit = fenOf(multiply(match.ratio, ratio(paid)), TO_THE_FEN)
  if (limit < line.award) change(line, limit, { ...by(match), because: match.named, left: limit })
}

const capped = (lines: Lines, cap: Cap, facts: Facts, { when }: Plan): void => {
  const members = cap.members.flatMap((place) => lines[place] ?? []).filter(({ missing }) => missing === null)
  if (members.every(({ award }) => award === 0n)) return
  const run = runOf(cap.owner, facts, when, { keep: true })
  const limit = evaluated(cap.limit, run) as Exact | undefined
  const received = cap.received === null ? 0 : (evaluated(cap.received, run) as Exact | undefined)
  if (limit === undefined || received === undefined) {
    // Whoever would be paid is undetermined.
    const missing = missingOf(cap.received ? [cap.limit, cap.received] : [cap.limit], run)
    for (const line of members) if (line.award > 0n) line.missing = missing
    return
  }
  let left = fenOf(greater(0, subtract(limit, received)), { mode: 'floor', step: 1 })
  const because: string[] = []
  for (const line of members) {
    const paid = line.award < left ? line.award : left
    change(line, paid, { ...by(cap), because: [...because], left })
    if (paid > 0n) because.push(line.id)
    left -= paid
  }
}

const NONE: readonly never[] = []

/** Splits an award so that no fen is lost: each share cut to the fen, what remains goes fen by fen to the largest remainders, the first named first. */
export const split = (award: Fen, parts: readonly { readonly budget: string; readonly share: Exact }[]): Award['shares'] => {
  if (parts.length === 0) return NONE
  const exact = parts.map(({ share }) => multiply(ratio(award), share))
  const cut = exact.map((each) => fenOf(each, { mode: 'floor', step: 1 }))
  let rest = award - cut.reduce((sum, each) => sum + each, 0n)
  const byRemainder = exact
    .map((each, index) => ({ index, remainder: subtract(each, ratio(cut[index] ?? 0n)) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of byRemainder) {
    if (rest <= 0n) break
    cut[index] = (cut[index] ?? 0n) + 1n
    rest -= 1n
  }
  return parts.map(({ budget }, index) => ({ budget, fen: cut[index] ?? 0n }))
}

/** What is paid under each measure of the plan; `outcomes` are those of its measures, in their order. */
export const stack = (plan: Plan, outcomes: readonly Pick<Outcome, 'status' | 'amount'>[], facts: Facts): readonly Award[] => {
  const lines = plan.measures.map(({ id }, place): Line | null => {
    const { status, amount } = outcomes[place]!
    return status === 'eligible' && amount !== null ? { id, award: amount, missing: null, steps: [] } : null
  })
  if (lines.some((line) => line !== null)) {
    for (const choice of plan.choices) chosen(lines, choice)
    for (const match of plan.matches) matched(lines, match)
    for (const cap of plan.caps) capped(lines, cap, facts, plan)
  }
  return plan.measures.map(({ id }, place): Award => {
    const line = lines[place]
    if (!line) return { measure: id, status: outcomes[place]!.status, award: null, missing: NONE, steps: NONE, shares: NONE }
    const { award, missing, steps } = line
    if (missing !== null) return { measure: id, status: 'undetermined', award: null, missing, steps, shares: NONE }
    return { measure: id, status: 'eligible', award, missing: NONE, steps, shares: split(award, plan.shares[place]!) }
  })
}
