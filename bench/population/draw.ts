/**
 * Random numbers that are the same on every machine: only integer operations, + − × ÷ on doubles and Math.floor are used, because engines differ in the
 * last bit of Math.exp and Math.log.
 */

export type Draw = {
  /** Begins anew: what follows depends on this state only. */
  readonly start: (state: number) => void
  /** In [0, 1). */
  readonly unit: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number
  readonly oneOf: <T>(values: readonly T[]) => T
  /** The place in a list of cumulated weights. */
  readonly weighted: (cumulated: readonly number[]) => number
  readonly normal: () => number
  readonly lognormal: (median: number, sigma: number) => number
  /** Yuan to whole fen, as people report them: 60 % in whole 万元 when large enough, 25 % in whole yuan, 15 % to the fen. */
  readonly fen: (yuan: number) => number
  /** With this probability the value is moved onto a threshold: one less, itself or one more. */
  readonly snapped: (value: number, probability: number, thresholds: readonly number[]) => number
}

/** A bijection on 32 bits. */
export const mixed = (state: number): number => {
  let hash = state
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}

/** Where the numbers of a row begin: it depends on seed and row only, so that a smaller population is a prefix of a larger one. */
export const stateOf = (seed: number, row: number): number => mixed((row + Math.imul(seed | 0, 0x9e3779b1)) | 0)

export const cumulated = (weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum / whole
  })
}

const TERMS = 15
/** Powers of two from 2^-64 to 2^64, which doubling makes exactly. */
const POWERS = (() => {
  const powers = new Float64Array(129)
  powers[64] = 1
  for (let power = 1; power <= 64; power++) {
    powers[64 + power] = powers[63 + power]! * 2
    powers[64 - power] = powers[65 - power]! / 2
  }
  return powers
})()

export const exp = (x: number): number => {
  const twos = Math.floor(x * Math.LOG2E + 0.5)
  const rest = x - twos * Math.LN2
  let sum = 1
  for (let term = TERMS; term >= 1; term--) sum = 1 + (rest * sum) / term
  return sum * POWERS[64 + twos]!
}

export const newDraw = (): Draw => {
  let state = 0
  /** mulberry32: 32 bits. */
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const unit = (): number => bits() / 4294967296
  const chance = (probability: number): boolean => bits() < probability * 4294967296
  const between = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1))
  const oneOf = <T>(values: readonly T[]): T => values[between(0, values.length - 1)]!
  const weighted = (shares: readonly number[]): number => {
    const at = unit()
    let place = 0
    while (place < shares.length - 1 && at >= shares[place]!) place++
    return place
  }
  /** Six uniform numbers of 16 bits, added up and standardised: at most 4.25 either way. */
  const normal = (): number => {
    const [a, b, c] = [bits(), bits(), bits()]
    return ((a >>> 16) + (a & 65535) + (b >>> 16) + (b & 65535) + (c >>> 16) + (c & 65535) - 196605) / 46341
  }
  return {
    start: (from) => {
      state = from
    },
    unit,
    chance,
    between,
    oneOf,
    weighted,
    normal,
    lognormal: (median, sigma) => median * exp(sigma * normal()),
    fen: (yuan) => {
      const kind = unit()
      if (kind < 0.6 && yuan >= 20000) return Math.floor(yuan / 10000) * 1_000_000
      return kind < 0.85 ? Math.floor(yuan) * 100 : Math.floor(yuan * 100)
    },
    snapped: (value, probability, thresholds) => (chance(probability) ? oneOf(thresholds) + between(-1, 1) : value),
  }
}
