import { type Selectable, sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { Scan } from '../../kernel/files.ts'
import type { Lamp } from './rules/lamp.ts'
import type { WorklistTables } from './tables.ts'

const own = (db: Db) => db.withTables<WorklistTables>()

export type TaskRow = Selectable<WorklistTables['worklist_task']>
export type NewTask = Omit<TaskRow, 'place'>
export type EventRow = WorklistTables['worklist_event']
export type MilestoneRow = WorklistTables['worklist_milestone']
export type EvidenceRow = WorklistTables['worklist_evidence']

/** Adds a task; false if its year has one of that number. */
export const insertTask = async (db: Db, row: NewTask): Promise<boolean> =>
  (
    await own(db)
      .insertInto('worklist_task')
      .values({ ...row, fields: JSON.stringify(row.fields) as unknown as TaskRow['fields'] })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
  ).length === 1

export const insertMilestone = (db: Db, row: MilestoneRow) => own(db).insertInto('worklist_milestone').values(row).execute()
export const insertEvent = (db: Db, row: EventRow) => own(db).insertInto('worklist_event').values(row).execute()
export const insertEvidence = (db: Db, row: EvidenceRow) => own(db).insertInto('worklist_evidence').values(row).execute()

export const taskById = (db: Db, id: string) => own(db).selectFrom('worklist_task').where('id', '=', id).selectAll().executeTakeFirst()

/** Holds a task until the transaction ends. Its row never changes and cannot be locked by the site's role, so the lock is one of its own. */
export const holdTask = async (db: Db, id: string) => {
  await sql`select pg_advisory_xact_lock(hashtextextended('worklist/' || ${id}::text, 4620))`.execute(db)
  return taskById(db, id)
}

export const yearsKnown = async (db: Db): Promise<readonly number[]> =>
  (await own(db).selectFrom('worklist_task').select('year').distinct().orderBy('year', 'desc').execute()).map(({ year }) => year)

/** The tasks of a year, or of all years, in the order in which they were added. */
export const tasksOf = (db: Db, year: number | null) => {
  const found = own(db).selectFrom('worklist_task').selectAll().orderBy('year', 'desc').orderBy('place')
  return (year === null ? found : found.where('year', '=', year)).execute()
}

export const tasksByIds = (db: Db, ids: readonly string[]): Promise<readonly TaskRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : own(db).selectFrom('worklist_task').where('id', 'in', ids).selectAll().execute()

/** The public tasks that name an indicator or a measure, the newest year first. */
export const tasksNaming = (db: Db, what: 'indicators' | 'measures', id: string) =>
  own(db)
    .selectFrom('worklist_task')
    .where('open', '=', true)
    .where(sql<boolean>`${id} = any(${sql.ref(what)})`)
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('place')
    .execute()

/** The numbers a year has given. */
export const numbersOf = async (db: Db, year: number): Promise<ReadonlySet<string>> =>
  new Set((await own(db).selectFrom('worklist_task').where('year', '=', year).select('number').execute()).map(({ number }) => number))

const none = Promise.resolve([])

export const eventsOf = (db: Db, tasks: readonly string[]): Promise<readonly EventRow[]> =>
  tasks.length === 0
    ? none
    : own(db).selectFrom('worklist_event').where('task_id', 'in', tasks).selectAll().orderBy('task_id').orderBy('number').execute()

export const milestonesOfTasks = (db: Db, tasks: readonly string[]): Promise<readonly MilestoneRow[]> =>
  tasks.length === 0 ? none : own(db).selectFrom('worklist_milestone').where('task_id', 'in', tasks).selectAll().orderBy('number').execute()

export const evidenceOf = (db: Db, tasks: readonly string[]): Promise<readonly EvidenceRow[]> =>
  tasks.length === 0 ? none : own(db).selectFrom('worklist_evidence').where('task_id', 'in', tasks).selectAll().orderBy('id').execute()

export const evidenceById = (db: Db, id: string) =>
  own(db).selectFrom('worklist_evidence').where('id', '=', id).selectAll().executeTakeFirst()

/** Files that a scanner has not looked at yet. */
export const evidencePending = (db: Db, task: string) =>
  own(db).selectFrom('worklist_evidence').where('task_id', '=', task).where('scan', '=', 'pending').select(['id', 'sha256']).execute()

export const setScan = (db: Db, id: string, scan: Scan, at: Date) =>
  own(db).updateTable('worklist_evidence').set({ scan, scanned_at: at }).where('id', '=', id).execute()

export const insertList = (db: Db, row: WorklistTables['worklist_list']) => own(db).insertInto('worklist_list').values(row).execute()
export const listById = (db: Db, id: string) => own(db).selectFrom('worklist_list').where('id', '=', id).selectAll().executeTakeFirst()

/** Lets one list through at a time, to the end of its transaction. */
export const oneListAtATime = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('worklist', 4620))`.execute(db)

/** Lets one keeper of lamps at a time look and write, until the transaction ends. */
export const holdLamps = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('worklist lamps', 4620))`.execute(db)
export const insertLamp = (db: Db, row: WorklistTables['worklist_lamp']) => own(db).insertInto('worklist_lamp').values(row).execute()

/** The lamp of each task as it was noted last. */
export const lampsNoted = async (db: Db): Promise<ReadonlyMap<string, Lamp>> =>
  new Map(
    (
      await own(db)
        .selectFrom('worklist_lamp')
        .distinctOn('task_id')
        .select(['task_id', 'lamp'])
        .orderBy('task_id')
        .orderBy('noted_at', 'desc')
        .execute()
    ).map(({ task_id, lamp }) => [task_id, lamp]),
  )
