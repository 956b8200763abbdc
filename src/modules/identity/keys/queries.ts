import type { Db } from '../../../kernel/database.ts'
import type { IdentityTables } from '../tables.ts'
import type { KeyTables } from './tables.ts'

const own = (db: Db) => db.withTables<KeyTables & IdentityTables>()

export const insertKey = (db: Db, key: Omit<KeyTables['identity_key'], 'used_at' | 'revoked_at'>) =>
  own(db)
    .insertInto('identity_key')
    .values({ ...key, used_at: null, revoked_at: null })
    .execute()

const SHOWN = [
  'id',
  'name',
  'uses',
  'made_at as madeAt',
  'expires_on as expiresOn',
  'used_at as usedAt',
  'revoked_at as revokedAt',
] as const

/** Every key somebody ever made, the newest first. */
export const keysOfUser = (db: Db, userId: string) =>
  own(db).selectFrom('identity_key').where('user_id', '=', userId).orderBy('made_at', 'desc').orderBy('id', 'desc').select(SHOWN).execute()

/** One's own key, locked until the transaction ends. */
export const ownKeyForUpdate = (db: Db, userId: string, id: string) =>
  own(db).selectFrom('identity_key').where('user_id', '=', userId).where('id', '=', id).forUpdate().select(SHOWN).executeTakeFirst()

export const markRevoked = (db: Db, id: string, at: Date) =>
  own(db).updateTable('identity_key').set({ revoked_at: at }).where('id', '=', id).execute()

export const markUsed = (db: Db, id: string, at: Date) =>
  own(db).updateTable('identity_key').set({ used_at: at }).where('id', '=', id).execute()

/** A key with this secret, whatever has become of it, of a user who was not disabled. */
export const keyWithSecret = (db: Db, id: string, secretHash: Buffer) =>
  own(db)
    .selectFrom('identity_key as key')
    .innerJoin('identity_user as user', 'user.id', 'key.user_id')
    .where('key.id', '=', id)
    .where('key.secret_hash', '=', secretHash)
    .where('user.disabled_at', 'is', null)
    .select(['key.id', 'key.user_id', 'user.name', 'key.uses', 'key.strong', 'key.expires_on', 'key.used_at', 'key.revoked_at'])
    .executeTakeFirst()

/** Whether a second factor was given in a session. */
export const isStrongSession = async (db: Db, id: string): Promise<boolean> =>
  (await own(db).selectFrom('identity_session').where('id', '=', id).where('strong_at', 'is not', null).select('id').executeTakeFirst()) !==
  undefined
