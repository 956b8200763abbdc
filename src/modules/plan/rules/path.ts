/** The path of a promise: what should be reached when. For drawing and for the value due now; no category is decided by it. */
import type { Method } from './status.ts'

/**
 * The value on the way from `from` to `to` after a share of the time (0 to 1): a line, equal growth, or a line on the logit of a percentage.
 * Null where the method does not hold the two values.
 */
export const onPath = (method: Method, from: number, to: number, share: number): number | null => {
  if (method === 'linear') return from + (to - from) * share
  if (method === 'growth') return from > 0 && to > 0 ? from * (to / from) ** share : null
  const logit = (percent: number): number => Math.log(percent / (100 - percent))
  const value = 100 / (1 + Math.exp(-(logit(from) + (logit(to) - logit(from)) * share)))
  return Number.isFinite(logit(from)) && Number.isFinite(logit(to)) ? value : null
}
