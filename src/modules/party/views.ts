import type { Look } from '../../kernel/module.ts'
import type { Membership } from '../../kernel/who.ts'
import { membershipsHeld } from './queries.ts'

/** What somebody may do for which enterprises today. */
export const membershipsOf = async (look: Look, user: string): Promise<readonly Membership[]> =>
  (await membershipsHeld(look.db, user, look.today)).map(({ uscc, level, via, measure }) => ({ enterprise: uscc, level, via, measure }))
