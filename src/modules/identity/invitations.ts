/** People come in by invitation: a link in a letter that works once, within a week, and brings what was promised with it, to an account that is there or is opened. */
import { isId, newId } from '../../kernel/ids.ts'
import { demandLetter } from '../../kernel/mail/limit.ts'
import type { Act, Look } from '../../kernel/module.ts'
import { newToken, tokenHash } from '../../kernel/random.ts'
import { createUser } from './accounts.ts'
import { type Sender, writeInvitation } from './letters.ts'
import { fail } from './messages.ts'
import { failAt } from './passwords.ts'
import {
  heldWithPassword,
  holdInvitation,
  holdInvitationsTo,
  holdNames,
  insertInvitation,
  invitationByHash,
  invitationForUpdate,
  markInvitationAccepted,
  markInvitationWithdrawn,
  openInvitations,
  otherWith,
  renewInvitation,
  setPassword,
} from './queries.ts'
import { emailOf } from './rules/name.ts'
import { signedIn } from './signed-in.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** What an invitation promises; those who give it say what it is. */
export type Grant = { readonly kind: string; readonly [field: string]: unknown }

/** `sender`: the enterprise that invites; null: the administration. */
export type Invited = { readonly email: string; readonly name: string; readonly grants: readonly Grant[]; readonly sender: Sender | null }

/** An invitation as whoever sent it gets it: the token of its link is told this once. */
export type Sent = { readonly id: string; readonly email: string; readonly token: string }

const inWeek = ({ now }: Look): Date => new Date(now.getTime() + WEEK_MS)
const senderOf = ({ who }: Look): string | null => (who.kind === 'person' ? who.id : null)

/**
 * Invites somebody by letter. Whoever calls it has judged that the grants may be promised. The answer says nothing of whether the address has an account.
 */
export const inviteUser = async (act: Act, { sender, ...invited }: Invited): Promise<Sent> => {
  const email = emailOf(invited.email) ?? failAt('email', 'identity.email', { email: invited.email })
  const name = invited.name.trim() || failAt('name', 'identity.name')
  const [id, token, grants, enterprise] = [newId(act.now), newToken(), invited.grants, sender?.enterprise ?? null]
  await demandLetter(act, 'invitation', { enterprise, address: email })
  await insertInvitation(act.db, {
    id,
    token_hash: tokenHash(token),
    email,
    name,
    grants,
    enterprise,
    invited_by: senderOf(act),
    invited_at: act.now,
    expires_at: inWeek(act),
  })
  await writeInvitation(act, { email, name, sender }, token)
  await act.record('identity.invited', { object: ['identity.invitation', id], after: { email, name, grants, enterprise } })
  return { id, email, token }
}

/** Sends an invitation once more, by whoever asks now: another link for another week; the old one is dead. */
export const resendInvitation = async (act: Act, id: string, sender: Sender | null): Promise<Sent> => {
  const row =
    (isId(id) ? await invitationForUpdate(act.db, id, sender?.enterprise ?? null, act.now) : undefined) ??
    fail('identity.invitation-over', {})
  await demandLetter(act, 'invitation', { enterprise: row.enterprise, address: row.email })
  const token = newToken()
  await renewInvitation(act.db, id, {
    token_hash: tokenHash(token),
    invited_by: senderOf(act),
    invited_at: act.now,
    expires_at: inWeek(act),
  })
  await writeInvitation(act, { email: row.email, name: row.name, sender }, token)
  await act.record('identity.invitation-resent', { object: ['identity.invitation', id] })
  return { id, email: row.email, token }
}

/** Takes back an invitation that nobody has accepted. `enterprise`: whose it is; null: the administration's. */
export const withdrawInvitation = async (act: Act, id: string, enterprise: string | null): Promise<void> => {
  if (!isId(id) || !(await markInvitationWithdrawn(act.db, id, enterprise, act.now))) fail('identity.invitation-over', {})
  await act.record('identity.invitation-withdrawn', { object: ['identity.invitation', id], details: { enterprise } })
}

const goodInvitation = async (look: Look, token: string) =>
  (await invitationByHash(look.db, tokenHash(token), look.now)) ?? fail('identity.invitation-over', {})

export type Invitation = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly invitedBy: string | null
  readonly expiresAt: Date
}

const invitationOf = (row: Awaited<ReturnType<typeof openInvitations>>[number]): Invitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  grants: row.grants as readonly Grant[],
  invitedBy: row.inviter,
  expiresAt: row.expires_at,
})

/**
 * The invitation with this token, and whether its address has an account; refuses one that is used, withdrawn or a week old, or whose sender has been switched off.
 */
export const invitationWith = async (look: Look, token: string): Promise<Invitation & { readonly hasAccount: boolean }> => {
  const row = await goodInvitation(look, token)
  return { ...invitationOf(row), hasAccount: (await otherWith(look.db, null, { email: row.email, mobile: null })) !== undefined }
}

/** Invitations of an enterprise (null: of the administration) that nobody has accepted yet and that are still good, the newest first. */
export const invitationsOpen = async (look: Look, enterprise: string | null): Promise<readonly Invitation[]> =>
  (await openInvitations(look.db, enterprise, look.now)).map(invitationOf)

/** What an accepted invitation promised and who did; for the caller to give, in the same transaction. */
export type Promised = { readonly grants: readonly Grant[]; readonly invitedBy: string | null }

const accept = async (act: Act, row: Awaited<ReturnType<typeof goodInvitation>>, user: string): Promise<Promised> => {
  if (!(await markInvitationAccepted(act.db, row.id, user, act.now))) fail('identity.invitation-over', {})
  await act.record('identity.invitation-accepted', { object: ['identity.invitation', row.id], after: { user } })
  return { grants: row.grants as readonly Grant[], invitedBy: row.invited_by }
}

type Opening = { readonly name: string; readonly language: 'zh' | 'en' }

const openAccount = async (act: Act, email: string, { name, language }: Opening): Promise<string> => {
  await holdNames(act.db, [email])
  if (await otherWith(act.db, null, { email, mobile: null })) fail('identity.taken', { name: email })
  return createUser(act, { name, email, mobile: null, staffNumber: null, language, demo: false })
}

/** Opens the account that an invitation offers, once. */
export const openInvited = async (
  act: Act,
  { token, name, hash, language }: Opening & { readonly token: string; readonly hash: string },
): Promise<Promised & { readonly user: string }> => {
  await holdInvitation(act.db, tokenHash(token))
  const row = await goodInvitation(act, token)
  const user = await openAccount(act, row.email, { name: name.trim() || row.name, language })
  await setPassword(act.db, user, hash, act.now)
  return { user, ...(await accept(act, row, user)) }
}

/** Accepts an invitation with the account of whoever asks, which has the address that was invited. */
export const acceptSignedIn = async (act: Act, token: string): Promise<Promised> => {
  const { id } = signedIn(act)
  await holdInvitation(act.db, tokenHash(token))
  const row = await goodInvitation(act, token)
  const own = (await heldWithPassword(act.db, id))?.email
  if (own !== row.email) fail('identity.invitation-other', { email: row.email })
  return accept(act, row, id)
}

/** Opens the account that was offered to an address, for whoever is known to read it, and accepts all invitations to it; null where there is none. */
export const openFor = async (
  act: Act,
  email: string,
  language: 'zh' | 'en',
): Promise<{ readonly user: string; readonly promised: readonly Promised[] } | null> => {
  const rows = await holdInvitationsTo(act.db, email, act.now)
  const [newest] = rows
  if (!newest || (await otherWith(act.db, null, { email, mobile: null }))) return null
  const user = await openAccount(act, email, { name: newest.name, language })
  const promised: Promised[] = []
  for (const row of rows) promised.push(await accept(act, row, user))
  return { user, promised }
}
