import type { Db } from '../../kernel/database.ts'
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
