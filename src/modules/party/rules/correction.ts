/** How a correction goes: proposed by the enterprise, reviewed by one officer, decided by another. */
import type { Day } from '../../../core/dates.ts'
import { isProvisional, type WorkCalendar, workingDaysAfter } from '../../../core/working-days.ts'

export type Verdict = 'accept' | 'refuse'
export const VERDICTS = ['accept', 'refuse'] as const

/** `proposed` waits for a first officer, `reviewed` for a second one; the others are its end. */
export const CORRECTION_STATES = ['proposed', 'reviewed', 'accepted', 'refused', 'withdrawn'] as const
export type CorrectionState = (typeof CORRECTION_STATES)[number]

/** What was done with a correction after it was proposed. */
export type Step = { readonly step: 'review' | 'decide' | 'withdraw'; readonly user: string; readonly verdict: Verdict | null }

/** How many working days the department has. */
const TERM = 10

/** When a correction is due, and whether an arrangement of holidays that is still to come may move it. */
export type Due = { readonly dueOn: Day; readonly provisional: boolean }
export const dueOf = (calendar: WorkCalendar, received: Day): Due => {
  const dueOn = workingDaysAfter(calendar, received, TERM)
  return { dueOn, provisional: isProvisional(calendar, received, dueOn) }
}

export const stateOf = (steps: readonly Step[]): CorrectionState => {
  if (steps.some(({ step }) => step === 'withdraw')) return 'withdrawn'
  const decided = steps.find(({ step }) => step === 'decide')
  if (decided) return decided.verdict === 'accept' ? 'accepted' : 'refused'
  return steps.length > 0 ? 'reviewed' : 'proposed'
}

export const isOpen = (state: CorrectionState): boolean => state === 'proposed' || state === 'reviewed'

/** The step an officer takes next; null where nothing is left to do. */
export const nextStep = (state: CorrectionState): 'review' | 'decide' | null =>
  state === 'proposed' ? 'review' : state === 'reviewed' ? 'decide' : null

type Judged = { readonly proposedBy: string; readonly steps: readonly Step[]; readonly enterprise: string }
type Officer = { readonly id: string; readonly enterprises: readonly string[] }

/** Why this officer does not judge this correction; null if they may. Whoever belongs to the enterprise has a side in it. */
export const obstacleToJudging = (
  { proposedBy, steps, enterprise }: Judged,
  { id, enterprises }: Officer,
): 'party.correction-closed' | 'party.correction-side' | 'party.four-eyes' | null => {
  if (nextStep(stateOf(steps)) === null) return 'party.correction-closed'
  if (enterprises.includes(enterprise)) return 'party.correction-side'
  return id === proposedBy || steps.some(({ user }) => user === id) ? 'party.four-eyes' : null
}

/** A verdict needs its reason where it goes against somebody: the enterprise, or the officer who reviewed. */
export const needsReason = (verdict: Verdict, steps: readonly Step[]): boolean =>
  verdict === 'refuse' || steps.some((each) => each.verdict !== null && each.verdict !== verdict)
