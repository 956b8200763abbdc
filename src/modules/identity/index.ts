import type { Module } from '../../kernel/module.ts'
import { keyMessages } from './keys/messages.ts'
import { keyRoutes } from './keys/routes.ts'
import { keyMigrations } from './keys/tables.ts'
import { messages } from './messages.ts'
import { migrations } from './tables.ts'

export { createUser } from './accounts.ts'
export * from './contract.ts'
export { createDemoUser, demoAccountsOf, enterDemo } from './demo.ts'
export { makeKey, noteKeyUse, revokeKey } from './keys/actions.ts'
export { type Key, LONGEST_DAYS } from './keys/contract.ts'
export { bearerOfKey, me, myKeys } from './keys/views.ts'
export { type PersonEntry, peopleByIds, peopleFound, personHeld, sessionsOf, switchAccount } from './people/people.ts'
export { bearerOfSession, beginSession, endSession, endSessionsOf, keepAlive, renewSession, signOut } from './sessions.ts'
export { signIn } from './sign-in.ts'

export const identity: Module = {
  name: 'identity',
  uses: [],
  migrations: [...migrations, ...keyMigrations],
  messages: { ...messages, ...keyMessages },
  routes: keyRoutes,
}
