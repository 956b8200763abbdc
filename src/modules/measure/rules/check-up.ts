/** A check-up over all measures from what somebody has typed so far: the same on the server and in the reader's browser. */
import { type Day, dayOf } from '../../../core/dates.ts'
import { type FactProblem, readFacts } from '../../../core/facts.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Decision } from '../contract.ts'
import { checkable, considered, decisionOf, judgementKeys } from './check.ts'
import { type Standing, standingOn } from './scope.ts'

/** What was typed. A district or task that the pack does not have counts as none. */
export type Typed = {
  readonly values: ReadonlyMap<string, string>
  readonly on: string
  /** The day of knowledge; empty: the same day. */
  readonly known: string
  readonly area: string
  readonly task: string
  /** Whether what is left out of totals otherwise counts. */
  readonly unverified: boolean
}

export type CheckUp = {
  readonly decision: Decision
  readonly standing: Standing & { readonly on: Day; readonly today: Day }
  /** What could not be read: left out of the decision. */
  readonly problems: readonly FactProblem[]
}

/** Decides from what can be read; a day that is none counts as today. */
export const checkUp = (pack: Pack, asked: Typed, today: Day): CheckUp => {
  const scope = {
    area: pack.districts.has(asked.area) ? asked.area : undefined,
    task: pack.tasks.has(asked.task) ? asked.task : undefined,
  }
  const on = dayOf(asked.on) ?? today
  const when = { on, known: dayOf(asked.known) ?? on }
  const { facts, problems } = readFacts(Object.fromEntries(asked.values), pack.facts, judgementKeys(pack))
  const decision = decisionOf(pack, considered(pack, when, scope), facts, when, { unverified: asked.unverified, ways: true })
  return { decision, standing: { ...standingOn(checkable(pack, scope), on), on, today }, problems }
}
