/** Exact sums of many whole numbers: plain numbers as long as 53 bits hold them, bigints beyond. */
export type Sums = { readonly low: Float64Array; readonly high: bigint[] }

export const newSums = (size: number): Sums => ({ low: new Float64Array(size), high: Array.from({ length: size }, () => 0n) })

/** Adds a whole number below 2^53, of either sign. */
export const addTo = ({ low, high }: Sums, index: number, value: number): void => {
  const sum = low[index]! + value
  if (Number.isSafeInteger(sum)) low[index] = sum
  else {
    high[index]! += BigInt(low[index]!)
    low[index] = value
  }
}

export const sumAt = ({ low, high }: Sums, index: number): bigint => high[index]! + BigInt(low[index]!)

/** Adds what is alike: numbers and bigints, and lists and records of them, place by place; nothing stays nothing. */
export const added = <T>(a: T, b: T): T => {
  if (typeof a === 'number' || typeof a === 'bigint') return ((a as number) + (b as number)) as T
  if (a === null) return a
  if (Array.isArray(a)) return a.map((each, index) => added(each, (b as readonly unknown[])[index])) as T
  const other = b as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(a as object).map(([name, value]) => [name, added(value, other[name])])) as T
}
