import { isId } from '../../../kernel/ids.ts'
import type { Look } from '../../../kernel/module.ts'
import { membersOf } from '../member/queries.ts'
import { stateOf } from '../rules/correction.ts'
import { correctionById, stepsOf } from './queries.ts'

/** A correction that officers have decided, with the enterprise's own people of today; null for any other. */
export type DecidedCorrection = { readonly enterprise: string; readonly fact: string; readonly members: readonly string[] }

export const decidedCorrection = async (look: Look, id: string): Promise<DecidedCorrection | null> => {
  const row = isId(id) ? await correctionById(look.db, id) : undefined
  if (!row) return null
  const steps = await stepsOf(look.db, [id])
  const state = stateOf(steps.map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict })))
  if (state !== 'accepted' && state !== 'refused') return null
  return { enterprise: row.uscc, fact: row.fact, members: (await membersOf(look.db, row.enterprise_id)).map(({ user_id }) => user_id) }
}
