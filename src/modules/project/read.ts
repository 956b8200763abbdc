/** Key projects as they are now: what the pack tells, and what was done here. */
import type { Look } from '../../kernel/module.ts'
import type { KeyProject, Source } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { departmentsById, type NamedDepartment } from '../office/index.ts'
import { type EventRow, type EvidenceRow, eventsKnown, evidenceKnown, type ProjectRow, projectsKnown } from './queries.ts'
import { type ProjectEvent, type ProjectNow, projectNow } from './rules/stages.ts'

export type Project = {
  readonly row: ProjectRow
  /** What the pack in service tells of it; null for one that was added here. */
  readonly told: KeyProject | null
  readonly source: Source | null
  readonly rows: readonly EventRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly now: ProjectNow
  readonly lead: NamedDepartment | null
}

const NOTHING_TOLD = { signed: null, started: null, operating: null } as const

const eventOf = (row: EventRow, evidence: readonly EvidenceRow[]): ProjectEvent => ({
  number: row.number,
  kind: row.kind,
  user: row.user_id,
  department: row.department_id,
  stage: row.stage,
  reachedOn: row.reached_on,
  refers: row.refers,
  into: row.into_id,
  isProven: evidence.some(({ number, scan }) => number === row.number && (scan === 'clean' || scan === 'not-scanned')),
})

/** Every project, in the order in which they were added. */
export const allProjects = async (look: Look): Promise<readonly Project[]> => {
  const list = await projectsKnown(look.db)
  if (list.length === 0) return []
  const pack = await packInService(look)
  const departments = await departmentsById(look)
  const byName = new Map([...departments.values()].map(({ id, name }) => [name.zh, id]))
  const idOf = new Map(list.map(({ number, id }) => [number, id]))
  const events = Map.groupBy(await eventsKnown(look.db), ({ project_id }) => project_id)
  const evidence = Map.groupBy(await evidenceKnown(look.db), ({ project_id }) => project_id)
  return list.map((row) => {
    const told = row.origin === 'pack' ? (pack.projects.get(row.number) ?? null) : null
    const [rows, files] = [events.get(row.id) ?? [], evidence.get(row.id) ?? []]
    const now = projectNow(
      {
        lead: told?.lead == null ? null : (byName.get(told.lead) ?? null),
        stages: told?.stages ?? NOTHING_TOLD,
        mergedInto: told?.mergedInto == null ? null : (idOf.get(told.mergedInto) ?? null),
      },
      rows.map((each) => eventOf(each, files)),
    )
    return {
      row,
      told,
      source: told === null ? null : (pack.sources.get(told.source) ?? null),
      rows,
      evidence: files,
      now,
      lead: now.lead === null ? null : (departments.get(now.lead) ?? null),
    }
  })
}
