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

/** How long a password or a factor that was shown counts for what asks for a fresh one. */
const FRESH_MS = 10 * 60_000

/** Whether a proof was given just now; null: there is no session. */
export const isFresh = (provenAt: Date | null, now: Date): boolean => provenAt !== null && now.getTime() - provenAt.getTime() < FRESH_MS
