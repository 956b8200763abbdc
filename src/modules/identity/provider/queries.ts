import type { Db } from '../../../kernel/database.ts'
import type { IdentityTables } from '../tables.ts'
import type { ProviderTables } from './tables.ts'

const own = (db: Db) => db.withTables<ProviderTables & IdentityTables>()

/** Whom a subject of a provider stands for, closed accounts included. */
export const userByLink = (db: Db, issuer: string, subject: string) =>
  own(db)
    .selectFrom('identity_link as link')
    .innerJoin('identity_user as user', 'user.id', 'link.user_id')
    .where('link.issuer', '=', issuer)
    .where('link.subject', '=', subject)
    .select(['user.id', 'user.disabled_at'])
    .executeTakeFirst()

/** An account by its e-mail address; ready accounts of a demonstration are nobody's. */
export const userByEmail = (db: Db, email: string) =>
  own(db)
    .selectFrom('identity_user')
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .where('demo', '=', false)
    .select('id')
    .executeTakeFirst()

/** Undefined if the user has another subject of this issuer already. */
export const insertLink = (db: Db, link: ProviderTables['identity_link']) =>
  own(db)
    .insertInto('identity_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()

export const keepToken = (db: Db, session: string, sealed: Buffer) =>
  own(db).insertInto('identity_provider_session').values({ session_id: session, sealed_token: sealed }).execute()

export const tokenOfSession = (db: Db, session: string) =>
  own(db).selectFrom('identity_provider_session').where('session_id', '=', session).select('sealed_token').executeTakeFirst()
