import { Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import { type Look, view } from '../../../kernel/module.ts'
import { tokenHash } from '../../../kernel/random.ts'
import type { Level, Membership } from '../../../kernel/who.ts'
import { packInService } from '../../edition/index.ts'
import { peopleByIds } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { type EnterpriseName, enterpriseRow, reachesAll } from '../fact/views.ts'
import { fail } from '../messages.ts'
import { personIn } from '../person.ts'
import { latestEnd } from '../rules/authority.ts'
import { delegationsOf, enterprisesNamed, invitationByToken, invitationsOf, membersOf } from './queries.ts'

export type MeasureName = { readonly id: string; readonly title: Text }

const measuresIn = async (look: Look): Promise<ReadonlyMap<string, MeasureName>> =>
  new Map(
    [...(await packInService(look)).measures.values()].map(({ id, title, titleEnglish }) => [
      id,
      { id, title: { zh: title, en: titleEnglish ?? title } },
    ]),
  )

/** Null: all of them. A measure that the pack no longer has keeps its id as its name. */
const measureOf = (measures: ReadonlyMap<string, MeasureName>, id: string | null): MeasureName | null =>
  id === null ? null : (measures.get(id) ?? { id, title: { zh: id, en: id } })

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
      whole ? await invitationsOf(look.db, row.id, look.now) : [],
    ]
    const people = await peopleByIds(look, [...members.map(({ user_id }) => user_id), ...delegations.map(({ agent_id }) => agent_id)])
    const measures = await measuresIn(look)
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
        measure: measureOf(measures, each.measure),
        fromOn: each.from_on,
        toOn: each.to_on,
      })),
      invitations: invitations.map((each) => ({
        id: each.id,
        email: each.email,
        via: each.via,
        level: each.level,
        measure: measureOf(measures, each.measure),
        toOn: each.to_on,
        expiresOn: look.dayOf(each.expires_at),
      })),
      measures: [...measures.values()],
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
    const measures = await measuresIn(look)
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
              measure: measureOf(measures, measure),
              delegation: { id, toOn: to_on },
            })),
          ],
        }
      }),
    )
  },
)

export type OfferPage = Omit<Invitation, 'id'> & { readonly enterprise: EnterpriseName }

/** What an invitation offers, for whoever holds its token. */
export const invitationOffer = view(
  'party.offer',
  'person',
  Type.Object({ token: Type.String({ maxLength: 100 }) }),
  async (look, { token }): Promise<OfferPage> => {
    const row = (await invitationByToken(look.db, tokenHash(token), look.now)) ?? fail('party.invitation-gone', {})
    const { district } = await enterpriseRow(look, row.uscc)
    return {
      enterprise: { uscc: row.uscc, name: row.name, district, synthetic: row.synthetic },
      email: row.email,
      via: row.via,
      level: row.level,
      measure: measureOf(await measuresIn(look), row.measure),
      toOn: row.to_on,
      expiresOn: look.dayOf(row.expires_at),
    }
  },
)
