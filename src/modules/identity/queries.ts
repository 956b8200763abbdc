import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { SignInName } from './rules/name.ts'
import type { IdentityTables } from './tables.ts'

const own = (db: Db) => db.withTables<IdentityTables>()

/** A session that was not ended, of a user who was not disabled; how old it may be is for the rules to say. */
export const sessionByHash = (db: Db, tokenHash: Buffer) =>
  own(db)
    .selectFrom('identity_session as session')
    .innerJoin('identity_user as user', 'user.id', 'session.user_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.ended_at', 'is', null)
    .where('user.disabled_at', 'is', null)
    .select(['session.id', 'session.user_id', 'user.name', 'session.strong_at', 'session.created_at', 'session.seen_at'])
    .executeTakeFirst()

export const insertSession = (db: Db, session: Omit<IdentityTables['identity_session'], 'ended_at' | 'proven_at'>) =>
  own(db)
    .insertInto('identity_session')
    .values({ ...session, ended_at: null, proven_at: null })
    .execute()

/** The session under another token and, where a factor was given, strong from now on; undefined if it has ended. */
export const renewSession = (db: Db, id: string, tokenHash: Buffer, strongAt: Date | null) =>
  own(db)
    .updateTable('identity_session')
    .set({ token_hash: tokenHash, ...(strongAt ? { strong_at: strongAt } : {}) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** When the bearer of a session last showed a password or a factor; null if the session has ended. */
export const provenAt = async (db: Db, id: string): Promise<Date | null> => {
  const row = await own(db)
    .selectFrom('identity_session')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .select(sql<Date>`greatest(created_at, strong_at, proven_at)`.as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

export const markProven = (db: Db, id: string, at: Date) =>
  own(db)
    .updateTable('identity_session')
    .set({ proven_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** Ends a session; undefined if it has ended already. `user`: only if it is theirs. */
export const endSession = (db: Db, id: string, now: Date, user: string | null) =>
  own(db)
    .updateTable('identity_session')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .$if(user !== null, (query) => query.where('user_id', '=', user))
    .returning('id')
    .executeTakeFirst()

/** Ends every session of a user but one, and answers with their ids. */
export const endSessionsOf = (db: Db, user: string, now: Date, except: string | null) =>
  own(db)
    .updateTable('identity_session')
    .set({ ended_at: now })
    .where('user_id', '=', user)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .returning('id')
    .execute()

/** Writes a sign of life, unless somebody else just has. */
export const touchSession = (db: Db, id: string, now: Date, before: Date) =>
  own(db)
    .updateTable('identity_session')
    .set({ seen_at: now })
    .where('id', '=', id)
    .where('seen_at', '<', before)
    .where('ended_at', 'is', null)
    .execute()

export const userById = (db: Db, id: string) => own(db).selectFrom('identity_user').where('id', '=', id).selectAll().executeTakeFirst()

const COLUMN = { email: sql.ref('user.email'), mobile: sql.ref('user.mobile'), staffNumber: sql`lower(${sql.ref('user.staff_number')})` }

/** Who signs in under this name, and their password; disabled people are nobody. */
export const userByName = (db: Db, { kind, value }: SignInName) =>
  own(db)
    .selectFrom('identity_user as user')
    .leftJoin('identity_password as password', 'password.user_id', 'user.id')
    .where(sql<boolean>`${COLUMN[kind]} = ${value}`)
    .where('user.disabled_at', 'is', null)
    .select(['user.id', 'password.hash'])
    .executeTakeFirst()

export const insertUser = (db: Db, user: Omit<IdentityTables['identity_user'], 'disabled_at'>) =>
  own(db)
    .insertInto('identity_user')
    .values({ ...user, disabled_at: null })
    .execute()

export const demoUsers = (db: Db) =>
  own(db)
    .selectFrom('identity_user')
    .where('demo', '=', true)
    .where('disabled_at', 'is', null)
    .select(['id', 'name', 'staff_number'])
    .execute()

export const setPassword = (db: Db, user: string, hash: string, now: Date) =>
  own(db)
    .insertInto('identity_password')
    .values({ user_id: user, hash, set_at: now })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ hash, set_at: now }))
    .execute()

/** The counts of these subjects, held until the transaction ends; who has none begins at 0. Every transaction takes them in one order, so that none waits for another in a circle. */
export const holdAttempts = async (db: Db, subjects: readonly Buffer[], now: Date) =>
  own(db)
    .insertInto('identity_attempt')
    .values([...subjects].sort(Buffer.compare).map((subject) => ({ subject, failures: 0, last_at: now })))
    .onConflict((conflict) => conflict.column('subject').doUpdateSet((each) => ({ subject: each.ref('excluded.subject') })))
    .returningAll()
    .execute()

export const setAttempts = (db: Db, subject: Buffer, failures: number, now: Date) =>
  own(db).updateTable('identity_attempt').set({ failures, last_at: now }).where('subject', '=', subject).execute()

export const forgetAttempts = (db: Db, subject: Buffer) => own(db).deleteFrom('identity_attempt').where('subject', '=', subject).execute()

export const takeBackAttempt = (db: Db, subject: Buffer) =>
  own(db).updateTable('identity_attempt').set({ failures: sql`greatest(failures - 1, 0)` }).where('subject', '=', subject).execute()

export const forgetOldAttempts = (db: Db, before: Date) => own(db).deleteFrom('identity_attempt').where('last_at', '<', before).execute()

const withPassword = (db: Db, id: string) =>
  own(db)
    .selectFrom('identity_user as user')
    .leftJoin('identity_password as password', 'password.user_id', 'user.id')
    .where('user.id', '=', id)
    .where('user.disabled_at', 'is', null)
    .selectAll('user')
    .select(['password.hash', 'password.set_at'])

/** A user with their password; disabled people are nobody. */
export const userWithPassword = (db: Db, id: string) => withPassword(db, id).executeTakeFirst()

/** The same, held until the transaction ends: of two who change the password or the account, the second one sees what the first has done. */
export const heldWithPassword = async (db: Db, id: string) => {
  await own(db).selectFrom('identity_user').where('id', '=', id).forNoKeyUpdate().select('id').execute()
  return userWithPassword(db, id)
}

/** Whoever has this e-mail address; disabled people are nobody. */
export const userByEmail = (db: Db, email: string) =>
  own(db).selectFrom('identity_user').where('email', '=', email).where('disabled_at', 'is', null).selectAll().executeTakeFirst()

/** Lets one through at a time who takes any of these names to sign in with, until the transaction ends; nobody takes one between a look and a change. */
export const holdNames = async (db: Db, names: readonly (string | null)[]): Promise<void> => {
  for (const name of [...new Set(names)].filter((each) => each !== null).sort())
    await sql`select pg_advisory_xact_lock(hashtextextended('identity/' || ${name}, 4620))`.execute(db)
}

/** Who of the others has one of these names to sign in with already. */
export const otherWith = (
  db: Db,
  id: string | null,
  { email, mobile }: { readonly email: string | null; readonly mobile: string | null },
) =>
  own(db)
    .selectFrom('identity_user')
    .$if(id !== null, (query) => query.where('id', '<>', id))
    .where((each) => each.or([each('email', '=', email), each('mobile', '=', mobile)]))
    .select(['email', 'mobile'])
    .executeTakeFirst()

export const changeUser = (
  db: Db,
  id: string,
  change: Partial<Pick<IdentityTables['identity_user'], 'name' | 'language' | 'email' | 'mobile'>>,
) => own(db).updateTable('identity_user').set(change).where('id', '=', id).execute()

/** Sessions that have neither ended nor lapsed, the last seen first. */
export const liveSessions = (db: Db, user: string, oldest: { readonly createdAt: Date; readonly seenAt: Date }) =>
  own(db)
    .selectFrom('identity_session')
    .where('user_id', '=', user)
    .where('ended_at', 'is', null)
    .where('created_at', '>=', oldest.createdAt)
    .where('seen_at', '>=', oldest.seenAt)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .select(['id', 'address', 'agent', 'created_at', 'seen_at'])
    .execute()

export const insertReset = (db: Db, reset: Omit<IdentityTables['identity_reset'], 'used_at'>) =>
  own(db)
    .insertInto('identity_reset')
    .values({ ...reset, used_at: null })
    .execute()

/** Whose password it changes, if it is still good. */
export const resetByHash = (db: Db, tokenHash: Buffer, now: Date) =>
  own(db)
    .selectFrom('identity_reset as reset')
    .innerJoin('identity_user as user', 'user.id', 'reset.user_id')
    .where('reset.token_hash', '=', tokenHash)
    .where('reset.used_at', 'is', null)
    .where('reset.expires_at', '>', now)
    .where('user.disabled_at', 'is', null)
    .selectAll('user')
    .executeTakeFirst()

/** Uses a way to a new password, and takes away whatever others the account had; 0 if it was used already. */
export const spendResets = async (db: Db, user: string, tokenHash: Buffer, now: Date): Promise<number> => {
  const spent = await own(db)
    .updateTable('identity_reset')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .execute()
  await own(db).deleteFrom('identity_reset').where('user_id', '=', user).where('used_at', 'is', null).execute()
  return spent.length
}

export const insertInvitation = (
  db: Db,
  { grants, ...invitation }: Omit<IdentityTables['identity_invitation'], 'accepted_by' | 'accepted_at' | 'withdrawn_at'>,
) =>
  own(db)
    .insertInto('identity_invitation')
    .values({ ...invitation, grants: JSON.stringify(grants), accepted_by: null, accepted_at: null, withdrawn_at: null })
    .execute()

const invitations = (db: Db, now: Date) =>
  own(db)
    .selectFrom('identity_invitation as invitation')
    .leftJoin('identity_user as inviter', 'inviter.id', 'invitation.invited_by')
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('inviter.disabled_at', 'is', null)
    .selectAll('invitation')
    .select('inviter.name as inviter')

export const invitationByHash = (db: Db, tokenHash: Buffer, now: Date) =>
  invitations(db, now).where('invitation.token_hash', '=', tokenHash).executeTakeFirst()

/** Lets one through at a time: whoever accepts holds the invitation until the transaction ends. */
export const holdInvitation = (db: Db, tokenHash: Buffer) =>
  own(db).selectFrom('identity_invitation').where('token_hash', '=', tokenHash).forUpdate().select('id').execute()

/** Every open invitation to an address, the newest first, held in the same way. */
export const holdInvitationsTo = async (db: Db, email: string, now: Date) => {
  await own(db).selectFrom('identity_invitation').where('email', '=', email).orderBy('id').forUpdate().select('id').execute()
  return invitations(db, now).where('invitation.email', '=', email).orderBy('invitation.invited_at', 'desc').execute()
}

/** Of an enterprise; null: of the administration. */
const isOf = (enterprise: string | null) =>
  enterprise === null ? sql<boolean>`enterprise is null` : sql<boolean>`enterprise = ${enterprise}`

export const openInvitations = (db: Db, enterprise: string | null, now: Date) =>
  invitations(db, now).where(isOf(enterprise)).orderBy('invitation.invited_at', 'desc').orderBy('invitation.id').execute()

export const invitationForUpdate = (db: Db, id: string, enterprise: string | null, now: Date) =>
  invitations(db, now).where('invitation.id', '=', id).where(isOf(enterprise)).forUpdate('invitation').executeTakeFirst()

export const renewInvitation = (
  db: Db,
  id: string,
  change: Pick<IdentityTables['identity_invitation'], 'token_hash' | 'invited_by' | 'invited_at' | 'expires_at'>,
) => own(db).updateTable('identity_invitation').set(change).where('id', '=', id).execute()

const notClosed = (db: Db, id: string) =>
  own(db).updateTable('identity_invitation').where('id', '=', id).where('accepted_at', 'is', null).where('withdrawn_at', 'is', null)

/** Whether it was still open: of two who accept at once, one does. */
export const markInvitationAccepted = async (db: Db, id: string, by: string, now: Date): Promise<boolean> =>
  (await notClosed(db, id).set({ accepted_by: by, accepted_at: now }).returning('id').executeTakeFirst()) !== undefined

export const markInvitationWithdrawn = async (db: Db, id: string, enterprise: string | null, now: Date): Promise<boolean> =>
  (await notClosed(db, id).where(isOf(enterprise)).set({ withdrawn_at: now }).returning('id').executeTakeFirst()) !== undefined

/** Deletes sessions last seen, links (resets, invitations) over, attempts made and challenges lent before these; answers how many of each. */
export const tidyBefore = async (
  db: Db,
  { sessions, links, attempts, challenges }: Readonly<Record<'sessions' | 'links' | 'attempts' | 'challenges', Date>>,
): Promise<Readonly<Record<string, number>>> => {
  const count = async (query: ReturnType<typeof sql>): Promise<number> => Number((await query.execute(db)).numAffectedRows ?? 0)
  return {
    sessions: await count(sql`delete from identity_session where coalesce(ended_at, seen_at) < ${sessions}`),
    resets: await count(sql`delete from identity_reset where expires_at < ${links}`),
    invitations: await count(sql`delete from identity_invitation where expires_at < ${links}`),
    attempts: await count(sql`delete from identity_attempt where last_at < ${attempts}`),
    addresses: await count(sql`delete from identity_address_change where expires_at < ${links}`),
    challenges: await count(sql`delete from identity_spent where until < ${challenges}`),
  }
}
