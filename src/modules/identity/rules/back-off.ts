/**
 * How long somebody waits before they may try again: not at all for the first attempts that fail, then twice as long each time, never more than a quarter of an hour.
 * An account and an address are counted apart, so that neither many guesses at one account nor one guess at each of many gets far.
 */
export type Limit = { readonly free: number; readonly forgetMs: number }

/** An account forgets one failure an hour; an address, behind which a whole department may sit, one a minute. */
export const LIMITS = {
  account: { free: 5, forgetMs: 3_600_000 },
  address: { free: 50, forgetMs: 60_000 },
} as const satisfies Readonly<Record<string, Limit>>

export const LONGEST_WAIT_MS = 15 * 60_000
const FIRST_WAIT_MS = 2000

/** Attempts that failed (or have not ended yet), and when the last one began. */
export type Attempts = { readonly failures: number; readonly lastAt: Date }

export const waitAfter = ({ free }: Limit, failures: number): number =>
  failures < free ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - free))

/** Milliseconds until the next attempt is let in; 0: now. */
export const waitFor = (limit: Limit, { failures, lastAt }: Attempts, now: Date): number =>
  Math.max(0, lastAt.getTime() + waitAfter(limit, failures) - now.getTime())

/** The count with one more attempt in it, after what has been forgotten since the last one. */
export const withOneMore = ({ forgetMs }: Limit, { failures, lastAt }: Attempts, now: Date): Attempts => {
  const forgotten = Math.max(0, Math.floor((now.getTime() - lastAt.getTime()) / forgetMs))
  return { failures: Math.max(0, failures - forgotten) + 1, lastAt: now }
}

/** Whom an address stands for: itself, or with IPv6 the network of which one household or office has all addresses (the first 64 bits). */
export const networkOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after] = address.split('::')
  const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))
  const [left, right] = [groups(before), groups(after ?? '')]
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':')
}
