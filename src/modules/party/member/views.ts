import { Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import { view } from '../../../kernel/module.ts'
import type { Level, Membership } from '../../../kernel/who.ts'
import { invitationsOpen, peopleByIds } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { type EnterpriseName, enterpriseRow, reachesAll } from '../fact/views.ts'
import { personIn } from '../person.ts'
import { latestEnd } from '../rules/authority.ts'
import type { EnterpriseGrant } from './grants.ts'
import { type MeasureName, measureNames } from './measures.ts'
import { delegationsOf, enterprisesNamed, membersOf } from './queries.ts'

export type Member = { readonly user: string; readonly name: string; readonly level: Level; readonly since: Day; readonly oneself: boolean }
export type Delegation = {
  readonly id: string
  readonly agent: string
  readonly level: Level
  readonly measure: MeasureName | null
  readonly fromOn: Day
  readonly toOn: Day
}
export type Invitation = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly via: 'member' | 'delegation'
  readonly level: Level
  readonly measure: MeasureName | null
  readonly toOn: Day | null
  readonly expiresOn: Day
}
export type PeoplePage = {
  readonly enterprise: EnterpriseName
  readonly members: readonly Member[]
  readonly delegations: readonly Delegation[]
  readonly invitations: readonly Invitation[]
  readonly measures: readonly MeasureName[]
  readonly latestEnd: Day
  readonly today: Day
}

/** Who may do what for an enterprise: its members, its agents, and who was invited. An agent for some measures sees of agents only itself, and no invitations. */
export const enterprisePeople = view(
  'party.people',
  { member: 'view' },
  Type.Object({ enterprise: Uscc }),
  async (look, input): Promise<PeoplePage> => {
    const by = personIn(look)
    const row = await enterpriseRow(look, input.enterprise)
    const whole = reachesAll(look, row.uscc, 'view')
    const [members, delegations, invitations] = [
      await membersOf(look.db, row.id),
      (await delegationsOf(look.db, row.id, look.today)).filter(({ agent_id }) => whole || agent_id === by.id),
      whole ? await invitationsOpen(look, row.uscc) : [],
    ]
    const people = await peopleByIds(look, [...members.map(({ user_id }) => user_id), ...delegations.map(({ agent_id }) => agent_id)])
    const measures = await measureNames(look)
    return {
      enterprise: { uscc: row.uscc, name: row.name, district: row.district, synthetic: row.synthetic },
      members: members.map(({ user_id, level, from_on }) => ({
        user: user_id,
        name: people.get(user_id)?.name ?? '—',
        level,
        since: from_on,
        oneself: user_id === by.id,
      })),
      delegations: delegations.map((each) => ({
        id: each.id,
        agent: people.get(each.agent_id)?.name ?? '—',
        level: each.level,
        measure: measures.of(each.measure),
        fromOn: each.from_on,
        toOn: each.to_on,
      })),
      invitations: invitations.flatMap(({ id, name, email, grants, expiresAt }) =>
        (grants as readonly EnterpriseGrant[]).map((grant) => ({
          id,
          name,
          email,
          via: grant.kind,
          level: grant.level,
          measure: measures.of(grant.kind === 'delegation' ? grant.measure : null),
          toOn: grant.kind === 'delegation' ? grant.toOn : null,
          expiresOn: look.dayOf(expiresAt),
        })),
      ),
      measures: measures.all,
      latestEnd: latestEnd(look.today),
      today: look.today,
    }
  },
)

export type MyEnterprise = EnterpriseName & {
  readonly memberships: readonly (Omit<Membership, 'enterprise' | 'measure'> & {
    readonly measure: MeasureName | null
    /** Of a delegation: what ends it, and its last day. */
    readonly delegation: { readonly id: string; readonly toOn: Day } | null
  })[]
}

/** The enterprises somebody may do something for, with what and until when. */
export const myEnterprises = view(
  'party.my-enterprises',
  { member: 'view' },
  Type.Object({}),
  async (look): Promise<readonly MyEnterprise[]> => {
    const by = personIn(look)
    const rows = await enterprisesNamed(look.db, [...new Set(by.memberships.map(({ enterprise }) => enterprise))])
    const measures = await measureNames(look)
    return Promise.all(
      rows.map(async (row) => {
        const delegations = (await delegationsOf(look.db, row.id, look.today)).filter(({ agent_id }) => agent_id === by.id)
        return {
          uscc: row.uscc,
          name: row.name,
          district: row.district,
          synthetic: row.synthetic,
          memberships: [
            ...by.memberships
              .filter(({ enterprise, via }) => enterprise === row.uscc && via === 'member')
              .map(({ level }) => ({ level, via: 'member' as const, measure: null, delegation: null })),
            ...delegations.map(({ id, level, measure, to_on }) => ({
              level,
              via: 'delegation' as const,
              measure: measures.of(measure),
              delegation: { id, toOn: to_on },
            })),
          ],
        }
      }),
    )
  },
)
