/** How long after a try that failed the next one comes. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** After the last of them nothing is tried until somebody sends it again. Together somewhat more than two days. */
const PAUSES = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR]

/** When it is tried again after so many tries; null: not by itself. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const pause = PAUSES[tries - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** How long a receiver that did not answer is left alone: what else is for it waits, so that it holds nobody up. */
export const SILENCE_MS = MINUTE
