import type { Day } from '../../../core/dates.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Look } from '../../../kernel/module.ts'
import { membersOf } from '../member/queries.ts'
import { isOpen, stateOf } from '../rules/correction.ts'
import { correctionById, stepsOf } from './queries.ts'

/** A correction that officers have decided, with the enterprise's own people of today; null for any other. */
export type DecidedCorrection = { readonly enterprise: string; readonly fact: string; readonly members: readonly string[] }
/** A correction that is open, with the day it is due. */
export type OpenCorrection = DecidedCorrection & { readonly dueOn: Day; readonly provisional: boolean }

const correctionFor = async (look: Look, id: string) => {
  const row = isId(id) ? await correctionById(look.db, id) : undefined
  if (!row) return null
  const steps = await stepsOf(look.db, [id])
  const members = (await membersOf(look.db, row.enterprise_id)).map(({ user_id }) => user_id)
  return { row, state: stateOf(steps.map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict }))), members }
}

export const decidedCorrection = async (look: Look, id: string): Promise<DecidedCorrection | null> => {
  const found = await correctionFor(look, id)
  if (!found || (found.state !== 'accepted' && found.state !== 'refused')) return null
  return { enterprise: found.row.uscc, fact: found.row.fact, members: found.members }
}

/** Null where there is none, or it is closed. */
export const openCorrection = async (look: Look, id: string): Promise<OpenCorrection | null> => {
  const found = await correctionFor(look, id)
  if (!found || !isOpen(found.state)) return null
  const { uscc, fact, due_on, provisional } = found.row
  return { enterprise: uscc, fact, members: found.members, dueOn: due_on, provisional }
}
