/** Rows of a synthetic population: a row depends on the recipe, the seed and its own number, and on nothing else. */
import { arrayOf, NULL_SLOT } from '../../core/rule/columns/column.ts'
import type { Slots } from '../shared.ts'
import { drawn, exponential, normalQuantile, rowState, TWO_32 } from './arithmetic.ts'
import { type Case, type Draw, MILLION, type Recipe } from './recipe.ts'

/** So many rows at a time stay in the cache. */
export const BLOCK = 4096

/** What else a column draws for than its value: whether it is zero, whether it is known. */
const PURPOSES = { zero: 0x3c6ef372, unknown: 0x1b873593 } as const

/** A part of whole numbers in millionths, rounded down, without leaving 53 bits. */
const partOf = (value: number, millionths: number): number => {
  const millions = Math.floor(value / MILLION)
  return millions * millionths + Math.floor(((value - millions * MILLION) * millionths) / MILLION)
}

/** The slot of the row at a place of the block. `before` holds the slots of the columns before, NaN where there is none. */
type Drawer = (at: number) => number

const drawerOf = (draw: Draw, salt: number, states: Uint32Array, before: readonly Float64Array[]): Drawer => {
  switch (draw.kind) {
    case 'weights': {
      const { slots, upTo } = draw
      if (slots.length === 1) return () => slots[0]!
      return (at) => {
        const h = drawn(states[at]!, salt)
        let place = 0
        while (h >= upTo[place]!) place++
        return slots[place]!
      }
    }
    case 'uniform': {
      const { low, count } = draw
      return (at) => low + Math.floor((drawn(states[at]!, salt) / TWO_32) * count)
    }
    case 'lognormal': {
      const { median, sigma, low, high } = draw
      return (at) => {
        const deviate = normalQuantile((drawn(states[at]!, salt) + 0.5) / TWO_32)
        const value = Math.floor(median * exponential(sigma * deviate) + 0.5)
        return value < low ? low : value > high ? high : value
      }
    }
    case 'part': {
      const { low, count } = draw
      const of = before[draw.of]!
      return (at) => partOf(of[at]!, low + Math.floor((drawn(states[at]!, salt) / TWO_32) * count))
    }
    case 'difference': {
      const [from, less] = [before[draw.from]!, before[draw.less]!]
      return (at) => from[at]! - less[at]!
    }
    case 'growth': {
      const [of, from] = [before[draw.of]!, before[draw.from]!]
      // Nothing grows from nothing: such a growth is unknown.
      return (at) => (from[at]! > 0 ? Math.floor(((of[at]! - from[at]!) / from[at]!) * 10_000) : Number.NaN)
    }
    case 'zero': {
      const rest = drawerOf(draw.rest, salt, states, before)
      return (at) => (drawn(states[at]!, salt ^ PURPOSES.zero) < draw.below ? 0 : rest(at))
    }
  }
}

/** Which of the rows in `left` a case is for: moves them to `taken` and gives how many; the others close ranks. */
type Sieve = (left: Int32Array, count: number, taken: Int32Array) => number

const CODES = 65_536

const sieveOf = (where: Case['where'], before: readonly Float64Array[]): Sieve => {
  const tests = where.map(({ column, slots }) => {
    const holds = new Uint8Array(CODES)
    for (const slot of slots) holds[slot] = 1
    return { values: before[column]!, holds }
  })
  const first = tests[0]!
  const others = tests.slice(1)
  return (left, count, taken) => {
    let [matching, remaining] = [0, 0]
    for (let index = 0; index < count; index++) {
      const at = left[index]!
      if (first.holds[first.values[at]!] === 1 && others.every(({ values, holds }) => holds[values[at]!] === 1)) taken[matching++] = at
      else left[remaining++] = at
    }
    return matching
  }
}

type Way = { readonly sieve: Sieve | null; readonly draw: Drawer; readonly unknownBelow: number; readonly constant: number | null }

const wayOf = ({ where, draw, unknownBelow }: Case, salt: number, states: Uint32Array, before: readonly Float64Array[]): Way => ({
  sieve: where.length === 0 ? null : sieveOf(where, before),
  draw: drawerOf(draw, salt, states, before),
  unknownBelow,
  constant: draw.kind === 'weights' && draw.slots.length === 1 && unknownBelow === 0 ? draw.slots[0]! : null,
})

/** Makes rows of a recipe, into `into` by the places of its columns. The function it gives writes one block, the first being 0. */
export const rowsOf = (recipe: Recipe, into: readonly (Slots | null)[]): ((block: number) => void) => {
  const states = new Uint32Array(BLOCK)
  const before = recipe.columns.map(() => new Float64Array(BLOCK))
  const ways = recipe.columns.map(({ cases, salt }) => cases.map((each) => wayOf(each, salt, states, before)))
  const [everybody, left, taken] = [Int32Array.from({ length: BLOCK }, (_, at) => at), new Int32Array(BLOCK), new Int32Array(BLOCK)]

  const write = (place: number, { draw, unknownBelow }: Way, rows: Int32Array, count: number, start: number): void => {
    const { low, high, salt } = recipe.columns[place]!
    const [own, slots] = [before[place]!, into[place]!]
    const missing = slots === null ? 0 : Number(NULL_SLOT[arrayOf(slots)])
    for (let index = 0; index < count; index++) {
      const at = rows[index]!
      const slot = draw(at)
      const value = slot < low ? low : slot > high ? high : slot
      own[at] = value
      if (slots === null) continue
      const isGap = Number.isNaN(value) || (unknownBelow > 0 && drawn(states[at]!, salt ^ PURPOSES.unknown) < unknownBelow)
      slots[start + at] = isGap ? missing : value
    }
  }

  const writeColumn = (place: number, start: number, count: number): void => {
    const own = ways[place]!
    // Most columns are the same for nearly everybody: that is written at once, and then the few.
    const rest = own.at(-1)!.constant
    if (rest !== null) {
      before[place]!.fill(rest, 0, count)
      into[place]?.fill(rest, start, start + count)
    }
    left.set(everybody)
    let remaining = count
    for (const way of own) {
      if (way.sieve === null) {
        if (rest === null) write(place, way, left, remaining, start)
        return
      }
      const matching = way.sieve(left, remaining, taken)
      remaining -= matching
      write(place, way, taken, matching, start)
    }
  }

  return (block) => {
    const start = block * BLOCK
    const count = Math.min(BLOCK, recipe.count - start)
    for (let at = 0; at < count; at++) states[at] = rowState(recipe.seed, start + at)
    for (let place = 0; place < recipe.columns.length; place++) writeColumn(place, start, count)
  }
}
