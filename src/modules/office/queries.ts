import type { Db } from '../../kernel/database.ts'
import type { OfficeTables } from './tables.ts'

const own = (db: Db) => db.withTables<OfficeTables>()

/** The posts somebody holds on a day; the last day of an assignment counts. */
export const postsHeld = (db: Db, userId: string, on: string) =>
  own(db)
    .selectFrom('office_assignment as assignment')
    .innerJoin('office_post as post', 'post.id', 'assignment.post_id')
    .where('assignment.user_id', '=', userId)
    .where('assignment.ended_at', 'is', null)
    .where('assignment.from_on', '<=', on)
    .where((each) => each.or([each('assignment.to_on', 'is', null), each('assignment.to_on', '>=', on)]))
    .where((each) => each.or([each('post.closed_on', 'is', null), each('post.closed_on', '>', on)]))
    .orderBy('assignment.acting')
    .orderBy('assignment.from_on')
    .select(['post.id', 'post.title_zh', 'post.title_en', 'post.department_id', 'post.roles', 'assignment.acting'])
    .execute()
