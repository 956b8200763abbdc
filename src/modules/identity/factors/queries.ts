import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { StoredPasskey } from '../../../kernel/passkey.ts'
import type { FactorTables } from './tables.ts'

const own = (db: Db) => db.withTables<FactorTables>()

/** Whether somebody has a second factor: an authenticator app or a passkey. */
export const hasFactor = async (db: Db, user: string): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select exists (select from identity_totp where user_id = ${user})
    or exists (select from identity_passkey where user_id = ${user}) as has`.execute(db)
  return rows[0]?.has === true
}

/** Whether a session of somebody could be strong today: they have a factor here, a provider has vouched for one since `vouchedSince`, or they are a demo account. */
export const canBeStrong = async (db: Db, user: string, vouchedSince: Date): Promise<boolean> => {
  if (await hasFactor(db, user)) return true
  const { rows } = await sql<{ can: boolean }>`select exists (select from identity_link join identity_session as session using (user_id)
      where user_id = ${user} and session.strong_at >= ${vouchedSince})
    or exists (select from identity_user where id = ${user} and demo) as can`.execute(db)
  return rows[0]?.can === true
}

export const totpOf = (db: Db, user: string) =>
  own(db).selectFrom('identity_totp').where('user_id', '=', user).select(['sealed_secret', 'added_at']).executeTakeFirst()

/** Undefined if there is one already. */
export const insertTotp = (db: Db, row: FactorTables['identity_totp']) =>
  own(db)
    .insertInto('identity_totp')
    .values(row)
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .returning('user_id')
    .executeTakeFirst()

/** Notes that the code of a step was used; undefined if it, or a later one, was before. */
export const spendStep = (db: Db, user: string, step: number) =>
  own(db)
    .updateTable('identity_totp')
    .set({ last_step: step })
    .where('user_id', '=', user)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst()

export const deleteTotp = (db: Db, user: string) =>
  own(db).deleteFrom('identity_totp').where('user_id', '=', user).returning('added_at').executeTakeFirst()

const STORED = ['credential_id as credentialId', 'public_key as publicKey', 'counter', 'transports'] as const

export const passkeysOf = (db: Db, user: string) =>
  own(db)
    .selectFrom('identity_passkey')
    .where('user_id', '=', user)
    .orderBy('added_at')
    .select(['id', 'name', 'synced', 'added_at as addedAt', 'used_at as usedAt', ...STORED])
    .execute()

/** A passkey by its credential, whoever's it is, locked until the transaction ends. */
export const passkeyForUpdate = (db: Db, credentialId: Buffer) =>
  own(db)
    .selectFrom('identity_passkey')
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .select(['id', 'user_id as user', ...STORED])
    .executeTakeFirst()

/** Undefined if the credential is there already. */
export const insertPasskey = (
  db: Db,
  { publicKey, credentialId, counter, transports, synced }: StoredPasskey & { readonly synced: boolean },
  { id, user, name, at }: { readonly id: string; readonly user: string; readonly name: string; readonly at: Date },
) =>
  own(db)
    .insertInto('identity_passkey')
    .values({
      id,
      user_id: user,
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports: [...transports],
      name,
      synced,
      added_at: at,
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()

export const markPasskeyUsed = (db: Db, id: string, counter: bigint, at: Date) =>
  own(db).updateTable('identity_passkey').set({ counter, used_at: at }).where('id', '=', id).execute()

export const renamePasskey = (db: Db, user: string, id: string, name: string) =>
  own(db).updateTable('identity_passkey').set({ name }).where('id', '=', id).where('user_id', '=', user).returning('id').executeTakeFirst()

export const deletePasskey = (db: Db, user: string, id: string) =>
  own(db).deleteFrom('identity_passkey').where('id', '=', id).where('user_id', '=', user).returning('name').executeTakeFirst()

export const deletePasskeysOf = (db: Db, user: string) => own(db).deleteFrom('identity_passkey').where('user_id', '=', user).execute()

export const replaceCodes = async (db: Db, user: string, hashes: readonly Buffer[], at: Date) => {
  await deleteCodes(db, user)
  await own(db)
    .insertInto('identity_recovery_code')
    .values(hashes.map((hash) => ({ code_hash: hash, user_id: user, made_at: at, used_at: null })))
    .execute()
}

export const deleteCodes = (db: Db, user: string) => own(db).deleteFrom('identity_recovery_code').where('user_id', '=', user).execute()

/** How many recovery codes somebody can still use. */
export const codesLeft = async (db: Db, user: string): Promise<number> => {
  const rows = await own(db)
    .selectFrom('identity_recovery_code')
    .where('user_id', '=', user)
    .where('used_at', 'is', null)
    .select('code_hash')
    .execute()
  return rows.length
}

/** Uses a recovery code up; undefined if it is none of theirs, or was used before. */
export const spendCode = (db: Db, user: string, hash: Buffer, at: Date) =>
  own(db)
    .updateTable('identity_recovery_code')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('user_id', '=', user)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()

/** Whether nobody has answered this challenge before; from now on somebody has. Forgets those that have expired. */
export const spendChallenge = async (db: Db, hash: Buffer, until: Date, now: Date): Promise<boolean> => {
  await own(db).deleteFrom('identity_spent').where('until', '<', now).execute()
  const row = await own(db)
    .insertInto('identity_spent')
    .values({ hash, until })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return row !== undefined
}
