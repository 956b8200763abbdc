/** What is different between two answers to the same check-up. */
import type { Awards } from '../contract.ts'

/** Yuan texts; null: not granted. */
export type Change = { readonly measure: string; readonly before: string | null; readonly after: string | null }

/** Measures whose award is not what it was, in the order of their ids. */
export const changesSince = (before: Awards, after: Awards): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((measure) => ({ measure, before: before[measure] ?? null, after: after[measure] ?? null }))
    .filter((each) => each.before !== each.after)

/** The day on which a saved check-up is decided again: one that was asked for its own day is asked for today, one for another day stays there. */
export const dayNow = (askedOn: string, decidedOn: string, savedOn: string, today: string): string =>
  askedOn === '' || decidedOn === savedOn ? today : askedOn
