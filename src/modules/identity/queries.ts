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

export const insertSession = (db: Db, session: Omit<IdentityTables['identity_session'], 'ended_at'>) =>
  own(db)
    .insertInto('identity_session')
    .values({ ...session, ended_at: null })
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
