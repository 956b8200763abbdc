/**
 * What is paid when several measures meet: first the choice among those that exclude each other, then 配套, then total caps, then the split over budgets.
 * The amounts that go in are those of each measure by itself; undetermined measures take no part.
 */
import { compare, type Exact, greater, multiply, ratio, smaller, subtract } from '../../exact.ts'
import type { Facts } from '../../facts.ts'
import { type Fen, fenOf, TO_THE_FEN } from '../../money.ts'
import { missingOf } from '../missing.ts'
import type { Outcome, When } from '../outcome.ts'
import { evaluated, type Run, runOf } from '../run.ts'
import type { Group, GroupRelation, Measure, Node } from '../tree.ts'
import { choose } from './choose.ts'

/** A measure with its own outcome. */
export type Candidate = { readonly measure: Measure; readonly outcome: Pick<Outcome, 'status' | 'amount'> }

/** What one relation did to one measure. */
export type StackStep = {
  readonly kind: GroupRelation['kind']
  /** The file and clause that declare it. */
  readonly declaredBy: string
  readonly anchor: string
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

type Kind = GroupRelation['kind']
type OfKind<K extends Kind> = Group & { readonly kind: K }
type Declared<K extends Kind> = { readonly relation: OfKind<K>; readonly owner: Measure }

const declared = <K extends Kind>(candidates: readonly Candidate[], kind: K): readonly Declared<K>[] =>
  candidates.flatMap(({ measure }) =>
    measure.groups.flatMap((relation) => (relation.kind === kind ? [{ relation: relation as OfKind<K>, owner: measure }] : [])),
  )

/** One payable measure while the stages go over it. */
type Line = { readonly id: string; award: Fen; missing: readonly string[]; readonly steps: StackStep[] }

const change = (line: Line, after: Fen, step: Omit<StackStep, 'before' | 'after'>): void => {
  if (after === line.award) return
  line.steps.push({ ...step, before: line.award, after })
  line.award = after
}

/** Pairs that exclude each other: everybody in a 就高 group, the owner of an exclusion with each it names; 叠加 takes a pair out again. */
const chosen = (lines: readonly Line[], candidates: readonly Candidate[]): void => {
  const at = new Map(lines.map(({ id }, index) => [id, index]))
  const pairs = new Map<string, { kind: 'highest' | 'exclusive'; declaredBy: string; anchor: string }>()
  const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const note = (a: string, b: string, kind: 'highest' | 'exclusive', owner: Measure, anchor: string): void => {
    if (a !== b && at.has(a) && at.has(b) && !pairs.has(pair(a, b))) pairs.set(pair(a, b), { kind, declaredBy: owner.id, anchor })
  }
  const order: string[] = []
  for (const { relation, owner } of declared(candidates, 'highest')) {
    order.push(...relation.members)
    for (const a of relation.members) for (const b of relation.members) note(a, b, 'highest', owner, relation.anchor)
  }
  for (const { relation, owner } of declared(candidates, 'exclusive'))
    for (const member of relation.members) note(owner.id, member, 'exclusive', owner, relation.anchor)
  for (const { relation, owner } of declared(candidates, 'add')) for (const member of relation.members) pairs.delete(pair(owner.id, member))
  if (pairs.size === 0) return

  // Of equals the first named stays; who is in no 就高 group follows in the order of the pack.
  const inPairs = new Set([...pairs.keys()].flatMap((key) => key.split(' ')))
  const ranked = [...new Set([...order, ...lines.map(({ id }) => id)])].flatMap((id) =>
    inPairs.has(id) ? (lines[at.get(id) ?? -1] ?? []) : [],
  )
  const kept = choose(
    ranked.map(({ award }) => award),
    ranked.map(({ id }) => ranked.flatMap((other, index) => (pairs.has(pair(id, other.id)) ? [index] : []))),
  ).flatMap((index) => ranked[index] ?? [])
  for (const line of ranked) {
    if (kept.includes(line)) continue
    const rivals = kept.filter(({ id }) => pairs.has(pair(line.id, id)))
    const first = rivals[0] && pairs.get(pair(line.id, rivals[0].id))
    if (first) change(line, 0n, { ...first, because: rivals.map(({ id }) => id), left: null })
  }
}

/** A relation waits for facts: whoever would be paid is undetermined. */
const wait = (lines: readonly Line[], nodes: readonly Node[], run: Run): void => {
  const missing = missingOf(nodes, run)
  for (const line of lines) if (line.award > 0n) line.missing = [...new Set([...line.missing, ...missing])]
}

const matched = (lines: ReadonlyMap<string, Line>, candidates: readonly Candidate[]): void => {
  const open = [...declared(candidates, 'match')]
  // Whoever matches a matched award comes after it; a pack whose matches go round in a circle is refused when it is checked.
  for (let turn = 0; open.length > 0 && turn < candidates.length; turn++) {
    const waiting = new Set(open.map(({ owner }) => owner.id))
    for (const { relation, owner } of open.splice(0)) {
      if (relation.members.some((id) => id !== owner.id && waiting.has(id))) {
        open.push({ relation, owner })
        continue
      }
      const line = lines.get(owner.id)
      if (!line) continue
      const paid = relation.members.reduce((sum, id) => sum + (lines.get(id)?.award ?? 0n), 0n)
      const limit = fenOf(multiply(relation.ratio, ratio(paid)), TO_THE_FEN)
      if (limit < line.award)
        change(line, limit, { kind: 'match', declaredBy: owner.id, anchor: relation.anchor, because: relation.members, left: limit })
    }
  }
}

const capped = (lines: ReadonlyMap<string, Line>, candidates: readonly Candidate[], runFor: (measure: Measure) => Run): void => {
  for (const { relation, owner } of declared(candidates, 'cap_total')) {
    const members = relation.members.flatMap((id) => lines.get(id) ?? []).filter((line) => line.missing.length === 0)
    if (members.length === 0) continue
    const run = runFor(owner)
    const limit = evaluated(relation.limit, run) as Exact | undefined
    const received = relation.received === null ? 0 : (evaluated(relation.received, run) as Exact | undefined)
    if (limit === undefined || received === undefined) {
      wait(members, relation.received ? [relation.limit, relation.received] : [relation.limit], run)
      continue
    }
    let left = fenOf(greater(0, subtract(limit, received)), { mode: 'floor', step: 1 })
    const because: string[] = []
    for (const line of members) {
      const paid = fenOf(smaller(ratio(line.award), ratio(left)), TO_THE_FEN)
      change(line, paid, { kind: 'cap_total', declaredBy: owner.id, anchor: relation.anchor, because: [...because], left })
      if (paid > 0n) because.push(line.id)
      left -= paid
    }
  }
}

/** Splits an award so that no fen is lost: each share cut to the fen, what remains goes fen by fen to the largest remainders, the first named first. */
export const split = (award: Fen, parts: readonly { readonly budget: string; readonly share: Exact }[]): Award['shares'] => {
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

/** Applies all relations of the candidates, in the order of the pack. */
export const stack = (candidates: readonly Candidate[], facts: Facts, when: When): readonly Award[] => {
  const lines = candidates.flatMap(({ measure, outcome }): Line[] =>
    outcome.status === 'eligible' && outcome.amount !== null ? [{ id: measure.id, award: outcome.amount, missing: [], steps: [] }] : [],
  )
  const byId = new Map(lines.map((line) => [line.id, line]))
  chosen(lines, candidates)
  matched(byId, candidates)
  capped(byId, candidates, (measure) => runOf(measure, facts, when, { keep: true }))
  return candidates.map(({ measure, outcome }): Award => {
    const line = byId.get(measure.id)
    if (!line) return { measure: measure.id, status: outcome.status, award: null, missing: [], steps: [], shares: [] }
    if (line.missing.length > 0)
      return { measure: measure.id, status: 'undetermined', award: null, missing: line.missing, steps: line.steps, shares: [] }
    const share = measure.groups.find((each) => each.kind === 'share')
    const shares = share?.kind === 'share' ? split(line.award, share.parts) : []
    return { measure: measure.id, status: 'eligible', award: line.award, missing: [], steps: line.steps, shares }
  })
}
