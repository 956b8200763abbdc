/** For whoever has lost telephone, key and recovery codes. */
import { fail as kernelFail } from '../../../kernel/messages.ts'
import { action } from '../../../kernel/module.ts'
import { tellOwner } from '../proof.ts'
import { userById } from '../queries.ts'
import { endSessionsOf } from '../sessions.ts'
import { OneUser } from './contract.ts'
import { fail } from './messages.ts'
import * as rows from './queries.ts'

/** Clears every second factor of somebody else and ends their sessions; they set up new ones after their password. */
export const resetFactors = action('identity.reset-factors', { post: ['administrator'] }, OneUser, async (act, { user }) => {
  if (act.who.kind === 'person' && act.who.id === user) fail('identity.factor-own', {})
  if (!(await userById(act.db, user))) kernelFail('kernel.not-there', {})
  await rows.deleteTotp(act.db, user)
  await rows.deletePasskeysOf(act.db, user)
  await rows.deleteCodes(act.db, user)
  await endSessionsOf(act, user)
  tellOwner(act, user, 'factor-removed')
  await act.record('identity.factors-reset', { object: ['identity.user', user] })
})
