import { type Selectable, sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { Scan } from '../../kernel/files.ts'
import type { ProjectTables } from './tables.ts'

const own = (db: Db) => db.withTables<ProjectTables>()

export type ProjectRow = Selectable<ProjectTables['project_project']>
export type NewProject = Omit<ProjectRow, 'place'>
export type EventRow = ProjectTables['project_event']
export type EvidenceRow = ProjectTables['project_evidence']

/** Adds a project; false if there is one of that number. */
export const insertProject = async (db: Db, row: NewProject): Promise<boolean> =>
  (
    await own(db)
      .insertInto('project_project')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
  ).length === 1

export const insertEvent = (db: Db, row: EventRow) => own(db).insertInto('project_event').values(row).execute()
export const insertEvidence = (db: Db, row: EvidenceRow) => own(db).insertInto('project_evidence').values(row).execute()

/** Lets one change through at a time, to the end of its transaction: merging looks at all projects. */
export const oneAtATime = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('project', 4620))`.execute(db)

/** All projects in the order in which they were added. */
export const projectsKnown = (db: Db) => own(db).selectFrom('project_project').selectAll().orderBy('place').execute()
export const eventsKnown = (db: Db) => own(db).selectFrom('project_event').selectAll().orderBy('project_id').orderBy('number').execute()
export const evidenceKnown = (db: Db) => own(db).selectFrom('project_evidence').selectAll().orderBy('id').execute()

export const evidenceById = (db: Db, id: string) =>
  own(db).selectFrom('project_evidence').where('id', '=', id).selectAll().executeTakeFirst()

/** Files that a scanner has not looked at yet. */
export const evidencePending = (db: Db, project: string) =>
  own(db).selectFrom('project_evidence').where('project_id', '=', project).where('scan', '=', 'pending').select(['id', 'sha256']).execute()

export const setScan = (db: Db, id: string, scan: Scan, at: Date) =>
  own(db).updateTable('project_evidence').set({ scan, scanned_at: at }).where('id', '=', id).execute()
