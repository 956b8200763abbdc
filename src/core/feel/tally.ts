import type { FeelCase } from './case.ts'
import { judge, type Verdict } from './judge.ts'

export type Judged = { readonly case: FeelCase; readonly verdict: Verdict }

export type Tally = {
  readonly passed: readonly Judged[]
  readonly wrong: readonly Judged[]
  /** By reason, the most frequent first. */
  readonly refused: ReadonlyMap<string, readonly Judged[]>
}

/** Judges every case, in the order of the file. */
export const tallyOf = (cases: readonly FeelCase[]): Tally => {
  const judged = cases.map((each): Judged => ({ case: each, verdict: judge(each) }))
  const of = (verdict: Verdict['verdict']): readonly Judged[] => judged.filter((each) => each.verdict.verdict === verdict)
  const reasons = Map.groupBy(of('refused'), ({ verdict }) => (verdict.verdict === 'refused' ? verdict.reason : ''))
  const refused = new Map([...reasons].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1)))
  return { passed: of('passed'), wrong: of('wrong'), refused }
}
