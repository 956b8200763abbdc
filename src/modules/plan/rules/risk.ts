/** Which targets want attention first. */
import { compare } from '../../../core/exact.ts'
import type { Assessment } from './assess.ts'
import { lastOf } from './known.ts'
import type { Category } from './status.ts'

/** What can still be helped, the worst first; then what cannot be judged, what is over, what is well. */
const ATTENTION: readonly Category[] = ['moving-away', 'limited', 'accelerate', 'not-assessable', 'missed', 'on-track', 'met']
const AT_RISK: readonly Category[] = ['moving-away', 'limited', 'accelerate']

/** Whether a promise that still stands will probably be missed unless something is done. */
export const isAtRisk = ({ status, supersededBy }: Pick<Assessment, 'status' | 'supersededBy'>): boolean =>
  supersededBy === null && AT_RISK.includes(status)

const RED: readonly Category[] = ['moving-away', 'limited', 'missed']
/** Whether a promise that still stands was missed or hardly moves. */
export const isRed = ({ status, supersededBy }: Pick<Assessment, 'status' | 'supersededBy'>): boolean =>
  supersededBy === null && RED.includes(status)

const chanceOf = ({ fan }: Assessment): number => fan.at(-1)?.attain ?? 2

/** By category, then the slower pace, then the smaller chance. */
const byRisk = (a: Assessment, b: Assessment): number =>
  Number(a.supersededBy !== null) - Number(b.supersededBy !== null) ||
  ATTENTION.indexOf(a.status) - ATTENTION.indexOf(b.status) ||
  (a.ratio !== null && b.ratio !== null ? compare(a.ratio, b.ratio) : 0) ||
  chanceOf(a) - chanceOf(b)

const byText =
  (text: (each: Assessment) => string) =>
  (a: Assessment, b: Assessment): number =>
    text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0

/** The orders in which a wall of targets can be read; each keeps the pack's order among equals. */
export const orders = {
  risk: byRisk,
  chance: (a: Assessment, b: Assessment) => chanceOf(a) - chanceOf(b),
  deadline: byText(({ target }) => lastOf(target.period)),
  reading: byText(({ latest }) => (latest ? lastOf(latest.period) : '')),
} satisfies Readonly<Record<string, (a: Assessment, b: Assessment) => number>>
export type Order = keyof typeof orders
