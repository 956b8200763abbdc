/** A seeded source of chance (mulberry32): the same seed gives the same rules and subjects on every machine. */
export type Chance = {
  /** From 0 up to, not including, `end`. */
  readonly below: (end: number) => number
  readonly one: <T>(list: readonly T[]) => T
  readonly often: (share: number) => boolean
}

export const chanceOf = (seed: number): Chance => {
  let state = seed | 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number): number => Math.floor(unit() * end)
  return { below, one: (list) => list[below(list.length)]!, often: (share) => unit() < share }
}
