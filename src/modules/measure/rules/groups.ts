import type { Fen } from '../../../core/money.ts'
import { yuanText } from '../../../core/money.ts'
import type { Decision, Result } from '../contract.ts'
import { fenIn } from './questions.ts'

/** The results in the groups a reader asks for, the largest amount first. */
export type Groups = {
  readonly entitled: readonly Result[]
  /** Entitled, but the source or the validity is still to be verified: left out of the total. */
  readonly unverified: readonly Result[]
  /** Every condition is met; a person decides, or the public text does not say how much. */
  readonly decides: readonly Result[]
  /** Facts are missing. */
  readonly possible: readonly Result[]
  readonly not: readonly Result[]
  /** The most that the open measures can still bring; the second sum is of those left out of totals. */
  readonly stillPossible: string
  readonly stillUnverified: string
}

const largest =
  (amount: (result: Result) => Fen) =>
  (a: Result, b: Result): number => {
    const [x, y] = [amount(a), amount(b)]
    return y > x ? 1 : y < x ? -1 : 0
  }

export const groupsOf = ({ results }: Pick<Decision, 'results'>): Groups => {
  const counted = (result: Result): boolean => result.uncounted.length === 0
  const eligible = results.filter((result) => result.status === 'eligible').sort(largest((each) => fenIn(each.award)))
  const open = results
    .filter((result) => result.status === 'undetermined')
    .sort(largest((each) => (counted(each) ? 1000n : 1n) * fenIn(each.atMost)))
  const most = (some: readonly Result[]): string => yuanText(some.reduce((sum, each) => sum + fenIn(each.atMost), 0n))
  return {
    entitled: eligible.filter(counted),
    unverified: eligible.filter((each) => !counted(each)),
    decides: open.filter((each) => each.missing.length === 0),
    possible: open.filter((each) => each.missing.length > 0),
    not: results.filter((result) => result.status === 'ineligible'),
    stillPossible: most(open.filter(counted)),
    stillUnverified: most(open.filter((each) => !counted(each))),
  }
}
