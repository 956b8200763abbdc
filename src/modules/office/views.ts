import type { Look } from '../../kernel/module.ts'
import type { HeldPost, Role } from '../../kernel/who.ts'
import { postsHeld } from './queries.ts'

/** The posts somebody holds today. */
export const postsOf = async (look: Look, user: string): Promise<readonly HeldPost[]> =>
  (await postsHeld(look.db, user, look.today)).map((row) => ({
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    department: row.department_id,
    roles: row.roles as Role[],
    acting: row.acting,
  }))
