/** Ready accounts of a demo installation: everybody may use them, without a password, and a production start refuses to run with one. */
import { Type } from 'typebox'
import { type Act, action, type Look } from '../../kernel/module.ts'
import { createUser } from './accounts.ts'
import { DeviceInput } from './contract.ts'
import { fail } from './messages.ts'
import { demoUsers, userById } from './queries.ts'
import { beginSession } from './sessions.ts'

/** The demo accounts that are there, by the key each was made with. */
export const demoAccountsOf = async (look: Look): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> =>
  new Map((await demoUsers(look.db)).map(({ id, name, staff_number }) => [staff_number ?? id, { id, name }]))

/** Makes a demo account; its key is its staff number. */
export const createDemoUser = (act: Act, key: string, name: string): Promise<string> =>
  createUser(act, { name, email: null, mobile: null, staffNumber: key, language: 'zh', demo: true })

const Choice = Type.Object({
  user: Type.String({ format: 'uuid' }),
  device: DeviceInput,
  replaces: Type.Union([Type.String(), Type.Null()]),
})

/** Signs in as a demo account. It counts as strong, so that every room can be looked at. */
export const enterDemo = action('identity.enter-demo', 'public', Choice, async (act, { user, device, replaces }) => {
  const found = await userById(act.db, user)
  if (!found?.demo || found.disabled_at !== null) return fail('identity.no-demo', {})
  return beginSession(act, user, { strong: true, device, replaces })
})
