import { type Insertable, sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { Scan } from '../../../kernel/files.ts'
import type { Listing } from '../../../kernel/listing.ts'
import type { PartyTables } from '../tables.ts'

const own = (db: Db) => db.withTables<PartyTables>()

/** Lets one proposal about an enterprise through at a time. */
export const lockEnterprise = (db: Db, id: string) =>
  own(db).selectFrom('party_enterprise').where('id', '=', id).forNoKeyUpdate().select('id').execute()

export const insertCorrection = (db: Db, row: PartyTables['party_correction']) =>
  own(db).insertInto('party_correction').values(row).execute()
export const insertDue = (db: Db, row: Insertable<PartyTables['party_correction_due']>) =>
  own(db).insertInto('party_correction_due').values(row).execute()
export const insertStep = (db: Db, row: PartyTables['party_correction_step']) =>
  own(db).insertInto('party_correction_step').values(row).execute()
export const insertEvidence = (db: Db, row: PartyTables['party_evidence']) => own(db).insertInto('party_evidence').values(row).execute()

const corrections = (db: Db) =>
  own(db)
    .selectFrom('party_correction as correction')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'correction.enterprise_id')
    .innerJoinLateral(
      (each) =>
        each
          .selectFrom('party_correction_due as computed')
          .whereRef('computed.correction_id', '=', 'correction.id')
          .select(['computed.due_on', 'computed.provisional'])
          .orderBy('computed.seq', 'desc')
          .limit(1)
          .as('due'),
      (join) => join.onTrue(),
    )
    .selectAll('correction')
    .select(['due.due_on', 'due.provisional'])
    .select(['enterprise.uscc', 'enterprise.name', 'enterprise.district', 'enterprise.synthetic'])

export type CorrectionRow = Awaited<ReturnType<typeof correctionById>> & object
export const correctionById = (db: Db, id: string) => corrections(db).where('correction.id', '=', id).executeTakeFirst()

/** Locks the correction: whoever judges it holds it until the transaction ends. */
export const holdCorrection = (db: Db, id: string) =>
  own(db).selectFrom('party_correction').where('id', '=', id).forUpdate().select('id').execute()

export const correctionsOf = (db: Db, enterpriseId: string) =>
  corrections(db).where('correction.enterprise_id', '=', enterpriseId).orderBy('correction.proposed_at', 'desc').execute()

const isClosed = sql<boolean>`exists (select from party_correction_step step where step.correction_id = correction.id and step.step <> 'review')`

/** Every correction that is open, held so that nobody judges it meanwhile. */
export const openCorrections = (db: Db) =>
  corrections(db).where(isClosed, '=', false).orderBy('correction.id').forUpdate('correction').execute()

/** Not of these facts. */
const isOfNone = (facts: readonly string[]) => sql<boolean>`correction.fact <> all(${facts}::text[])`

/** Who judges: an officer (null: nobody does) with the enterprises they belong to, for whom corrections of facts of `without` are not there. */
export type Judge = { readonly user: string | null; readonly enterprises: readonly string[]; readonly without: readonly string[] }

/** Nothing stands between this officer and the next step: not their own, not one they have reviewed, not of an enterprise of theirs. */
const isFor = ({
  user,
  enterprises,
}: Judge) => sql<boolean>`(correction.proposed_by <> ${user}::uuid and enterprise.uscc <> all(${[...enterprises]}::text[])
  and not exists (select from party_correction_step step where step.correction_id = correction.id and step.user_id = ${user}::uuid))`

const waitingFor = (db: Db, judge: Judge) => corrections(db).where(isClosed, '=', false).where(isOfNone(judge.without)).where(isFor(judge))

/** How many corrections wait for this officer, and how many of them are late. */
export const countWaiting = async (db: Db, today: string, judge: Judge): Promise<{ readonly count: number; readonly late: number }> => {
  const { count, late } = await own(db)
    .selectFrom(waitingFor(db, judge).as('open'))
    .select(sql<string>`count(*)`.as('count'))
    .select(sql<string>`count(*) filter (where open.due_on < ${today})`.as('late'))
    .executeTakeFirstOrThrow()
  return { count: Number(count), late: Number(late) }
}

/** The first of them, the most urgent first. */
export const firstWaiting = (db: Db, judge: Judge, limit: number) =>
  waitingFor(db, judge).orderBy('due.due_on').orderBy('correction.proposed_at').limit(limit).execute()

export const stepsOf = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : own(db).selectFrom('party_correction_step').where('correction_id', 'in', ids).orderBy('at').selectAll().execute()

export const evidenceOf = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : own(db).selectFrom('party_evidence').where('correction_id', 'in', ids).orderBy('id').selectAll().execute()

/** A file with the code of the enterprise that handed it in. */
export const evidenceById = (db: Db, id: string) =>
  own(db)
    .selectFrom('party_evidence as evidence')
    .innerJoin('party_correction as correction', 'correction.id', 'evidence.correction_id')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'correction.enterprise_id')
    .where('evidence.id', '=', id)
    .selectAll('evidence')
    .select(['enterprise.uscc', 'correction.fact'])
    .executeTakeFirst()

export const setScan = (db: Db, id: string, scan: Scan, at: Date) =>
  own(db).updateTable('party_evidence').set({ scan, scanned_at: at }).where('id', '=', id).execute()

/** Every correction as officers work through them, whatever its state, with the latest computation of when it is due and whose turn it is. */
export const correctionListing = (judge: Judge): Listing => ({
  from: sql`party_correction correction
    join party_enterprise enterprise on enterprise.id = correction.enterprise_id
    join lateral (select due_on, provisional from party_correction_due computed
      where computed.correction_id = correction.id order by seq desc limit 1) due on true
    cross join lateral (select coalesce(
      (select case when step.step = 'withdraw' then 'withdrawn' when step.verdict = 'accept' then 'accepted' else 'refused' end
        from party_correction_step step where step.correction_id = correction.id and step.step <> 'review'),
      (select 'reviewed' from party_correction_step step where step.correction_id = correction.id),
      'proposed') as state) standing`,
  where: isOfNone(judge.without),
  key: sql<string>`correction.id::text`,
  columns: {
    fact: { kind: 'text', sql: sql`correction.fact` },
    enterprise: { kind: 'text', sql: sql`enterprise.name` },
    uscc: { kind: 'text', sql: sql`enterprise.uscc` },
    value: { kind: 'text', sql: sql`correction.value`, sortable: false },
    state: { kind: 'choice', sql: sql`standing.state` },
    turn: {
      kind: 'choice',
      sql: sql`case when standing.state not in ('proposed', 'reviewed') then 'nobody' when ${isFor(judge)} then 'me' else 'others' end`,
    },
    review: {
      kind: 'choice',
      sql: sql`coalesce((select step.verdict from party_correction_step step where step.correction_id = correction.id and step.step = 'review'), '')`,
    },
    files: {
      kind: 'number',
      sql: sql`(select count(*) from party_evidence file where file.correction_id = correction.id)`,
      sortable: false,
    },
    due: { kind: 'day', sql: sql`due.due_on` },
    provisional: { kind: 'choice', sql: sql`due.provisional::text`, sortable: false },
    synthetic: { kind: 'choice', sql: sql`enterprise.synthetic::text`, sortable: false },
    // What there is still to do comes first, and of that what is due first.
    work: { kind: 'text', sql: sql`case when standing.state in ('proposed', 'reviewed') then '0 ' else '1 ' end || due.due_on::text` },
  },
  order: 'work',
})
