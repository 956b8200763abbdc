import type { Day } from '../core/dates.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { FactDeclaration } from '../core/facts.ts'
import type { Text } from '../core/messages.ts'
import type { Confidence, Measure } from '../core/rule/tree.ts'
import type { PopulationSpec } from '../core/synthetic/spec.ts'

/** A city in text, read and checked. Everything that is shown carries the place it was read from. */
export type Pack = {
  readonly id: string
  readonly title: Text
  readonly version: string
  readonly licence: string
  /** SHA-256 over the sorted list of (path, SHA-256 of content): the same text has the same hash on every machine. */
  readonly hash: string
  /** The city's own name, the highest `level` a measure may have inside the pack. */
  readonly city: Text
  /** True for a pack that is invented (tests, training): shown on every page and in every export. */
  readonly synthetic: boolean
  /** Award conditions on registration, tax or statistics are warned of from this day on, with the legal basis. */
  readonly fairCompetition: { readonly from: Day; readonly basis: Text } | null
  readonly files: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, Source>
  readonly documents: ReadonlyMap<string, PolicyDocument>
  readonly departments: ReadonlyMap<string, Department>
  readonly districts: ReadonlyMap<string, District>
  readonly facts: ReadonlyMap<string, FactDeclaration>
  readonly tasks: ReadonlyMap<string, PlanTask>
  /** What was done with items of years' lists before they came here, in the order in which it happened. */
  readonly progress: readonly Progress[]
  readonly projects: ReadonlyMap<string, KeyProject>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly targets: readonly Target[]
  readonly readings: readonly Reading[]
  readonly goals: readonly Goal[]
  readonly measures: ReadonlyMap<string, Measure>
  /** How a population for simulations is made; null where the pack does not say. */
  readonly population: PopulationSpec | null
  readonly calendar: PackCalendar
}

export type ReadResult = { readonly pack: Pack | null; readonly diagnostics: readonly Diagnostic[] }

/** Where something is known from. `address` is shown as a link only if `linkable`: mirrors on re-used domains are named but not linked. */
export type Source = {
  readonly id: string
  readonly title: string
  /** Null: not known. */
  readonly publisher: string | null
  /** `2022-05-10`, or as much as is known: `2022-05`, `2022`. Null: not known. */
  readonly date: string | null
  readonly address: string | null
  readonly linkable: boolean
  readonly confidence: Confidence
  readonly note: string | null
  readonly place: Place
}
export type DocumentKind = 'plan' | 'policy' | 'work-list' | 'rule' | 'notice' | 'draft' | 'report'
export type PolicyDocument = {
  readonly id: string
  readonly kind: DocumentKind
  readonly title: Text
  readonly number: string | null
  readonly issuer: string | null
  readonly issued: string | null
  readonly inForce: string | null
  readonly supersedes: string | null
  readonly status: 'in-force' | 'expired' | 'draft' | 'unknown'
  /** How many tasks a work list says it has; null: not known. */
  readonly items: number | null
  readonly note: Text | null
  readonly sources: readonly string[]
  readonly place: Place
}
/** `unnamed`: no department, but the word for one that the texts do not name. */
export type Department = {
  readonly name: string
  readonly label: Text
  readonly note: string | null
  readonly unnamed: boolean
  readonly place: Place
}
export type District = {
  readonly code: string
  readonly name: string
  readonly label: Text
  readonly kind: 'city' | 'district' | 'zone' | 'province'
  /** True where the code is the pack's own and not an official one. */
  readonly ownCode: boolean
  readonly source: string | null
  readonly place: Place
}
/** A node of the plan's tree: key task, project, sub-task, or item of a year's work list. */
export type PlanTask = {
  readonly id: string
  readonly parent: string | null
  readonly kind: 'goal' | 'task' | 'project' | 'item' | 'category'
  readonly title: Text
  readonly content: Text | null
  readonly document: string
  readonly year: number | null
  readonly lead: string | null
  /** Null: not known. */
  readonly due: Day | null
  /** As lines of a day and a title, with semicolons between; empty: none. */
  readonly milestones: string
  readonly source: string
  readonly place: Place
}
export type ProgressKind = 'assign' | 'sign' | 'report' | 'return' | 'review' | 'close' | 'ask-extension' | 'extend' | 'refuse-extension'
/** One thing that was done with an item of a year's list, as a source tells it. What its kind does not have is null. */
export type Progress = {
  readonly task: string
  readonly day: Day
  readonly kind: ProgressKind
  readonly department: string | null
  readonly due: Day | null
  readonly period: string | null
  readonly complete: boolean
  readonly milestone: number | null
  readonly note: string | null
  readonly source: string
  readonly place: Place
}
/** How far a key project can have come, in this order. */
export const STAGES = ['signed', 'started', 'operating'] as const
export type Stage = (typeof STAGES)[number]
/** A key project of the city. A stage without a day is not known to have been reached. */
export type KeyProject = {
  readonly id: string
  readonly name: Text
  readonly lead: string | null
  readonly district: string | null
  /** Decimal text in 10,000 yuan; null: not known. */
  readonly investment: string | null
  readonly stages: Readonly<Record<Stage, Day | null>>
  /** The project it became part of; both count once. */
  readonly mergedInto: string | null
  readonly source: string
  readonly place: Place
}
export type IndicatorKind = 'level' | 'ratio' | 'count' | 'growth'
/** The queries that an indicator can be counted by, each with the kind of number it gives. A module offers each of them. */
export const QUERIES = {
  'project.signed': 'count',
  'project.started': 'count',
  'project.operating': 'count',
  'worklist.on-time': 'ratio',
} as const satisfies Readonly<Record<string, IndicatorKind>>
export type QueryName = keyof typeof QUERIES

export type Indicator = {
  readonly id: string
  readonly name: Text
  readonly unit: Text
  readonly kind: IndicatorKind
  readonly direction: 'up' | 'down'
  readonly min: string | null
  readonly max: string | null
  readonly origin: 'operations' | 'statistics' | 'declared'
  readonly definition: Text
  readonly tasks: readonly string[]
  /** Indicators of another scope that a reader may want to see beside it; never put on one line with it. */
  readonly related: readonly string[]
  /** How many days after the end of a period its reading is due; null: no deadline. */
  readonly due: number | null
  /** How often it is counted; null: as often as its latest reading says. */
  readonly every: 'year' | 'quarter' | 'month' | null
  /** The department that enters its readings; null: the planners. */
  readonly department: string | null
  /** The query over what is recorded here that counts it; null: none. */
  readonly query: QueryName | null
  /** The day since which it is counted cumulatively; null: each period by itself. */
  readonly countedSince: Day | null
  /** The indicators whose ratio it is; null: not said. */
  readonly ratioOf: { readonly numerator: string; readonly denominator: string } | null
  /** The indicator whose growth over the same period of the year before it is; null: not said. */
  readonly growthOf: string | null
  readonly place: Place
}
export type Comparator = '>' | '>=' | '≈' | '<=' | '<'
export type PlannedValue = { readonly period: string; readonly value: string }
/** One promise. A later target of the same indicator and period supersedes it; nothing is edited. Values are decimal texts in the indicator's unit. */
export type Target = {
  readonly indicator: string
  /** `2026`, or a day. */
  readonly period: string
  readonly comparator: Comparator
  readonly value: string
  /** Null: not known. */
  readonly baseline: { readonly period: string; readonly value: string } | null
  readonly path: 'linear' | 'growth' | 'logit' | 'milestones' | null
  /** What is planned to be reached by the end of periods on the way, in order; of a year’s goal, counted since the year began. */
  readonly milestones: readonly PlannedValue[]
  readonly document: string | null
  /** `plan`: a target of the plan; `annual`: a goal of one year; `later`: set by a later document. */
  readonly kind: 'plan' | 'annual' | 'later'
  readonly note: string | null
  readonly source: string
  readonly place: Place
}
/** One reported value. `series` is the scope (口径): values of different series are never put on one line. */
export type Reading = {
  readonly indicator: string
  readonly series: string
  /** `2024`, `2024-09`, `2024-07-09`, `2024-01/2024-09`, `2025-Q1`. */
  readonly period: string
  readonly value: string
  readonly unit: string
  /** How exact the source is: `exact`, `over` (突破, 超过), `about`. */
  readonly precision: 'exact' | 'over' | 'about'
  /** The day the value became public (`YYYY-MM-DD`); null if the source's day is not known exactly. */
  readonly published: Day | null
  readonly note: string | null
  readonly source: string
  readonly place: Place
  /** From this day another value stands in its place; nothing: it stands. */
  readonly replacedOn?: Day
}
/** A day that is not what its weekday says: off, or worked in exchange. `year`: the year whose arrangement it is part of. */
export type CalendarDay = {
  readonly day: Day
  readonly kind: 'holiday' | 'working-day'
  readonly name: Text
  readonly year: number
  readonly source: string
  readonly place: Place
}
/** Holidays and make-up days by day, the years that are arranged in order, and the SHA-256 of what they make of which day. */
export type PackCalendar = {
  readonly days: ReadonlyMap<Day, CalendarDay>
  readonly years: readonly number[]
  readonly hash: string
}
/** A goal in words that never gets a number of our own, e.g. the one for 2035. */
export type Goal = {
  readonly id: string
  readonly year: number
  readonly text: Text
  readonly document: string
  readonly source: string
  readonly place: Place
}
