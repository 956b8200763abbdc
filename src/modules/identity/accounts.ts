/** People with accounts. */
import { newId } from '../../kernel/ids.ts'
import type { Act } from '../../kernel/module.ts'
import type { User } from './contract.ts'
import { insertUser } from './queries.ts'

/** Makes an account and answers with its id. It has no password yet. */
export const createUser = async (act: Act, user: Omit<User, 'id'>): Promise<string> => {
  const id = newId(act.now)
  const { name, email, mobile, staffNumber, language, demo } = user
  await insertUser(act.db, { id, name, email, mobile, staff_number: staffNumber, language, demo, created_at: act.now })
  await act.record('identity.user-created', { object: ['identity.user', id], after: user })
  return id
}
