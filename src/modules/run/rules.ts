import type { RunTotal } from './contract.ts'

/** Whether an id is the code of an enterprise that may be real: eighteen characters, and not of region 000000, which does not exist. */
export const isCode = (id: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(id) && id.slice(2, 8) !== '000000'

/** One measure in two runs; null where a run did not compute it. */
export type TotalDifference = {
  readonly measure: string
  readonly before: RunTotal | null
  readonly after: RunTotal | null
  /** What the later run pays more. */
  readonly fen: bigint
}

/** Measures of either run, in the order of the later one, then those that only the earlier one has. */
export const differenceOf = (before: readonly RunTotal[], after: readonly RunTotal[]): readonly TotalDifference[] => {
  const [old, fresh] = [before, after].map((totals) => new Map(totals.map((each) => [each.measure, each])))
  return [...new Set([...after, ...before].map(({ measure }) => measure))].map((measure) => {
    const [a, b] = [old!.get(measure) ?? null, fresh!.get(measure) ?? null]
    return { measure, before: a, after: b, fen: (b?.fen ?? 0n) - (a?.fen ?? 0n) }
  })
}
