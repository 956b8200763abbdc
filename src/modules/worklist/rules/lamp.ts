/** The lamp of a task: what was missed turns it red, catching up turns it yellow, and it is never green again. */
import { type Day, dayOf } from '../../../core/dates.ts'
import { type Milestone, type Report, reportsIn, type TaskEvent } from './events.ts'
import { nextQuarter, quarterOf, reportDueOn } from './quarters.ts'

export type Lamp = 'green' | 'yellow' | 'red'

/**
 * Something that has to be there by the end of a day. `key` names it: the task as a whole with its day, a quarter's report, or a milestone. `until`: the day on which
 * another day took its place; null: it stands.
 */
export type Obligation = {
  readonly key: string
  readonly kind: 'task' | 'quarter' | 'milestone'
  readonly due: Day
  readonly until: Day | null
  readonly isMetBy: (report: Report) => boolean
}

/** The days on which the task as a whole was due, one after the other. */
const terms = (events: readonly TaskEvent[]): readonly Obligation[] => {
  const set = events.filter(({ kind, due }) => (kind === 'assign' || kind === 'extend') && due !== null)
  return set.map(({ due, number }, index) => ({
    key: `task ${number}`,
    kind: 'task',
    due: due ?? '',
    until: set[index + 1]?.on ?? null,
    isMetBy: ({ complete }) => complete,
  }))
}

/** The reports of the quarters from the one a task was assigned in up to the one that `day` lies in. */
const quarterly = (assignedOn: Day, day: Day): readonly Obligation[] => {
  const found: Obligation[] = []
  for (let quarter = quarterOf(assignedOn); quarter <= quarterOf(day); quarter = nextQuarter(quarter)) {
    const period = quarter
    found.push({
      key: period,
      kind: 'quarter',
      due: reportDueOn(period),
      until: null,
      isMetBy: (report) => report.period === period || report.complete,
    })
  }
  return found
}

/** All that a task owes, as far as it can be said on a day; nothing before it is assigned. */
const obligationsOf = (milestones: readonly Milestone[], events: readonly TaskEvent[], day: Day): readonly Obligation[] => {
  const assigned = events.find(({ kind }) => kind === 'assign')
  if (!assigned) return []
  return [
    ...terms(events),
    ...quarterly(assigned.on, day),
    ...milestones
      .filter(({ due }) => due >= assigned.on)
      .map(
        ({ number, due }): Obligation => ({
          key: `milestone ${number}`,
          kind: 'milestone',
          due,
          until: null,
          isMetBy: (report) => report.milestone === number || report.complete,
        }),
      ),
  ]
}

/** Whether a report counted on a day: it was there and had not been sent back. */
const countsOn = ({ on, returnedOn }: Report, day: Day): boolean => on <= day && (returnedOn === null || returnedOn > day)

const isMet = (obligation: Obligation, reports: readonly Report[], day: Day): boolean =>
  reports.some((report) => obligation.isMetBy(report) && countsOn(report, day))

export type Standing = {
  /** Null: nobody has been made responsible yet, so nothing can have been missed. */
  readonly lamp: Lamp | null
  /** What is late today. */
  readonly late: readonly Obligation[]
  /** What was late at some time and is no longer. */
  readonly caughtUp: readonly Obligation[]
  /** What is still to come. */
  readonly open: readonly Obligation[]
}

/**
 * How a task stands at the end of the day before `today`, with whatever was done up to `today`. A day that was put off before it had passed was not missed; one put off
 * later was. What is not late when a task is closed never becomes so.
 */
export const standingOf = (milestones: readonly Milestone[], events: readonly TaskEvent[], today: Day): Standing => {
  const closed = events.find(({ kind }) => kind === 'close') ?? null
  const end = closed !== null && closed.on < today ? closed.on : today
  const reports = reportsIn(events)
  const all = obligationsOf(milestones, events, end)
  const missed = all.filter((each) => each.due < end && (each.until === null || each.until > each.due) && !isMet(each, reports, each.due))
  const isLate = (each: Obligation): boolean => closed === null && each.until === null && !isMet(each, reports, today)
  const late = missed.filter(isLate)
  const lamp = all.length === 0 ? null : late.length > 0 ? 'red' : missed.length > 0 ? 'yellow' : 'green'
  return {
    lamp,
    late,
    caughtUp: missed.filter((each) => !isLate(each)),
    open: closed ? [] : all.filter((each) => each.due >= today && each.until === null && !isMet(each, reports, today)),
  }
}

/** Lines such as `2026-06-30 一期投用`: the milestones of a task; null where a line is none. */
export const milestonesOf = (text: string): readonly (Milestone & { readonly title: string })[] | null => {
  const lines = text
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const found = lines.flatMap((line, index) => {
    const [, day = '', title = ''] = /^(\S+)\s+(.+)$/s.exec(line) ?? []
    const due = dayOf(day)
    return due === null ? [] : [{ number: index + 1, due, title: title.trim() }]
  })
  return found.length === lines.length ? found : null
}
