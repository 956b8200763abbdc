/** The values that a fact can take, as far as a search tries them: around its turning points and at the ends of its range. */
import { add, compare, denominator, type Exact, multiply, ratio, subtract } from '../exact.ts'
import { type FactDeclaration, rangeOf } from '../facts.ts'
import { roundTo } from '../money.ts'
import type { Constant } from './tree.ts'

/** The least that a value is changed by: a fen, a whole unit, a day, a hundredth of a per cent, a hundredth of a number. */
export const stepOf = ({ type }: FactDeclaration): Exact =>
  type === 'percent' ? ratio(1n, 10_000n) : type === 'number' ? ratio(1n, 100n) : 1

export const isMeasured = ({ type }: FactDeclaration): boolean => type !== 'text' && type !== 'enum' && type !== 'yes-no'

/** A number that can be written down: it ends within eight digits. */
const isWritten = (value: Exact): boolean => 100_000_000n % denominator(value) === 0n

/** Numbers in rising order around each point, on the steps of the fact and within its range, with both ends of it. */
const numbersAround = (points: readonly Exact[], declaration: FactDeclaration): readonly Exact[] => {
  const step = stepOf(declaration)
  const { low, high } = rangeOf(declaration)
  const isWhole = declaration.type !== 'percent' && declaration.type !== 'number'
  const found: Exact[] = [low ?? 0, ...(high === null ? [] : [high])]
  for (const point of points) {
    const floor = roundTo(point, 'floor', step)
    found.push(subtract(floor, step), floor, add(floor, step), add(floor, multiply(2, step)))
    if (!isWhole && isWritten(point)) found.push(point)
  }
  const inside = found.filter((each) => (low === null || compare(each, low) >= 0) && (high === null || compare(each, high) <= 0))
  return inside.sort(compare).filter((each, index) => index === 0 || compare(each, inside[index - 1]!) !== 0)
}

/** The values to try; numbers and days in rising order, choices as they are declared. */
export const valuesToTry = (points: readonly Constant[], declaration: FactDeclaration): readonly Constant[] => {
  switch (declaration.type) {
    case 'yes-no':
      return [true, false]
    case 'enum':
      return declaration.values.map(({ zh }) => zh)
    case 'text':
      return points.filter((each) => typeof each === 'string')
    default:
      return numbersAround(
        points.filter((each) => typeof each !== 'string' && typeof each !== 'boolean'),
        declaration,
      )
  }
}

/** A value between two, at which it holds although one step nearer to `bad` it does not. `step` is that of the fact. */
export const halved = (bad: Exact, good: Exact, step: Exact, holds: (value: Exact) => boolean): Exact => {
  const up = compare(good, bad) > 0
  let [from, to] = [bad, good]
  for (;;) {
    const middle = roundTo(multiply(add(from, to), ratio(1n, 2n)), 'floor', step)
    const isBetween = up ? compare(middle, from) > 0 && compare(middle, to) < 0 : compare(middle, from) < 0 && compare(middle, to) > 0
    if (!isBetween) break
    if (holds(middle)) to = middle
    else from = middle
  }
  return to
}
