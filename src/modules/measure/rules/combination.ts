/** What is taken together and what is not, once relations between measures are applied: the data of a picture. Pure. */
import { type Exact, greater, subtract } from '../../../core/exact.ts'
import type { Facts } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { type Fen, fenOf, yuanText } from '../../../core/money.ts'
import type { Outcome } from '../../../core/rule/outcome.ts'
import { evaluated, runOf } from '../../../core/rule/run.ts'
import type { Cap, Declared, Plan } from '../../../core/rule/stacking/plan.ts'
import { type Award, stack } from '../../../core/rule/stacking/stack.ts'
import { sentencesOf } from '../../../core/rule/stacking/words.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Combination } from '../contract.ts'

const titleOf = (id: string, pack: Pack): Text => {
  const measure = pack.measures.get(id)
  return { zh: measure?.title ?? id, en: measure?.titleEnglish ?? measure?.title ?? id }
}

/** The clause that declares a relation, as a heading and a place on the page of its measure. */
const clauseOf = ({ declaredBy, anchor }: Declared, pack: Pack): Combination['pairs'][number]['clause'] => {
  const section = pack.measures.get(declaredBy)?.sections.find((each) => each.anchor === anchor)
  const zh = section?.heading ?? anchor
  return { measure: declaredBy, anchor, heading: { zh, en: section?.headingEnglish ?? zh } }
}

/** Pairs of payable measures that exclude each other, each once. */
const pairsOf = ({ choices, measures }: Plan, shown: ReadonlySet<string>, pack: Pack): Combination['pairs'] =>
  choices.flatMap(({ members, rivals }) =>
    members.flatMap((place, member) =>
      [...rivals[member]!].flatMap(([other, by]) => {
        const [a, b] = [measures[place]!.id, measures[members[other]!]!.id]
        return other > member && shown.has(a) && shown.has(b) ? [{ a, b, kind: by.kind, clause: clauseOf(by, pack) }] : []
      }),
    ),
  )

/** What is left of a total after what was received before; null where it is not known. */
const limitOf = (cap: Cap, facts: Facts, { when }: Plan): Fen | null => {
  const run = runOf(cap.owner, facts, when)
  const limit = evaluated(cap.limit, run) as Exact | undefined
  const received = cap.received === null ? 0 : (evaluated(cap.received, run) as Exact | undefined)
  return limit === undefined || received === undefined ? null : fenOf(greater(0, subtract(limit, received)), { mode: 'floor', step: 1 })
}

const capsOf = (plan: Plan, awards: ReadonlyMap<string, Award>, facts: Facts, pack: Pack): Combination['caps'] =>
  plan.caps.flatMap((cap) => {
    const members = cap.members.flatMap((place) => awards.get(plan.measures[place]!.id) ?? [])
    const limit = limitOf(cap, facts, plan)
    const hasCut = members.some(({ steps }) =>
      steps.some(({ kind, declaredBy, anchor }) => kind === 'cap_total' && declaredBy === cap.declaredBy && anchor === cap.anchor),
    )
    if (limit === null || !hasCut) return []
    const parts = members.flatMap(({ measure, award }) => (award === null ? [] : [{ measure, yuan: yuanText(award) }]))
    return [{ clause: clauseOf(cap, pack), limit: yuanText(limit), parts }]
  })

/**
 * The payable measures that a relation has changed, with those that changed them: taken, cut or left out, and by which clause. Null where no relation has changed anything.
 */
export const combinationOf = (
  pack: Pack,
  plan: Plan,
  outcomes: readonly Pick<Outcome, 'status' | 'amount'>[],
  facts: Facts,
): Combination | null => {
  const all = stack(plan, outcomes, facts)
  const payable = new Map(all.flatMap((award) => (award.award === null ? [] : [[award.measure, award] as const])))
  const changed = [...payable.values()].filter(({ steps }) => steps.length > 0)
  if (changed.length === 0) return null
  const shown = new Set(
    changed.flatMap(({ measure, steps }) => [measure, ...steps.flatMap(({ because }) => because)]).filter((id) => payable.has(id)),
  )
  const own = new Map(plan.measures.map(({ id }, place) => [id, outcomes[place]!.amount ?? 0n]))
  const nodes = [...payable.values()]
    .filter(({ measure }) => shown.has(measure))
    .map((award) => ({
      measure: award.measure,
      title: titleOf(award.measure, pack),
      amount: yuanText(own.get(award.measure) ?? 0n),
      award: yuanText(award.award ?? 0n),
      why: sentencesOf({ ...award, shares: [] }, (id) => titleOf(id, pack), pack.measures).map(({ text }) => text),
    }))
  const sum = (of: (id: string) => Fen): string => yuanText([...shown].reduce((total, id) => total + of(id), 0n))
  return {
    nodes,
    pairs: pairsOf(plan, shown, pack),
    caps: capsOf(plan, payable, facts, pack),
    before: sum((id) => own.get(id) ?? 0n),
    after: sum((id) => payable.get(id)?.award ?? 0n),
  }
}
