/** What an invitation promises of an enterprise: saying it, and giving it once the invitation is accepted. */
import { newId } from '../../../kernel/ids.ts'
import type { Act, Look } from '../../../kernel/module.ts'
import { includes, type Level } from '../../../kernel/who.ts'
import { peopleByIds } from '../../identity/index.ts'
import { type EnterpriseName, enterpriseRow } from '../fact/views.ts'
import { fail, failAt } from '../messages.ts'
import { enterpriseByUscc } from '../queries.ts'
import { admitMember } from './actions.ts'
import { type MeasureName, measureNames } from './measures.ts'
import { holdPeople, insertDelegation, membersOf } from './queries.ts'

export type MemberGrant = { readonly kind: 'member'; readonly enterprise: string; readonly level: Level }
/** `measure`: null for all of them; `toOn`: the last day. */
export type DelegationGrant = {
  readonly kind: 'delegation'
  readonly enterprise: string
  readonly level: 'view' | 'draft' | 'submit'
  readonly measure: string | null
  readonly toOn: string
}
export type EnterpriseGrant = MemberGrant | DelegationGrant

/** A grant as people read it. */
export type Offer = {
  readonly enterprise: EnterpriseName
  readonly via: 'member' | 'delegation'
  readonly level: Level
  readonly measure: MeasureName | null
  readonly toOn: string | null
}

export const offerOf = async (look: Look, grant: EnterpriseGrant): Promise<Offer> => {
  const { uscc, name, district, synthetic } = await enterpriseRow(look, grant.enterprise)
  const { measure, toOn } = grant.kind === 'delegation' ? grant : { measure: null, toOn: null }
  return {
    enterprise: { uscc, name, district, synthetic },
    via: grant.kind,
    level: grant.level,
    measure: (await measureNames(look)).of(measure),
    toOn,
  }
}

/** Who promised something: `by`: null for the operator; `administers`: whether they administer this site today. */
export type Promiser = { readonly by: string | null; readonly administers: boolean }

const holds = (members: Awaited<ReturnType<typeof membersOf>>, user: string | null, level: Level): boolean =>
  members.some((each) => each.user_id === user && includes(each.level, level))

/** Whether nobody administers an enterprise: only then does the site’s administration bring somebody in. */
const isLeaderless = async (look: Look, members: Awaited<ReturnType<typeof membersOf>>): Promise<boolean> => {
  const admins = members.filter(({ level }) => level === 'admin').map(({ user_id }) => user_id)
  return [...(await peopleByIds(look, admins)).values()].every(({ disabled }) => disabled)
}

/** The first administrator of an enterprise, whom the site’s administration may promise it; refuses at the field where there is no such enterprise, or it has one. */
export const firstAdminGrant = async (look: Look, field: string, typed: string): Promise<MemberGrant> => {
  const uscc = typed.trim().toUpperCase()
  const { id } = (await enterpriseByUscc(look.db, uscc)) ?? failAt(field, 'party.code-unknown', { uscc })
  if (!(await isLeaderless(look, await membersOf(look.db, id)))) failAt(field, 'party.has-admin', {})
  return { kind: 'member', enterprise: uscc, level: 'admin' }
}

/** Gives what was promised to somebody, as long as whoever promised it still may. */
export const giveForEnterprise = async (act: Act, user: string, grant: EnterpriseGrant, { by, administers }: Promiser): Promise<void> => {
  const { id, uscc } = await enterpriseRow(act, grant.enterprise)
  await holdPeople(act.db, id)
  const members = await membersOf(act.db, id)
  const mayGive =
    holds(members, by, grant.kind === 'member' ? 'admin' : 'sign') ||
    (grant.kind === 'member' && administers && (await isLeaderless(act, members)))
  if (!mayGive) fail('party.offer-over', {})
  const record = (event: string, object: readonly ['party.member' | 'party.delegation', string]) =>
    act.record(event, { object, before: null, after: { user, ...grant }, details: { enterprise: uscc, by } })
  if (grant.kind === 'member') {
    if (members.some(({ user_id }) => user_id === user)) fail('party.already-member', {})
    await admitMember(act, { uscc, user, level: grant.level, by })
    return record('party.member-admitted', ['party.member', user])
  }
  const { level, measure, toOn } = grant
  if (by === null || toOn < act.today) return fail('party.offer-over', {})
  const delegation = newId(act.now)
  await insertDelegation(act.db, {
    id: delegation,
    enterprise_id: id,
    agent_id: user,
    level,
    measure,
    from_on: act.today,
    to_on: toOn,
    granted_by: by,
    granted_at: act.now,
  })
  return record('party.delegated', ['party.delegation', delegation])
}
