/** The smallest change of one fact that does: a value at which something holds although one step less it does not. */
import { add, compare, type Exact, subtract } from '../exact.ts'
import type { FactDeclaration } from '../facts.ts'
import { halved, isMeasured, stepOf } from './domain.ts'
import type { Constant } from './tree.ts'

/**
 * What a fact would have to be. `to`: exactly this, or one of `others`. `at-least`, `at-most`: from here on or up to here, of a fact that is not known. `any`: whatever it is,
 * once it is known.
 */
export type Found = { readonly kind: 'to' | 'at-least' | 'at-most' | 'any'; readonly to: Constant; readonly others: readonly Constant[] }

type Holds = (value: Constant) => boolean

/** From a value that holds towards one that does not, as near as steps allow. */
const least = (bad: Exact, good: Exact, start: Exact | null, step: Exact, holds: Holds): Exact => {
  let found = halved(bad, good, step, holds)
  if (start === null) return found
  const up = compare(found, start) > 0
  // A value between two steps can have a better one a whole step before it.
  for (let round = 0; round < 8; round++) {
    const less = up ? subtract(found, step) : add(found, step)
    const isBeyond = up ? compare(less, start) > 0 : compare(less, start) < 0
    if (!isBeyond || !holds(less)) break
    found = halved(start, less, step, holds)
  }
  return found
}

const far = (a: Exact, b: Exact): Exact => (compare(a, b) > 0 ? subtract(a, b) : subtract(b, a))

/** Of a known number: the nearest value above or below. */
const moved = (from: Exact, values: readonly Exact[], step: Exact, holds: Holds): Found | null => {
  const towards = (list: readonly Exact[]): readonly Exact[] => {
    const place = list.findIndex(holds)
    return place < 0 ? [] : [least(list[place - 1] ?? from, list[place]!, from, step, holds)]
  }
  const above = values.filter((each) => compare(each, from) > 0)
  const below = values.filter((each) => compare(each, from) < 0).reverse()
  const [best] = [...towards(above), ...towards(below)].sort((a, b) => compare(far(a, from), far(b, from)))
  return best === undefined ? null : { kind: 'to', to: best, others: [] }
}

/** Of an unknown number: from where on, or up to where. */
const bounded = (values: readonly Exact[], step: Exact, holds: Holds): Found | null => {
  const held = values.map(holds)
  const first = held.indexOf(true)
  if (first < 0) return null
  if (!held.includes(false)) return { kind: 'any', to: values[first]!, others: [] }
  if (first === 0) {
    const end = held.indexOf(false)
    return { kind: 'at-most', to: least(values[end]!, values[end - 1]!, null, step, holds), others: [] }
  }
  const to = least(values[first - 1]!, values[first]!, null, step, holds)
  return { kind: holds(add(to, step)) ? 'at-least' : 'to', to, others: [] }
}

/** Of a choice: as few steps down the list of choices as possible. */
const chosen = (from: Constant | null, values: readonly Constant[], holds: Holds): Found | null => {
  const place = from === null ? 0 : values.indexOf(from)
  const good = values.filter((each) => each !== from && holds(each))
  const [to, ...others] = good.sort((a, b) => Math.abs(values.indexOf(a) - place) - Math.abs(values.indexOf(b) - place))
  if (to === undefined) return null
  return { kind: from === null && others.length + 1 === values.length ? 'any' : 'to', to, others }
}

/** `from` is null for a fact that is not known; `values` are those of `valuesToTry`. Null where none of them does. */
export const nearestValue = (
  from: Constant | null,
  values: readonly Constant[],
  declaration: FactDeclaration,
  holds: Holds,
): Found | null => {
  if (!isMeasured(declaration)) return chosen(from, values, holds)
  const step = stepOf(declaration)
  return from === null ? bounded(values as readonly Exact[], step, holds) : moved(from as Exact, values as readonly Exact[], step, holds)
}
