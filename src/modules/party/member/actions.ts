import { Type } from 'typebox'
import { isId, newId } from '../../../kernel/ids.ts'
import { type Act, action } from '../../../kernel/module.ts'
import { LEVELS, type Level } from '../../../kernel/who.ts'
import { endSessionsOf } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { enterpriseRow } from '../fact/views.ts'
import { fail } from '../messages.ts'
import { personIn } from '../person.ts'
import { obstacleToLevel } from '../rules/authority.ts'
import { delegationById, endDelegationRow, endMemberRow, holdPeople, insertMember, membersOf } from './queries.ts'

const Id = Type.String({ maxLength: 36 })

/**
 * Makes somebody a member, for those who bring people in: an invitation, an administrator, a demonstration. A level that somebody has is replaced. Whoever calls it
 * records it.
 */
export const admitMember = async (
  act: Act,
  { uscc, user, level, by }: { readonly uscc: string; readonly user: string; readonly level: Level; readonly by: string | null },
): Promise<void> => {
  const { id } = await enterpriseRow(act, uscc)
  await holdPeople(act.db, id)
  await endMemberRow(act.db, id, user, by, act.now)
  await insertMember(act.db, {
    id: newId(act.now),
    enterprise_id: id,
    user_id: user,
    level,
    from_on: act.today,
    granted_by: by,
    granted_at: act.now,
  })
}

/** What an administrator changes of a member: another level, or none. */
const changeMember = async (act: Act, uscc: string, user: string, level: Level | null): Promise<void> => {
  const by = personIn(act)
  const { id } = await enterpriseRow(act, uscc)
  await holdPeople(act.db, id)
  const members = (await membersOf(act.db, id)).map((row) => ({ user: row.user_id, level: row.level }))
  const obstacle = obstacleToLevel(members, by.id, user, level)
  if (obstacle) fail(obstacle, {})
  const before = members.find((each) => each.user === user)
  if (level === null) await endMemberRow(act.db, id, user, by.id, act.now)
  else await admitMember(act, { uscc, user, level, by: by.id })
  // A session began with the rights that somebody had then.
  if (user !== by.id) await endSessionsOf(act, user)
  await act.record(level === null ? 'party.member-ended' : 'party.member-changed', {
    object: ['party.member', user],
    before,
    after: level === null ? null : { user, level },
    details: { enterprise: uscc },
  })
}

/** Gives a member another level. Nobody raises their own, and one administrator stays. */
export const changeLevel = action(
  'party.change-level',
  { member: 'admin' },
  Type.Object({ enterprise: Uscc, user: Id, level: Type.Enum([...LEVELS]) }),
  (act, { enterprise, user, level }) => changeMember(act, enterprise, user, level),
)

/** Ends a membership. The last administrator stays. */
export const endMember = action(
  'party.end-member',
  { member: 'admin' },
  Type.Object({ enterprise: Uscc, user: Id }),
  (act, { enterprise, user }) => changeMember(act, enterprise, user, null),
)

/** Leaves an enterprise. */
export const leaveEnterprise = action('party.leave', { member: 'view' }, Type.Object({ enterprise: Uscc }), (act, { enterprise }) =>
  changeMember(act, enterprise, personIn(act).id, null),
)

const endDelegationRowOf = async (act: Act, id: string, isOwn: (row: { readonly uscc: string; readonly agent_id: string }) => boolean) => {
  const row = isId(id) ? await delegationById(act.db, id, act.today) : undefined
  if (!row || !isOwn(row)) return fail('party.delegation-unknown', {})
  await endDelegationRow(act.db, row.id, personIn(act).id, act.now)
  await endSessionsOf(act, row.agent_id)
  await act.record('party.delegation-ended', {
    object: ['party.delegation', row.id],
    before: { agent: row.agent_id, level: row.level, measure: row.measure, toOn: row.to_on },
    after: null,
    details: { enterprise: row.uscc },
  })
}

/** Revokes a delegation at once. */
export const revokeDelegation = action(
  'party.revoke-delegation',
  { member: 'sign' },
  Type.Object({ enterprise: Uscc, delegation: Id }),
  (act, { enterprise, delegation }) => endDelegationRowOf(act, delegation, ({ uscc }) => uscc === enterprise),
)

/** Gives back a delegation, as its agent. */
export const giveBackDelegation = action('party.give-back-delegation', 'person', Type.Object({ delegation: Id }), (act, { delegation }) =>
  endDelegationRowOf(act, delegation, ({ agent_id }) => agent_id === personIn(act).id),
)
