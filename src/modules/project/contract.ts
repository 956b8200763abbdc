import { type Static, Type } from 'typebox'

const Id = Type.String({ maxLength: 36 })
const Note = Type.String({ maxLength: 4000 })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const Maybe = Type.Union([Type.String(), Type.Null()])
const StageName = Type.String({ maxLength: 20, description: 'signed, started or operating' })

export const OfProject = Type.Object({ project: Id })
export const OfYear = Type.Object({ year: Type.Optional(Type.String({ maxLength: 4, description: 'default: this year' })) })
export const AddProject = Type.Object({
  number: Type.String({ maxLength: 100 }),
  name: Type.String({ maxLength: 200 }),
  nameEnglish: Type.String({ maxLength: 200 }),
  lead: Type.String({ maxLength: 36, description: 'a department; empty: none yet' }),
  district: Type.String({ maxLength: 100, description: 'by its Chinese name; empty: not known' }),
  investment: Type.String({ maxLength: 30, description: 'in 10,000 yuan; empty: not known' }),
  open: Type.Boolean(),
})
export const LeadProject = Type.Object({ project: Id, department: Id })
export const ReachStage = Type.Object({
  project: Id,
  stage: StageName,
  day: Type.String({ maxLength: 10, description: 'a day such as 2026-06-30' }),
  note: Note,
  evidence: Type.Array(Type.Object({ name: Type.String({ maxLength: 500 }), bytes: Type.Unsafe<Uint8Array>({}) }), { maxItems: 5 }),
})
export const ConfirmStage = Type.Object({ project: Id, report: Type.Integer() })
export const ReturnStage = Type.Object({ project: Id, report: Type.Integer(), reason: Note })
export const MergeProject = Type.Object({ project: Id, into: Id, reason: Note })
/** A list as CSV text. */
export const ListText = Type.Object({ text: Type.String({ maxLength: 4_000_000 }) })

const StageDay = Type.Union([Type.String(), Type.Null()])
/** A key project as everybody may see it. A stage without a day is not known to have been reached. */
export const ProjectEntry = Type.Object({
  number: Type.String(),
  name: Words,
  lead: Type.Union([Words, Type.Null()]),
  district: Maybe,
  investment: Type.Union([Type.String(), Type.Null()], { description: 'yuan, to the fen; null: not known' }),
  stages: Type.Object({ signed: StageDay, started: StageDay, operating: StageDay }),
  mergedInto: Type.Union([Type.String(), Type.Null()], { description: 'the number of the project it became part of' }),
})
export type ProjectEntry = Static<typeof ProjectEntry>
