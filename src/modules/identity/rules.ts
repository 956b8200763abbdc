/** When a session has had its time: half a day without a sign of life, or three days in all. */
const IDLE_MS = 12 * 3_600_000
const WHOLE_MS = 72 * 3_600_000

export const hasLapsed = ({ createdAt, seenAt }: { readonly createdAt: Date; readonly seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > IDLE_MS || now.getTime() - createdAt.getTime() > WHOLE_MS
