/** A workload: what is measured, and the lines of the table that come of it. */
import type { Clock } from './timing.ts'

/** How many enterprises; each is a number for which the right lists are published. */
export type Sizes = {
  readonly city: number
  readonly stress: number
  /** For peers that take a tenth of a millisecond for one enterprise, and for those that take more. */
  readonly slow: number
  readonly slowest: number
  readonly rounds: number
}
export const FULL: Sizes = { city: 1_054_800, stress: 100_000, slow: 100_000, slowest: 10_000, rounds: 15 }
export const QUICK: Sizes = { city: 100_000, stress: 10_000, slow: 10_000, slowest: 1_000, rounds: 7 }

export type Line = {
  readonly what: string
  /** With its unit. */
  readonly figure: string
  readonly ratio?: number
  /** What `ratio` is a multiple of. */
  readonly of?: string
  readonly goal?: { readonly text: string; readonly met: boolean }
  /** How far the answer is right; absent where none was given. */
  readonly answer?: Answer
  readonly note?: string
}

/** Grants and undetermined cells. */
export type Lists = { readonly grants: boolean; readonly undetermined: boolean }

export type Answer = {
  /** Cells that pay another amount than the reference. */
  readonly wrong: number
  /** Cells with the right amount that are called by another state: mostly undetermined ones called not eligible. */
  readonly miscalled: number
  /** Which lists have the published SHA-256; null where none is published for so many enterprises. */
  readonly lists: Lists | null
  /** Of our own engine a miscalled cell is an error; a peer without a third state cannot do better. */
  readonly own: boolean
}

export type Workload = { readonly title: string; readonly clock: Clock; readonly run: (sizes: Sizes) => Promise<readonly Line[]> }

export const atMost = (value: number, goal: number, unit: string): NonNullable<Line['goal']> => ({
  text: `≤ ${goal} ${unit}`,
  met: value <= goal,
})
export const atLeast = (value: number, goal: number, unit: string): NonNullable<Line['goal']> => ({
  text: `≥ ${goal} ${unit}`,
  met: value >= goal,
})

/** `38.1 ms`, `1.24 s`. */
export const duration = (ms: number): string =>
  ms < 0.001
    ? `${(ms * 1e6).toFixed(0)} ns`
    : ms < 1
      ? `${(ms * 1000).toFixed(1)} µs`
      : ms < 1000
        ? `${ms.toFixed(1)} ms`
        : `${(ms / 1000).toFixed(2)} s`
export const perCell = (ms: number, cells: number): string => `${((ms * 1e6) / cells).toFixed(2)} ns per cell`

export const isRight = ({ answer }: Line): boolean =>
  !answer ||
  (answer.wrong === 0 &&
    (!answer.own || (answer.miscalled === 0 && answer.lists?.undetermined !== false)) &&
    answer.lists?.grants !== false)
