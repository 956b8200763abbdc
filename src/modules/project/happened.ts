/** One more event of a project: found, allowed, written, recorded. */
import type { Act } from '../../kernel/module.ts'
import { departmentsOf } from '../office/index.ts'
import { personIn } from '../party/index.ts'
import { fail } from './messages.ts'
import { type EventRow, insertEvent, oneAtATime } from './queries.ts'
import { allProjects, type Project } from './read.ts'
import { type EventKind, obstacleTo } from './rules/stages.ts'

/** A project and all others, held for the rest of the transaction; unknown where there is none. */
export const heldProject = async (act: Act, id: string): Promise<{ readonly project: Project; readonly all: readonly Project[] }> => {
  await oneAtATime(act.db)
  const all = await allProjects(act)
  return { project: all.find(({ row }) => row.id === id) ?? fail('project.unknown', {}), all }
}

/** The same for an officer: a project that a department of theirs leads. */
export const ownProject = async (act: Act, id: string): Promise<Project> => {
  const { project } = await heldProject(act, id)
  const own = departmentsOf(act.who, 'officer')
  return own === null || (project.now.lead !== null && own.includes(project.now.lead)) ? project : fail('project.unknown', {})
}

/** Refuses what the state of the project does not allow. */
export const mayNow = (kind: EventKind, { now }: Project): void => {
  const obstacle = obstacleTo(kind, now)
  if (obstacle !== null) fail(obstacle, {})
}

/** What the record calls each. */
const EVENTS: Readonly<Record<EventKind, string>> = {
  lead: 'project.lead',
  reach: 'project.reach',
  confirm: 'project.confirm',
  return: 'project.return',
  merge: 'project.merge',
}

type More = Partial<Pick<EventRow, 'department_id' | 'stage' | 'reached_on' | 'refers' | 'into_id' | 'note'>>

/** Writes and records what was done; answers with its number. Its instant is the database's. */
export const happened = async (
  act: Act,
  { row, rows, now }: Pick<Project, 'row' | 'rows' | 'now'>,
  kind: EventKind,
  more: More,
): Promise<number> => {
  const number = rows.length + 1
  const post = act.standing.post?.title ?? null
  const event = { department_id: null, stage: null, reached_on: null, refers: null, into_id: null, note: '', ...more }
  const by = { user_id: personIn(act).id, post_zh: post?.zh ?? null, post_en: post?.en ?? null }
  await insertEvent(act.db, { project_id: row.id, number, kind, at: act.now, ...by, ...event })
  await act.record(EVENTS[kind], {
    object: ['project.project', row.id],
    before: { stage: now.stage, lead: now.lead },
    after: { number, ...Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null && value !== '')) },
    details: { project: row.number },
  })
  return number
}
