import { type Static, Type } from 'typebox'

const Id = Type.String({ maxLength: 36 })
const Note = Type.String({ maxLength: 4000 })
const DayText = Type.String({ maxLength: 10, description: 'a day such as 2026-06-30' })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const Maybe = Type.Union([Type.String(), Type.Null()])

export const OfTask = Type.Object({ task: Id })
export const OfYear = Type.Object({ year: Type.Optional(Type.String({ maxLength: 4, description: 'default: the latest year' })) })
export const AssignTask = Type.Object({
  task: Id,
  department: Id,
  together: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50, description: 'co-departments, by name' }),
  due: DayText,
  note: Note,
})
export const ReportTask = Type.Object({
  task: Id,
  period: Type.String({ maxLength: 7, description: 'a quarter such as 2026-Q3' }),
  complete: Type.Boolean(),
  milestone: Type.String({ maxLength: 4, description: 'the number of the milestone that is reached; empty: none' }),
  note: Note,
  evidence: Type.Array(Type.Object({ name: Type.String({ maxLength: 500 }), bytes: Type.Unsafe<Uint8Array>({}) }), { maxItems: 5 }),
})
export const ReturnReport = Type.Object({ task: Id, report: Type.Integer(), defects: Note })
export const AcceptReport = Type.Object({ task: Id, report: Type.Integer(), note: Note })
export const CloseTask = Type.Object({ task: Id, note: Note })
export const AskExtension = Type.Object({ task: Id, due: DayText, reason: Note })
export const AnswerExtension = Type.Object({ task: Id, request: Type.Integer(), grant: Type.Boolean(), reason: Note })

/** A task of the year as everybody may see it. */
export const TaskEntry = Type.Object({
  year: Type.Integer(),
  number: Type.String({ description: 'within its year' }),
  category: Words,
  title: Words,
  content: Words,
  lead: Type.Union([Words, Type.Null()], { description: 'the department that leads; null: none has been made responsible here' }),
  namedLead: Maybe,
  due: Maybe,
  state: Type.String(),
  lamp: Type.Union([Type.Enum(['green', 'yellow', 'red']), Type.Null()], { description: 'null: it is not under supervision here' }),
  lastReport: Type.Union([Type.Object({ on: Type.String(), period: Type.String(), files: Type.Integer() }), Type.Null()]),
})
export type TaskEntry = Static<typeof TaskEntry>

/** Told to other modules: something a task owes is late, and nothing was before. */
export type TaskTurnedRed = {
  readonly type: 'worklist.task-turned-red'
  readonly task: string
  readonly year: number
  readonly number: string
}
