import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { OfficeTables } from './tables.ts'

const own = (db: Db) => db.withTables<OfficeTables>()

/** The posts somebody holds on a day; the last day of an assignment counts. */
export const postsHeld = (db: Db, userId: string, on: string) =>
  own(db)
    .selectFrom('office_assignment as assignment')
    .innerJoin('office_post as post', 'post.id', 'assignment.post_id')
    .innerJoin('office_department as department', 'department.id', 'post.department_id')
    .where('assignment.user_id', '=', userId)
    .where('assignment.ended_at', 'is', null)
    .where('assignment.from_on', '<=', on)
    .where((each) => each.or([each('assignment.to_on', 'is', null), each('assignment.to_on', '>=', on)]))
    .where((each) => each.or([each('post.closed_on', 'is', null), each('post.closed_on', '>', on)]))
    .orderBy('assignment.acting')
    .orderBy('assignment.from_on')
    .select([
      'post.id',
      'post.title_zh',
      'post.title_en',
      'post.department_id',
      'department.name_zh as department_name',
      'post.roles',
      'assignment.acting',
    ])
    .execute()

export const departmentsKnown = (db: Db) =>
  own(db).selectFrom('office_department').selectAll().orderBy('created_at').orderBy('name_zh').execute()

export const departmentById = (db: Db, id: string) =>
  own(db).selectFrom('office_department').where('id', '=', id).selectAll().executeTakeFirst()

/** Locks the row: whoever changes what belongs to a department holds it until the transaction ends. */
export const departmentForUpdate = (db: Db, id: string) =>
  own(db).selectFrom('office_department').where('id', '=', id).forUpdate().selectAll().executeTakeFirst()

/** Adds departments; those whose name is there already in either language are left out of the answer. */
export const insertDepartments = (db: Db, rows: readonly { readonly id: string; readonly name_zh: string; readonly name_en: string }[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : own(db)
        .insertInto('office_department')
        .values(rows.map((row) => ({ ...row, created_at: new Date(), closed_on: null })))
        .onConflict((conflict) => conflict.doNothing())
        .returning(['id', 'name_zh', 'name_en'])
        .execute()

export const setDepartmentClosed = (db: Db, id: string, on: string | null) =>
  own(db).updateTable('office_department').set({ closed_on: on }).where('id', '=', id).execute()

export const postsOfDepartment = (db: Db, department: string) =>
  own(db).selectFrom('office_post').where('department_id', '=', department).selectAll().orderBy('title_zh').execute()

export const postForUpdate = (db: Db, id: string) =>
  own(db).selectFrom('office_post').where('id', '=', id).forUpdate().selectAll().executeTakeFirst()

/** Adds a post; false if the department has one of that title. */
export const insertPost = async (
  db: Db,
  row: {
    readonly id: string
    readonly department_id: string
    readonly title_zh: string
    readonly title_en: string
    readonly roles: string[]
  },
): Promise<boolean> =>
  (
    await own(db)
      .insertInto('office_post')
      .values({ ...row, closed_on: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
  ).length === 1

export const setPostClosed = (db: Db, id: string, on: string | null) =>
  own(db).updateTable('office_post').set({ closed_on: on }).where('id', '=', id).execute()

/** How many posts of each department are open, and how many people hold one on a day. */
export const departmentCounts = (db: Db, on: string) =>
  own(db)
    .selectFrom('office_post as post')
    .leftJoin('office_assignment as assignment', (join) =>
      join
        .onRef('assignment.post_id', '=', 'post.id')
        .on('assignment.ended_at', 'is', null)
        .on('assignment.from_on', '<=', on)
        .on((each) => each.or([each('assignment.to_on', 'is', null), each('assignment.to_on', '>=', on)])),
    )
    .where('post.closed_on', 'is', null)
    .groupBy('post.department_id')
    .select((each) => [
      'post.department_id',
      each.fn.count<bigint>('post.id').distinct().as('posts'),
      each.fn.count<bigint>('assignment.user_id').distinct().as('people'),
    ])
    .execute()

const assignments = (db: Db) =>
  own(db)
    .selectFrom('office_assignment as assignment')
    .innerJoin('office_post as post', 'post.id', 'assignment.post_id')
    .innerJoin('office_department as department', 'department.id', 'post.department_id')
    .selectAll('assignment')
    .select([
      'post.title_zh',
      'post.title_en',
      'post.roles',
      'post.closed_on',
      'department.id as department_id',
      'department.name_zh',
      'department.name_en',
    ])
    .orderBy('assignment.from_on', 'desc')
    .orderBy('assignment.granted_at', 'desc')

export type AssignmentRow = Awaited<ReturnType<typeof assignmentsOfDepartment>>[number]

/** Every assignment there ever was to posts of a department, the newest first. */
export const assignmentsOfDepartment = (db: Db, department: string) =>
  assignments(db).where('post.department_id', '=', department).execute()

/** The same of people. */
export const assignmentsOfPeople = (db: Db, people: readonly string[]) =>
  people.length === 0 ? Promise.resolve([]) : assignments(db).where('assignment.user_id', 'in', people).execute()

export const assignmentById = (db: Db, id: string) => assignments(db).where('assignment.id', '=', id).executeTakeFirst()

/** Assignments to a post that were not ended and whose last day has not passed. */
export const liveAssignments = (db: Db, post: string, today: string) =>
  own(db)
    .selectFrom('office_assignment')
    .where('post_id', '=', post)
    .where('ended_at', 'is', null)
    .where((each) => each.or([each('to_on', 'is', null), each('to_on', '>=', today)]))
    .select(['id', 'user_id', 'from_on', 'to_on'])
    .execute()

export const insertAssignment = (db: Db, row: Omit<OfficeTables['office_assignment'], 'ended_by' | 'ended_at'>) =>
  own(db)
    .insertInto('office_assignment')
    .values({ ...row, ended_by: null, ended_at: null })
    .execute()

/** Ends an assignment; false if somebody else was first. */
export const markEnded = async (db: Db, id: string, by: string | null, at: Date): Promise<boolean> =>
  (
    await own(db)
      .updateTable('office_assignment')
      .set({ ended_by: by, ended_at: at })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
  ).length === 1

/** Who administers for good and has begun to; by assignment. Holds back everybody else who would change that until the transaction ends. */
export const administratorsHeld = async (db: Db, today: string) => {
  await sql`select pg_advisory_xact_lock(4620002)`.execute(db)
  return own(db)
    .selectFrom('office_administrator')
    .where('lasts', '=', true)
    .where('from_on', '<=', today)
    .select(['assignment', 'person'])
    .execute()
}

/** How many open posts nobody holds on a day. */
export const vacantPosts = async (db: Db, on: string): Promise<number> =>
  Number(
    (
      await own(db)
        .selectFrom('office_post as post')
        .where('post.closed_on', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('office_assignment as assignment')
                .whereRef('assignment.post_id', '=', 'post.id')
                .where('assignment.ended_at', 'is', null)
                .where('assignment.from_on', '<=', on)
                .where((each) => each.or([each('assignment.to_on', 'is', null), each('assignment.to_on', '>=', on)]))
                .select('assignment.id'),
            ),
          ),
        )
        .select((each) => each.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

/** The version of the server and the bytes that the whole database takes. */
export const databaseNow = async (db: Db) =>
  (
    await sql<{
      version: string
      bytes: bigint
    }>`select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database()) as bytes`.execute(db)
  ).rows[0]!

/** Posts by their ids, open or closed. */
export const postsByIds = (db: Db, ids: readonly string[]) =>
  own(db)
    .selectFrom('office_post as post')
    .innerJoin('office_department as department', 'department.id', 'post.department_id')
    .where('post.id', 'in', [...ids])
    .select(['post.id', 'post.department_id', 'post.title_zh', 'post.title_en', 'department.name_zh', 'department.name_en'])
    .execute()

/** Open posts of open departments, department by department. */
export const postsOpen = (db: Db) =>
  own(db)
    .selectFrom('office_post as post')
    .innerJoin('office_department as department', 'department.id', 'post.department_id')
    .where('post.closed_on', 'is', null)
    .where('department.closed_on', 'is', null)
    .orderBy('department.created_at')
    .orderBy('department.name_zh')
    .orderBy('post.title_zh')
    .select(['post.id', 'post.title_zh', 'post.title_en', 'department.name_zh', 'department.name_en'])
    .execute()

/** Who holds an open post with a role in a department on a day. */
export const holdersIn = (db: Db, department: string | null, role: string, on: string) =>
  own(db)
    .selectFrom('office_assignment as assignment')
    .innerJoin('office_post as post', 'post.id', 'assignment.post_id')
    .$if(department !== null, (some) => some.where('post.department_id', '=', department ?? ''))
    .where('post.closed_on', 'is', null)
    .where(sql<boolean>`${role} = any (post.roles)`)
    .where('assignment.ended_at', 'is', null)
    .where('assignment.from_on', '<=', on)
    .where((each) => each.or([each('assignment.to_on', 'is', null), each('assignment.to_on', '>=', on)]))
    .select('assignment.user_id')
    .distinct()
    .orderBy('assignment.user_id')
    .execute()
