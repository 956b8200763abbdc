import type { Module } from '../../kernel/module.ts'
import { keyMessages } from './keys/messages.ts'
import { keyRoutes } from './keys/routes.ts'
import { keyMigrations } from './keys/tables.ts'
import { migrations } from './tables.ts'

export * from './contract.ts'
export { makeKey, noteKeyUse, revokeKey } from './keys/actions.ts'
export { type Key, LONGEST_DAYS } from './keys/contract.ts'
export { bearerOfKey, me, myKeys } from './keys/views.ts'
export { endSessionsOf, type PersonEntry, peopleByIds, peopleFound, personHeld, sessionsOf, switchAccount } from './people/people.ts'
export { bearerOfSession } from './views.ts'

export const identity: Module = {
  name: 'identity',
  uses: [],
  migrations: [...migrations, ...keyMigrations],
  messages: keyMessages,
  routes: keyRoutes,
}
