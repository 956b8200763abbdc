/** What became of the promises between two days: two lists of assessments compared. */
import type { Reading } from '../../../pack/pack.ts'
import type { Assessment } from './assess.ts'
import { isRed } from './risk.ts'
import { lampOf } from './words.ts'

/** `set`: promised since; `replaced`: a later promise took its place; `verdict`: it is judged otherwise; `value`: another reading is the latest. */
export type ChangeKind = 'set' | 'replaced' | 'verdict' | 'value'
export type Change = {
  readonly before: Assessment | null
  readonly after: Assessment
  readonly kinds: readonly ChangeKind[]
  /** It stands red now and did not then. */
  readonly turnedRed: boolean
}

const isSame = (a: Reading | null, b: Reading | null): boolean =>
  a === b || (a !== null && b !== null && a.period === b.period && a.value === b.value && a.series === b.series)

const changeOf = (before: Assessment | null, after: Assessment): Change => {
  const kinds: readonly (readonly [ChangeKind, boolean])[] = [
    ['set', before === null],
    ['replaced', before !== null && before.supersededBy === null && after.supersededBy !== null],
    ['verdict', before !== null && (lampOf(before) !== lampOf(after) || before.reason !== after.reason)],
    ['value', before !== null && !isSame(before.latest, after.latest)],
  ]
  return {
    before,
    after,
    kinds: kinds.filter(([, holds]) => holds).map(([kind]) => kind),
    turnedRed: isRed(after) && (before === null || !isRed(before)),
  }
}

/** Every promise of `after` that is new or stands otherwise than in `before`, in the order of `after`. Both lists are of one pack, whose targets are the same objects. */
export const changesOf = (before: readonly Assessment[], after: readonly Assessment[]): readonly Change[] => {
  const then = new Map(before.map((each) => [each.target, each]))
  return after.map((each) => changeOf(then.get(each.target) ?? null, each)).filter(({ kinds }) => kinds.length > 0)
}
