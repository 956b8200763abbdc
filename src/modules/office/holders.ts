/** Departments and who holds posts in them, as other modules need them. */
import type { Text } from '../../core/messages.ts'
import type { Look } from '../../kernel/module.ts'
import type { Role } from '../../kernel/who.ts'
import { departmentsKnown, holdersIn } from './queries.ts'

export type NamedDepartment = { readonly id: string; readonly name: Text; readonly isOpen: boolean }

/** Every department by its id, in the order in which they came, those that are closed as well. */
export const departmentsById = async (look: Look): Promise<ReadonlyMap<string, NamedDepartment>> =>
  new Map(
    (await departmentsKnown(look.db)).map(({ id, name_zh, name_en, closed_on }) => [
      id,
      { id, name: { zh: name_zh, en: name_en }, isOpen: closed_on === null },
    ]),
  )

/** Who holds a post with a role in a department today, by their ids. */
export const holdersOf = async (look: Look, department: string, role: Role): Promise<readonly string[]> =>
  (await holdersIn(look.db, department, role, look.today)).map(({ user_id }) => user_id)

/** Who holds a post with a role in any department today, by their ids. */
export const holdersAnywhere = async (look: Look, role: Role): Promise<readonly string[]> =>
  (await holdersIn(look.db, null, role, look.today)).map(({ user_id }) => user_id)
