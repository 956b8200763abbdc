/** An enterprise invites its members and its agents. */
import { Type } from 'typebox'
import { dayOf } from '../../../core/dates.ts'
import { action, type Look } from '../../../kernel/module.ts'
import { LEVELS } from '../../../kernel/who.ts'
import { packInService } from '../../edition/index.ts'
import { inviteUser, resendInvitation, type Sent, withdrawInvitation } from '../../identity/index.ts'
import { Uscc } from '../contract.ts'
import { enterpriseRow } from '../fact/views.ts'
import { failAt } from '../messages.ts'
import { latestEnd } from '../rules/authority.ts'
import type { DelegationGrant, MemberGrant } from './grants.ts'

const Invited = { enterprise: Uscc, email: Type.String({ maxLength: 254 }), name: Type.String({ maxLength: 100 }) }
const OneInvitation = Type.Object({ enterprise: Uscc, invitation: Type.String({ maxLength: 36 }) })

/** The enterprise as its letters name it. */
const senderOf = async (look: Look, enterprise: string) => ({ enterprise, name: (await enterpriseRow(look, enterprise)).name })

/** Invites somebody to become a member. */
export const inviteMember = action(
  'party.invite-member',
  { member: 'admin' },
  Type.Object({ ...Invited, level: Type.Enum([...LEVELS]) }),
  async (act, { enterprise, email, name, level }): Promise<Sent> => {
    const grant: MemberGrant = { kind: 'member', enterprise, level }
    return inviteUser(act, { email, name, grants: [grant], sender: await senderOf(act, enterprise) })
  },
)

/** Offers an agent to act for the enterprise until a day, within a year, for one measure or all. */
export const inviteAgent = action(
  'party.invite-agent',
  { member: 'sign' },
  Type.Object({
    ...Invited,
    level: Type.Enum(['view', 'draft', 'submit']),
    measure: Type.String({ maxLength: 100, description: 'empty: all measures' }),
    toOn: Type.String({ maxLength: 10 }),
  }),
  async (act, { enterprise, email, name, level, measure, toOn }): Promise<Sent> => {
    const latest = latestEnd(act.today)
    const day = dayOf(toOn.trim())
    if (day === null || day < act.today || day > latest) return failAt('toOn', 'party.delegation-end', { latest })
    if (measure !== '' && !(await packInService(act)).measures.has(measure)) failAt('measure', 'party.measure-unknown', { measure })
    const grant: DelegationGrant = { kind: 'delegation', enterprise, level, measure: measure || null, toOn: day }
    return inviteUser(act, { email, name, grants: [grant], sender: await senderOf(act, enterprise) })
  },
)

/** Sends an invitation that nobody has accepted once more, with another link. */
export const resendOffer = action(
  'party.resend-invitation',
  { member: 'admin' },
  OneInvitation,
  async (act, { enterprise, invitation }): Promise<Sent> => resendInvitation(act, invitation, await senderOf(act, enterprise)),
)

/** Takes back an invitation that nobody has accepted. */
export const withdrawOffer = action('party.withdraw-invitation', { member: 'admin' }, OneInvitation, (act, { enterprise, invitation }) =>
  withdrawInvitation(act, invitation, enterprise),
)
