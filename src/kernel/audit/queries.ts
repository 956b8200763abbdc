/** Single things of the record. */
import { sql } from 'kysely'
import type { AuditEvent, Beside } from '../../core/evidence/event.ts'
import type { Db } from '../database.ts'
import { SITE_ROLE } from './site-role.ts'
import { type Kept, keptEvents } from './walk.ts'

export const eventAt = async (db: Db, lane: number, seq: number): Promise<Kept | null> =>
  (await keptEvents(db, sql`e.lane = ${lane} and e.seq = ${seq}`, sql`e.seq`, 1))[0] ?? null

/** What happened to one object, the latest first, at most so many events. */
export const eventsOf = (db: Db, [type, id]: readonly [string, string], most: number): Promise<readonly Kept[]> =>
  keptEvents(db, sql`e.object_type = ${type} and e.object_id = ${id}`, sql`e.at desc, e.lane desc, e.seq desc`, most)

/** The latest event of a name about one object; null before the first. */
export const latestOf = async (db: Db, event: string, [type, id]: readonly [string, string]): Promise<Kept | null> =>
  (
    await keptEvents(
      db,
      sql`e.object_type = ${type} and e.object_id = ${id} and e.event = ${event}`,
      sql`e.at desc, e.lane desc, e.seq desc`,
      1,
    )
  )[0] ?? null

/** What stands beside an event; of the same action's events at most so many to either side. */
export const besideOf = async (db: Db, { lane, seq, at, actor, action, object: [type, id] }: AuditEvent, most: number): Promise<Beside> => {
  const ofObject = sql`e.object_type = ${type} and e.object_id = ${id}`
  const place = sql`(e.at, e.lane, e.seq)`
  const own = sql`(${at}::timestamptz, ${lane}, ${seq})`
  const same = sql`e.lane = ${lane} and e.seq between ${seq - most} and ${seq + most} and e.at = ${at}::timestamptz and e.actor = ${actor} and e.action = ${action}`
  const [before] = await keptEvents(db, sql`${ofObject} and ${place} < ${own}`, sql`e.at desc, e.lane desc, e.seq desc`, 1)
  const [after] = await keptEvents(db, sql`${ofObject} and ${place} > ${own}`, sql`e.at, e.lane, e.seq`, 1)
  return {
    same: (await keptEvents(db, same, sql`e.seq`, most)).map(({ event }) => event),
    before: before?.event ?? null,
    after: after?.event ?? null,
  }
}

/** Takes the contents of an event away for good; false if there are none. */
export const eraseContents = async (db: Db, lane: number, seq: number): Promise<boolean> =>
  (await sql<{ erased: boolean }>`select kernel_erase(${lane}::smallint, ${seq}) as erased`.execute(db)).rows[0]?.erased ?? false

export type ActedRow = {
  readonly scope: string
  readonly scope_id: string
  readonly actor: string
  readonly role: string
  readonly post: string | null
  readonly at: Date
  readonly warned: boolean
}

/** Everything that was done in matters, the latest matter first; of one matter if its scope and id are given. */
export const actedIn = async (
  db: Db,
  { scope = null, id = null }: { readonly scope?: string | null; readonly id?: string | null },
  most: number,
): Promise<readonly ActedRow[]> =>
  (
    await sql<ActedRow>`with matters as (
        select scope, scope_id, max(number) as latest from kernel_acted
        where (${scope}::text is null or scope = ${scope}) and (${id}::text is null or scope_id = ${id}) group by scope, scope_id order by latest desc limit ${most})
      select a.scope, a.scope_id, a.actor, a.role, a.post, a.at, a.warned from kernel_acted a join matters using (scope, scope_id) order by latest desc, a.number`.execute(
      db,
    )
  ).rows

export type DutyRuleRow = { readonly scope: string; readonly role_a: string; readonly role_b: string; readonly severity: 'block' | 'warn' }
export const dutyRules = async (db: Db): Promise<readonly DutyRuleRow[]> =>
  (await sql<DutyRuleRow>`select scope, role_a, role_b, severity from kernel_duty_rule order by 1, 2, 3`.execute(db)).rows

/** Whether this works as the role that can take nothing away of the record. */
export const worksAsSite = async (db: Db): Promise<boolean> =>
  (await sql<{ role: string }>`select current_user as role`.execute(db)).rows[0]?.role === SITE_ROLE
