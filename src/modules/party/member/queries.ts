import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import { includes } from '../../../kernel/who.ts'
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

export const insertInvitation = (db: Db, row: Omit<PartyTables['party_invitation'], 'accepted_by' | 'accepted_at' | 'withdrawn_at'>) =>
  own(db)
    .insertInto('party_invitation')
    .values({ ...row, accepted_by: null, accepted_at: null, withdrawn_at: null })
    .execute()

const openInvitations = (db: Db, now: Date) =>
  own(db)
    .selectFrom('party_invitation as invitation')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'invitation.enterprise_id')
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .selectAll('invitation')
    .select(['enterprise.uscc', 'enterprise.name', 'enterprise.synthetic'])

export const invitationsOf = (db: Db, enterpriseId: string, now: Date) =>
  openInvitations(db, now).where('invitation.enterprise_id', '=', enterpriseId).orderBy('invitation.invited_at').execute()

export const invitationByToken = (db: Db, tokenHash: Buffer, now: Date) =>
  openInvitations(db, now).where('invitation.token_hash', '=', tokenHash).executeTakeFirst()

/** Whether whoever made an offer may still make it: as an administrator, or for an agent as one who may sign. */
export const mayStillOffer = async (db: Db, enterpriseId: string, user: string, via: 'member' | 'delegation'): Promise<boolean> =>
  (await membersOf(db, enterpriseId)).some((each) => each.user_id === user && includes(each.level, via === 'member' ? 'admin' : 'sign'))

/** Whether it was still open: of two who accept at once, one does. */
export const markAccepted = async (db: Db, id: string, by: string, at: Date): Promise<boolean> =>
  (
    await own(db)
      .updateTable('party_invitation')
      .set({ accepted_by: by, accepted_at: at })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows === 1n

export const markWithdrawn = async (db: Db, id: string, enterpriseId: string, at: Date): Promise<boolean> =>
  (
    await own(db)
      .updateTable('party_invitation')
      .set({ withdrawn_at: at })
      .where('id', '=', id)
      .where('enterprise_id', '=', enterpriseId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows === 1n

/** The enterprises of some codes, by name; found by the ids that follow from the codes. */
export const enterprisesNamed = (db: Db, usccs: readonly string[]) =>
  own(db)
    .selectFrom('party_enterprise')
    .where('id', 'in', sql<string>`(select md5('uscc:' || uscc)::uuid from unnest(${usccs}::text[]) as row (uscc))`)
    .orderBy('name')
    .selectAll()
    .execute()
