/** How often each condition of each measure decided alone: what a comparison can and cannot have seen. */
import type { ReferenceAnswer } from '../../src/core/rule/samples/reference.ts'
import type { Measure } from '../../src/core/rule/tree.ts'

/** Rows in which every other answer was yes, and this one was yes, no or unknown. */
export type Decisive = { yes: number; no: number; unknown: number }
/** By measure id: its conditions and then its judgements. */
export type Coverage = Map<string, Decisive[]>

export const cover = (coverage: Coverage, measure: Measure, answers: readonly ReferenceAnswer[]): void => {
  const size = measure.conditions.length + measure.judgements.length
  const own = coverage.get(measure.id) ?? Array.from({ length: size }, () => ({ yes: 0, no: 0, unknown: 0 }))
  coverage.set(measure.id, own)
  for (const { answers: said } of answers) {
    const open = said.flatMap((each, index) => (each === true ? [] : [index]))
    if (open.length > 1) continue
    for (const index of open.length === 1 ? open : said.keys()) {
      const answer = said[index]
      own[index]![answer === undefined ? 'unknown' : answer ? 'yes' : 'no']++
    }
  }
}

/** Conditions that were never alone decisive in one of the three ways, as `measure c2: no`. */
export const gapsIn = (coverage: Coverage): readonly string[] =>
  [...coverage].flatMap(([id, all]) =>
    all.flatMap((each, index) =>
      (['yes', 'no', 'unknown'] as const).filter((way) => each[way] === 0).map((way) => `${id} c${index + 1}: ${way}`),
    ),
  )
