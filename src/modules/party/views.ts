import { Type } from 'typebox'
import { isId } from '../../kernel/ids.ts'
import { type Look, view } from '../../kernel/module.ts'
import type { Membership } from '../../kernel/who.ts'
import { enterpriseNames, membershipsHeld } from './queries.ts'

/** Names of enterprises by their codes; codes of none are left out. */
export const enterprisesNamed = async (look: Look, usccs: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(usccs.length === 0 ? [] : (await enterpriseNames(look.db, usccs)).map(({ uscc, name }) => [uscc, name]))

/** What somebody may do for which enterprises today. */
export const membershipsOf = async (look: Look, user: string): Promise<readonly Membership[]> =>
  (await membershipsHeld(look.db, user, look.today)).map(({ uscc, level, via, measure }) => ({ enterprise: uscc, level, via, measure }))

/** The same of anybody, for administrators. */
export const memberships = view(
  'party.memberships',
  { post: ['administrator'] },
  Type.Object({ person: Type.String({ maxLength: 36 }) }),
  async (look, { person }): Promise<readonly Membership[]> => (isId(person) ? membershipsOf(look, person) : []),
)
