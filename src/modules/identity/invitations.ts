/** Accounts are opened by invitation: a link to an e-mail address that works once, within a week, and brings what was promised with it. */
import { Type } from 'typebox'
import { isId, newId } from '../../kernel/ids.ts'
import { type Act, action, type Look, view } from '../../kernel/module.ts'
import { newToken, tokenHash } from '../../kernel/random.ts'
import { createUser } from './accounts.ts'
import { writeInvitation } from './letters.ts'
import { fail } from './messages.ts'
import { failAt } from './passwords.ts'
import {
  holdInvitation,
  insertInvitation,
  invitationByHash,
  markInvitationAccepted,
  markInvitationWithdrawn,
  openInvitations,
  otherWith,
  setPassword,
} from './queries.ts'
import { emailOf } from './rules/name.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** What comes with an account; those who give it say what it is. */
export type Grant = { readonly kind: string; readonly [field: string]: unknown }

export type Invited = { readonly email: string; readonly name: string; readonly grants: readonly Grant[] }

/**
 * Invites somebody: a letter, and the token of its link for whoever invites, shown once. Whoever calls it has judged that the grants may be promised, and that the
 * caller may learn whether the address has an account.
 */
export const inviteUser = async (act: Act, invited: Invited): Promise<{ readonly id: string; readonly token: string }> => {
  const email = emailOf(invited.email) ?? failAt('email', 'identity.email', { email: invited.email })
  const name = invited.name.trim() || failAt('name', 'identity.name')
  if (await otherWith(act.db, null, { email, mobile: null })) failAt('email', 'identity.taken', { name: email })
  const [id, token] = [newId(act.now), newToken()]
  await insertInvitation(act.db, {
    id,
    token_hash: tokenHash(token),
    email,
    name,
    grants: invited.grants,
    invited_by: act.who.kind === 'person' ? act.who.id : null,
    invited_at: act.now,
    expires_at: new Date(act.now.getTime() + WEEK_MS),
  })
  await writeInvitation(act, email, name, token)
  await act.record('identity.invited', { object: ['identity.invitation', id], after: { email, name, grants: invited.grants } })
  return { id, token }
}

const goodInvitation = async (look: Look, token: string) =>
  (await invitationByHash(look.db, tokenHash(token), look.now)) ?? fail('identity.invitation-over', {})

export type InvitationOffer = { readonly email: string; readonly name: string; readonly invitedBy: string | null; readonly expiresAt: Date }

/** What an invitation offers to whoever has its token; refuses one that is used, withdrawn or a week old, or whose sender has been switched off. */
export const accountOffer = view(
  'identity.account-offer',
  'public',
  Type.Object({ token: Type.String({ maxLength: 100 }) }),
  async (look, { token }): Promise<InvitationOffer> => {
    const { email, name, inviter, expires_at } = await goodInvitation(look, token)
    return { email, name, invitedBy: inviter, expiresAt: expires_at }
  },
)

/** Opens the account that was offered, once. The grants are for the caller to give, in the same transaction. */
export const redeemInvitation = async (
  act: Act,
  { token, name, hash, language }: { readonly token: string; readonly name: string; readonly hash: string; readonly language: 'zh' | 'en' },
): Promise<{ readonly user: string; readonly grants: readonly Grant[]; readonly invitedBy: string | null }> => {
  await holdInvitation(act.db, tokenHash(token))
  const row = await goodInvitation(act, token)
  if (await otherWith(act.db, null, { email: row.email, mobile: null })) fail('identity.taken', { name: row.email })
  const user = await createUser(act, {
    name: name.trim() || row.name,
    email: row.email,
    mobile: null,
    staffNumber: null,
    language,
    demo: false,
  })
  if (!(await markInvitationAccepted(act.db, row.id, user, act.now))) fail('identity.invitation-over', {})
  await setPassword(act.db, user, hash, act.now)
  await act.record('identity.invitation-accepted', { object: ['identity.invitation', row.id], after: { user } })
  return { user, grants: row.grants as readonly Grant[], invitedBy: row.invited_by }
}

export type OpenInvitation = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly invitedBy: string | null
  readonly expiresAt: Date
}

/** Invitations that nobody has accepted yet and that are still good, the newest first. */
export const invitationsOpen = async (look: Look): Promise<readonly OpenInvitation[]> =>
  (await openInvitations(look.db, look.now)).map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    grants: row.grants as readonly Grant[],
    invitedBy: row.inviter,
    expiresAt: row.expires_at,
  }))

/** Takes back an invitation that nobody has accepted. */
export const withdrawAccountOffer = action(
  'identity.withdraw-invitation',
  { post: ['administrator'] },
  Type.Object({ invitation: Type.String({ maxLength: 36 }) }),
  async (act, { invitation }) => {
    if (!isId(invitation) || !(await markInvitationWithdrawn(act.db, invitation, act.now))) fail('identity.invitation-over', {})
    await act.record('identity.invitation-withdrawn', { object: ['identity.invitation', invitation] })
  },
)
