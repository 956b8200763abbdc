import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { PartyTables } from '../tables.ts'

const own = (db: Db) => db.withTables<PartyTables>()

/** Lets one change of an enterprise's people through at a time. */
export const holdPeople = (db: Db, enterpriseId: string) =>
  own(db).selectFrom('party_enterprise').where('id', '=', enterpriseId).forUpdate().select('id').execute()

export const membersOf = (db: Db, enterpriseId: string) =>
  own(db)
    .selectFrom('party_member')
    .where('enterprise_id', '=', enterpriseId)
    .where('ended_at', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .selectAll()
    .execute()

export const insertMember = (db: Db, row: Omit<PartyTables['party_member'], 'ended_by' | 'ended_at'>) =>
  own(db)
    .insertInto('party_member')
    .values({ ...row, ended_by: null, ended_at: null })
    .execute()

export const endMemberRow = (db: Db, enterpriseId: string, user: string, by: string | null, at: Date) =>
  own(db)
    .updateTable('party_member')
    .set({ ended_by: by, ended_at: at })
    .where('enterprise_id', '=', enterpriseId)
    .where('user_id', '=', user)
    .where('ended_at', 'is', null)
    .execute()

/** Delegations that hold on a day or are still to come. */
export const delegationsOf = (db: Db, enterpriseId: string, today: string) =>
  own(db)
    .selectFrom('party_delegation')
    .where('enterprise_id', '=', enterpriseId)
    .where('ended_at', 'is', null)
    .where('to_on', '>=', today)
    .orderBy('to_on')
    .selectAll()
    .execute()

/** A delegation that has not ended, with the code of its enterprise. */
export const delegationById = (db: Db, id: string, today: string) =>
  own(db)
    .selectFrom('party_delegation as delegation')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'delegation.enterprise_id')
    .where('delegation.id', '=', id)
    .where('delegation.ended_at', 'is', null)
    .where('delegation.to_on', '>=', today)
    .selectAll('delegation')
    .select('enterprise.uscc')
    .forUpdate('delegation')
    .executeTakeFirst()

export const insertDelegation = (db: Db, row: Omit<PartyTables['party_delegation'], 'ended_by' | 'ended_at'>) =>
  own(db)
    .insertInto('party_delegation')
    .values({ ...row, ended_by: null, ended_at: null })
    .execute()

export const endDelegationRow = (db: Db, id: string, by: string, at: Date) =>
  own(db).updateTable('party_delegation').set({ ended_by: by, ended_at: at }).where('id', '=', id).execute()

/** The enterprises of some codes, by name; found by the ids that follow from the codes. */
export const enterprisesNamed = (db: Db, usccs: readonly string[]) =>
  own(db)
    .selectFrom('party_enterprise')
    .where('id', 'in', sql<string>`(select md5('uscc:' || uscc)::uuid from unnest(${usccs}::text[]) as row (uscc))`)
    .orderBy('name')
    .selectAll()
    .execute()
