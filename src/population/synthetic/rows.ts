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

/** By how many hundredths of a per cent a whole number grew, rounded down; two decimal places at a time stay within 53 bits. */
const growthOf = (now: number, before: number): number => {
  const more = now - before
  const times = Math.floor(more / before)
  const rest = (more - times * before) * 100
  const percent = Math.floor(rest / before)
  return times * 10_000 + percent * 100 + Math.floor(((rest - percent * before) * 100) / before)
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
      return (at) => (from[at]! > 0 ? growthOf(of[at]!, from[at]!) : Number.NaN)
    }
    case 'zero': {
      const rest = drawerOf(draw.rest, salt, states, before)
      return (at) => (drawn(states[at]!, salt ^ PURPOSES.zero) < draw.below ? 0 : rest(at))
    }
  }
}

type Rows = { readonly list: Int32Array; count: number }
/** Rows of the block that a case is for, found once for all columns that ask for the same. */
type Selection = Rows & { readonly find: (count: number) => number; block: number }

const CODES = 65_536

const selectionOf = (where: Case['where'], before: readonly Float64Array[]): Selection => {
  const tests = where.map(({ column, slots }) => {
    const holds = new Uint8Array(CODES)
    for (const slot of slots) holds[slot] = 1
    return { values: before[column]!, holds }
  })
  const [first, ...others] = tests
  const { values, holds } = first!
  const list = new Int32Array(BLOCK)
  const find = (count: number): number => {
    let found = 0
    for (let at = 0; at < count; at++) {
      list[found] = at
      found += holds[values[at]!]!
    }
    for (const other of others) {
      let kept = 0
      for (let index = 0; index < found; index++) {
        const at = list[index]!
        list[kept] = at
        kept += other.holds[other.values[at]!]!
      }
      found = kept
    }
    return found
  }
  return { list, count: 0, find, block: -1 }
}

/** A case of a column. Without a selection it is for everybody. */
type Way = {
  readonly selection: Selection | null
  readonly draw: Drawer
  readonly unknownBelow: number
  readonly constant: number | null
}

/** Makes rows of a recipe, into `into` by the places of its columns. The function it gives writes one block, the first being 0. */
export const rowsOf = ({ seed, count: all, columns }: Recipe, into: readonly (Slots | null)[]): ((block: number) => void) => {
  const states = new Uint32Array(BLOCK)
  const before = columns.map(() => new Float64Array(BLOCK))
  const selections = new Map<string, Selection>()
  const selected = (where: Case['where']): Selection => {
    const key = JSON.stringify(where)
    const own = selections.get(key) ?? selectionOf(where, before)
    selections.set(key, own)
    return own
  }
  const ways = columns.map(({ cases, salt }) =>
    cases.map(
      ({ where, draw, unknownBelow }): Way => ({
        selection: where.length === 0 ? null : selected(where),
        draw: drawerOf(draw, salt, states, before),
        unknownBelow,
        constant: draw.kind === 'weights' && draw.slots.length === 1 && unknownBelow === 0 ? draw.slots[0]! : null,
      }),
    ),
  )
  const everybody: Rows = { list: Int32Array.from({ length: BLOCK }, (_, at) => at), count: 0 }
  let block = -1

  const rowsFor = (selection: Selection | null): Rows => {
    if (selection === null) return everybody
    if (selection.block !== block) {
      selection.count = selection.find(everybody.count)
      selection.block = block
    }
    return selection
  }

  const draw = (own: Float64Array, { draw }: Way, { list, count }: Rows, low: number, high: number): void => {
    for (let index = 0; index < count; index++) {
      const at = list[index]!
      const slot = draw(at)
      own[at] = slot < low ? low : slot > high ? high : slot
    }
  }

  /** Takes over what was drawn, except where it is not known. */
  const show = (own: Float64Array, slots: Slots, salt: number, { unknownBelow }: Way, { list, count }: Rows): void => {
    const start = block * BLOCK
    const missing = Number(NULL_SLOT[arrayOf(slots)])
    for (let index = 0; index < count; index++) {
      const at = list[index]!
      const isGap = unknownBelow > 0 && drawn(states[at]!, salt ^ PURPOSES.unknown) < unknownBelow
      slots[start + at] = isGap ? missing : own[at]!
    }
  }

  // The last case is written for everybody, then those before it over it, so that in the end the first whose conditions hold has its say.
  const writeColumn = (place: number): void => {
    const { salt, low, high } = columns[place]!
    const [own, slots, cases] = [before[place]!, into[place]!, ways[place]!]
    const { constant } = cases.at(-1)!
    const start = block * BLOCK
    if (constant !== null) {
      own.fill(constant)
      slots?.fill(constant, start, start + everybody.count)
    }
    for (let index = cases.length - (constant === null ? 1 : 2); index >= 0; index--) {
      const rows = rowsFor(cases[index]!.selection)
      draw(own, cases[index]!, rows, low, high)
      if (slots !== null) show(own, slots, salt, cases[index]!, rows)
    }
  }

  return (next) => {
    block = next
    everybody.count = Math.min(BLOCK, all - next * BLOCK)
    for (let at = 0; at < everybody.count; at++) states[at] = rowState(seed, next * BLOCK + at)
    for (let place = 0; place < columns.length; place++) writeColumn(place)
  }
}
