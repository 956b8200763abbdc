import type { Type } from '../types.ts'
import { sameUnit, typeText } from '../units.ts'
import { type Misfit, misfit } from './function.ts'

/** Numbers of one kind: the type of all of them, or which one is different. */
export const alikeNumbers = (args: readonly Type[]): Type | Misfit => {
  const first = args[0]!
  if (first.kind !== 'number') return misfit(0, '数', 'a number')
  let whole = first.whole
  for (const [index, each] of args.entries()) {
    if (each.kind !== 'number' || !sameUnit(each.unit, first.unit) || each.percent !== first.percent) {
      const text = typeText(first)
      return misfit(index, text.zh, text.en)
    }
    whole &&= each.whole
  }
  return { ...first, whole }
}
