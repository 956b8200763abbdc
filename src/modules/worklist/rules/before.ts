/** What was done with a task before it came here, as the pack tells it; it comes before everything that was done here. */
import type { Progress } from '../../../pack/pack.ts'
import type { TaskEvent } from './events.ts'

/** What each kind of answer answers. */
const ANSWERED = { return: 'report', review: 'report', extend: 'ask-extension', 'refuse-extension': 'ask-extension' } as const
const answeredBy = (kind: string): string | null => (Object.hasOwn(ANSWERED, kind) ? ANSWERED[kind as keyof typeof ANSWERED] : null)

/**
 * The steps as events, in their order. Their numbers go up to 0, so that the first event here is still number 1. `departments`: ids by their names; an assignment to a
 * department that is not one here has none.
 */
export const eventsBefore = (steps: readonly Progress[], departments: ReadonlyMap<string, string>): readonly TaskEvent[] => {
  const numberOf = (index: number): number => index + 1 - steps.length
  return steps.map((step, index) => {
    const answered = answeredBy(step.kind)
    const asked = answered === null ? -1 : steps.slice(0, index).findLastIndex(({ kind }) => kind === answered)
    return {
      number: numberOf(index),
      kind: step.kind,
      on: step.day,
      user: null,
      department: step.department === null ? null : (departments.get(step.department) ?? null),
      due: step.due,
      period: step.period,
      complete: step.complete,
      milestone: step.milestone,
      refers: asked < 0 ? null : numberOf(asked),
    }
  })
}
