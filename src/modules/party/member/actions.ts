import { Type } from 'typebox'
import { dayOf } from '../../../core/dates.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { type Act, action } from '../../../kernel/module.ts'
import { newToken, tokenHash } from '../../../kernel/random.ts'
import { LEVELS, type Level } from '../../../kernel/who.ts'
import { packInService } from '../../edition/index.ts'
import { endSessionsOf, peopleByIds } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { enterpriseRow } from '../fact/views.ts'
import { fail, wrongField } from '../messages.ts'
import { personIn } from '../person.ts'
import { latestEnd, obstacleToLevel } from '../rules/authority.ts'
import {
  delegationById,
  endDelegationRow,
  endMemberRow,
  holdPeople,
  insertDelegation,
  insertInvitation,
  insertMember,
  invitationByToken,
  markAccepted,
  markWithdrawn,
  mayStillOffer,
  membersOf,
} from './queries.ts'

const Id = Type.String({ maxLength: 36 })
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,63}$/
const INVITATION_MS = 7 * 24 * 3_600_000

const emailGiven = (text: string): string => {
  const email = text.trim().toLowerCase()
  return EMAIL.test(email) ? email : fail('party.email', {}, [wrongField('email', 'party.email')])
}

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

type Offer =
  | { readonly via: 'member'; readonly level: Level }
  | { readonly via: 'delegation'; readonly level: 'view' | 'draft' | 'submit'; readonly measure: string | null; readonly toOn: string }

/** Offers something to whoever has the account of an address. The answer is the same whether there is one: the token, which is shown once. */
const invite = async (act: Act, uscc: string, address: string, offer: Offer): Promise<{ readonly token: string }> => {
  const by = personIn(act)
  const email = emailGiven(address)
  const row = await enterpriseRow(act, uscc)
  const [token, id] = [newToken(), newId(act.now)]
  const delegation = offer.via === 'delegation' ? offer : null
  await insertInvitation(act.db, {
    id,
    enterprise_id: row.id,
    token_hash: tokenHash(token),
    email,
    via: offer.via,
    level: offer.level,
    measure: delegation?.measure ?? null,
    to_on: delegation?.toOn ?? null,
    invited_by: by.id,
    invited_at: act.now,
    expires_at: new Date(act.now.getTime() + INVITATION_MS),
  })
  await act.record('party.invited', { object: ['party.invitation', id], after: { email, ...offer }, details: { enterprise: uscc } })
  return { token }
}

/** Invites somebody to become a member. */
export const inviteMember = action(
  'party.invite-member',
  { member: 'admin' },
  Type.Object({ enterprise: Uscc, email: Type.String({ maxLength: 254 }), level: Type.Enum([...LEVELS]) }),
  (act, { enterprise, email, level }) => invite(act, enterprise, email, { via: 'member', level }),
)

/** Offers an agent to act for the enterprise until a day, within a year, for one measure or all. */
export const inviteAgent = action(
  'party.invite-agent',
  { member: 'sign' },
  Type.Object({
    enterprise: Uscc,
    email: Type.String({ maxLength: 254 }),
    level: Type.Enum(['view', 'draft', 'submit']),
    measure: Type.String({ maxLength: 100, description: 'empty: all measures' }),
    toOn: Type.String({ maxLength: 10 }),
  }),
  async (act, { enterprise, email, level, measure, toOn }) => {
    const latest = latestEnd(act.today)
    const day = dayOf(toOn.trim())
    if (day === null || day < act.today || day > latest)
      return fail('party.delegation-end', { latest }, [wrongField('toOn', 'party.delegation-end', { latest })])
    if (measure !== '' && !(await packInService(act)).measures.has(measure))
      fail('party.measure-unknown', { measure }, [wrongField('measure', 'party.measure-unknown', { measure })])
    return invite(act, enterprise, email, { via: 'delegation', level, measure: measure || null, toOn: day })
  },
)

/** Takes back an invitation that nobody has accepted. */
export const withdrawInvitation = action(
  'party.withdraw-invitation',
  { member: 'admin' },
  Type.Object({ enterprise: Uscc, invitation: Id }),
  async (act, { enterprise, invitation }): Promise<void> => {
    const { id } = await enterpriseRow(act, enterprise)
    if (!isId(invitation) || !(await markWithdrawn(act.db, invitation, id, act.now))) fail('party.invitation-gone', {})
    await act.record('party.invitation-withdrawn', { object: ['party.invitation', invitation], details: { enterprise } })
  },
)

/** Accepts what was offered: whoever has the token, and the account of the address it was offered to. */
export const acceptInvitation = action(
  'party.accept-invitation',
  'person',
  Type.Object({ token: Type.String({ maxLength: 100 }) }),
  async (act, { token }): Promise<{ readonly uscc: string }> => {
    const by = personIn(act)
    const offer = (await invitationByToken(act.db, tokenHash(token), act.now)) ?? fail('party.invitation-gone', {})
    const email = (await peopleByIds(act, [by.id])).get(by.id)?.email
    if (email !== offer.email) fail('party.invitation-other', {})
    await holdPeople(act.db, offer.enterprise_id)
    if (!(await mayStillOffer(act.db, offer.enterprise_id, offer.invited_by, offer.via))) fail('party.invitation-gone', {})
    if (offer.via === 'member') {
      const members = await membersOf(act.db, offer.enterprise_id)
      if (members.some(({ user_id }) => user_id === by.id)) fail('party.already-member', {})
      await admitMember(act, { uscc: offer.uscc, user: by.id, level: offer.level, by: offer.invited_by })
    } else {
      const { to_on: toOn } = offer
      if (toOn === null || toOn < act.today) return fail('party.invitation-gone', {})
      await insertDelegation(act.db, {
        id: newId(act.now),
        enterprise_id: offer.enterprise_id,
        agent_id: by.id,
        level: offer.level,
        measure: offer.measure,
        from_on: act.today,
        to_on: toOn,
        granted_by: offer.invited_by,
        granted_at: act.now,
      })
    }
    if (!(await markAccepted(act.db, offer.id, by.id, act.now))) fail('party.invitation-gone', {})
    await act.record('party.invitation-accepted', {
      object: ['party.invitation', offer.id],
      after: { user: by.id, via: offer.via, level: offer.level, measure: offer.measure, toOn: offer.to_on },
      details: { enterprise: offer.uscc },
    })
    return { uscc: offer.uscc }
  },
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
