import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Look } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { membersOf } from '../member/queries.ts'
import { isOpen, stateOf } from '../rules/correction.ts'
import { correctionById, stepsOf } from './queries.ts'

/** Whom a correction concerns; `fact` is what people call it. */
type Concerned = { readonly enterprise: string; readonly fact: Text; readonly members: readonly string[] }
/** A correction that officers have decided, with the enterprise's own people of today; null for any other. */
export type DecidedCorrection = Concerned & { readonly verdict: Text }
/** A correction that is open, with the day it is due. */
export type OpenCorrection = Concerned & { readonly dueOn: Day; readonly provisional: boolean }

const VERDICTS: Readonly<Record<'accepted' | 'refused', Text>> = {
  accepted: { zh: '采纳', en: 'accepted' },
  refused: { zh: '不采纳', en: 'refused' },
}

const correctionFor = async (look: Look, id: string) => {
  const row = isId(id) ? await correctionById(look.db, id) : undefined
  if (!row) return null
  const steps = await stepsOf(look.db, [id])
  const members = (await membersOf(look.db, row.enterprise_id)).map(({ user_id }) => user_id)
  const { facts } = await packInService(look)
  const fact = facts.get(row.fact)?.label ?? { zh: row.fact, en: row.fact }
  return { row, fact, state: stateOf(steps.map(({ step, user_id, verdict }) => ({ step, user: user_id, verdict }))), members }
}

export const decidedCorrection = async (look: Look, id: string): Promise<DecidedCorrection | null> => {
  const found = await correctionFor(look, id)
  if (!found || (found.state !== 'accepted' && found.state !== 'refused')) return null
  return { enterprise: found.row.uscc, fact: found.fact, members: found.members, verdict: VERDICTS[found.state] }
}

/** Null where there is none, or it is closed. */
export const openCorrection = async (look: Look, id: string): Promise<OpenCorrection | null> => {
  const found = await correctionFor(look, id)
  if (!found || !isOpen(found.state)) return null
  const { uscc, due_on, provisional } = found.row
  return { enterprise: uscc, fact: found.fact, members: found.members, dueOn: due_on, provisional }
}
