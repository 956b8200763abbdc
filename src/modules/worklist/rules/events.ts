/** What is done with a task of the year, as values; everything a task is follows from these. */
import type { Day } from '../../../core/dates.ts'

/** `remind` is the calendar's; the others are people's. The order of a task's events is that of their numbers. */
export const EVENT_KINDS = [
  'assign',
  'sign',
  'report',
  'return',
  'review',
  'close',
  'remind',
  'ask-extension',
  'extend',
  'refuse-extension',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Fields that a kind does not have are null. `refers`: the number of the report or request that is answered; `period`: a quarter, `2026-Q3`. */
export type TaskEvent = {
  readonly number: number
  readonly kind: EventKind
  readonly on: Day
  readonly user: string | null
  readonly department: string | null
  readonly due: Day | null
  readonly period: string | null
  /** A report that says the whole task is done. */
  readonly complete: boolean
  readonly milestone: number | null
  readonly refers: number | null
}

export type Milestone = { readonly number: number; readonly due: Day }

/** A report, and the day it was sent back; null: it stands. */
export type Report = TaskEvent & { readonly returnedOn: Day | null }

export const reportsIn = (events: readonly TaskEvent[]): readonly Report[] =>
  events
    .filter(({ kind }) => kind === 'report')
    .map((report) => ({
      ...report,
      returnedOn: events.find(({ kind, refers }) => kind === 'return' && refers === report.number)?.on ?? null,
    }))
