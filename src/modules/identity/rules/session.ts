/** When a session has had its time: half a day without a sign of life, or three days in all. */
const IDLE_MS = 12 * 3_600_000
const WHOLE_MS = 72 * 3_600_000

type Times = { readonly createdAt: Date; readonly seenAt: Date }

export const hasLapsed = ({ createdAt, seenAt }: Times, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > IDLE_MS || now.getTime() - createdAt.getTime() > WHOLE_MS

/** How old a sign of life may grow before it is written again. */
export const SEEN_MS = 60_000

/** Sessions that began and were seen after these are still good, as far as time goes; the same rule for a query. */
export const oldestGood = (now: Date): Times => ({
  createdAt: new Date(now.getTime() - WHOLE_MS),
  seenAt: new Date(now.getTime() - IDLE_MS),
})
