/** Separation of duties: what one person may not both do in one matter. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { fail } from '../messages.ts'
import { SAME_PERSON } from './duty-tables.ts'

/** In a matter of kind `scope`, whoever acts in one of the roles may not act in the other as well (`block`), or is shown to have (`warn`). */
export type DutyRule = { readonly scope: string; readonly roles: readonly [string, string]; readonly severity: 'block' | 'warn' }

/** Lays down rules; to be called in a migration of the module whose matters they are about. The same role twice: at most once for each person. */
export const layDownDuties = async (db: Db, rules: readonly DutyRule[]): Promise<void> => {
  for (const { scope, roles, severity } of rules) {
    const [first = '', second = ''] = [...roles].sort()
    await sql`insert into kernel_duty_rule (scope, role_a, role_b, severity) values (${scope}, ${first}, ${second}, ${severity})`.execute(
      db,
    )
  }
}

export type Acted = { readonly role: string; readonly matter: readonly [scope: string, id: string] }

/** Notes that somebody acts in a role in a matter; refused to a person who already acted in a role that excludes it. */
export const takeDuty = async (
  db: Db,
  by: { readonly actor: string; readonly post: string | null; readonly at: Date },
  { role, matter: [scope, id] }: Acted,
): Promise<void> => {
  try {
    await sql`insert into kernel_acted (scope, scope_id, actor, role, post, at, warned) values (${scope}, ${id}, ${by.actor}, ${role}, ${by.post}, ${by.at}, false)`.execute(
      db,
    )
  } catch (error) {
    if ((error as { readonly code?: string }).code === SAME_PERSON) fail('kernel.same-person', {})
    throw error
  }
}
