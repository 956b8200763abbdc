/** For whoever has lost telephone, key and recovery codes. */
import { action } from '../../../kernel/module.ts'
import { endSessionsOf } from '../sessions.ts'
import { OneUser } from './contract.ts'
import { fail } from './messages.ts'
import * as rows from './queries.ts'

/** Clears every second factor of somebody else and ends their sessions; they set up new ones after their password. */
export const resetFactors = action('identity.reset-factors', { post: ['administrator'] }, OneUser, async (act, { user }) => {
  if (act.who.kind === 'person' && act.who.id === user) fail('identity.factor-own', {})
  await rows.deleteTotp(act.db, user)
  await rows.deletePasskeysOf(act.db, user)
  await rows.deleteCodes(act.db, user)
  await endSessionsOf(act, user)
  await act.record('identity.factors-reset', { object: ['identity.user', user] })
})
