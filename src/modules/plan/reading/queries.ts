import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { Listing } from '../../../kernel/listing.ts'
import type { ComputationTables } from '../computation/tables.ts'
import type { PlanTables } from '../tables.ts'

const own = (db: Db) => db.withTables<PlanTables & ComputationTables>()
type ReadingRow = PlanTables['plan_reading']

/** All rows in one statement, however many. */
export const insertReadings = (db: Db, rows: readonly ReadingRow[]) =>
  sql`insert into plan_reading select * from jsonb_populate_recordset(null::plan_reading, ${JSON.stringify(rows)}::jsonb)`.execute(db)

export const insertDecisions = (db: Db, rows: readonly Omit<PlanTables['plan_reading_decision'], 'number'>[]) =>
  sql`insert into plan_reading_decision (reading_id, verdict, reason, decided_at, decided_by, post_id, post_zh, post_en)
    select reading_id, verdict, reason, decided_at, decided_by, post_id, post_zh, post_en
    from jsonb_populate_recordset(null::plan_reading_decision, ${JSON.stringify(rows)}::jsonb)`.execute(db)

/** Lets one person decide at a time, until the transaction ends. */
export const holdDecisions = (db: Db) => sql`select pg_advisory_xact_lock(4620, 1)`.execute(db)

/** The decision that took effect last; null before the first. */
export const lastDecision = async (db: Db): Promise<string | null> =>
  (await own(db).selectFrom('plan_reading_decision').orderBy('number', 'desc').limit(1).select('reading_id').executeTakeFirst())
    ?.reading_id ?? null

const withDecision = (db: Db) =>
  own(db)
    .selectFrom('plan_reading as reading')
    .leftJoin('plan_reading_decision as decision', 'decision.reading_id', 'reading.id')
    .leftJoin('plan_computation as computation', 'computation.reading_id', 'reading.id')
    .selectAll('reading')
    .select([
      'computation.id as computation',
      'decision.number',
      'decision.verdict',
      'decision.reason as decision_reason',
      'decision.decided_at',
      'decision.decided_by',
      'decision.post_zh as decision_post_zh',
      'decision.post_en as decision_post_en',
    ])
    .select(sql<boolean>`exists (select from plan_reading later where later.again_of = reading.id)`.as('entered_again'))
export type DecidedRow = Awaited<ReturnType<typeof readingsByIds>>[number]

export const approvedReadings = (db: Db) => withDecision(db).where('decision.verdict', '=', 'approved').orderBy('decision.number').execute()

export const readingsByIds = (db: Db, ids: readonly string[]) =>
  withDecision(db)
    .where('reading.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

export const waitingCount = async (db: Db): Promise<number> =>
  Number(
    (
      await own(db)
        .selectFrom('plan_reading as reading')
        .leftJoin('plan_reading_decision as decision', 'decision.reading_id', 'reading.id')
        .where('decision.reading_id', 'is', null)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

/** Where readings wait: indicator, series and period of each. */
export const waitingPlaces = (db: Db) =>
  own(db)
    .selectFrom('plan_reading as reading')
    .leftJoin('plan_reading_decision as decision', 'decision.reading_id', 'reading.id')
    .where('decision.reading_id', 'is', null)
    .select(['reading.indicator', 'reading.series', 'reading.period'])
    .execute()

/** Every version that was ever entered for an indicator, the newest first. */
export const readingsOfIndicator = (db: Db, indicator: string) =>
  withDecision(db).where('reading.indicator', '=', indicator).orderBy('reading.recorded_at', 'desc').orderBy('reading.id', 'desc').execute()

/** Readings as lists show them; `zone`: where the days of an instant begin. */
const listOf = (where: RawBuilder<boolean>, zone: string, order: string): Listing => ({
  from: sql`plan_reading reading left join plan_reading_decision decision on decision.reading_id = reading.id`,
  where,
  key: sql<string>`reading.id::text`,
  columns: {
    entered: { kind: 'instant', sql: sql`reading.recorded_at`, zone },
    indicator: { kind: 'choice', sql: sql`reading.indicator` },
    period: { kind: 'text', sql: sql`reading.period` },
    value: { kind: 'text', sql: sql`reading.value`, sortable: false },
    series: { kind: 'text', sql: sql`reading.series` },
    source: { kind: 'text', sql: sql`reading.source_title` },
    post: { kind: 'text', sql: sql`reading.post_zh` },
    submission: { kind: 'text', sql: sql`reading.submission::text` },
    state: {
      kind: 'choice',
      sql: sql`case when exists (select from plan_reading later where later.again_of = reading.id) then 'again' else coalesce(decision.verdict, 'waiting') end`,
    },
  },
  order,
})

/** Readings that wait for a second person, the oldest first. */
export const waitingList = (zone: string): Listing => listOf(sql<boolean>`decision.reading_id is null`, zone, 'entered')

/** What one person entered, the newest first. */
export const ownList = (person: string, zone: string): Listing => listOf(sql<boolean>`reading.recorded_by = ${person}`, zone, '-entered')

/** Readings of one person that were returned and not entered again. */
export const returnedTo = (db: Db, person: string) =>
  withDecision(db)
    .where('reading.recorded_by', '=', person)
    .where('decision.verdict', '=', 'returned')
    .where(sql<boolean>`not exists (select from plan_reading later where later.again_of = reading.id)`)
    .orderBy('decision.number')
    .execute()

/** The submissions of one person, the newest first: how many readings each has, and in which state. */
export const submissionsOf = (db: Db, person: string, most: number) =>
  own(db)
    .selectFrom('plan_reading as reading')
    .leftJoin('plan_reading_decision as decision', 'decision.reading_id', 'reading.id')
    .where('reading.recorded_by', '=', person)
    .groupBy(['reading.submission', 'reading.recorded_at'])
    .orderBy('reading.recorded_at', 'desc')
    .orderBy('reading.submission', 'desc')
    .limit(most)
    .select([
      'reading.submission',
      'reading.recorded_at',
      sql<bigint>`count(*)`.as('readings'),
      sql<bigint>`count(*) filter (where decision.verdict is null)`.as('waiting'),
      sql<bigint>`count(*) filter (where decision.verdict = 'approved')`.as('approved'),
      sql<bigint>`count(*) filter (where decision.verdict = 'returned')`.as('returned'),
    ])
    .execute()

/** The readings of one submission of one person, by indicator, scope and period. */
export const readingsOfSubmission = (db: Db, submission: string, person: string) =>
  withDecision(db)
    .where('reading.submission', '=', submission)
    .where('reading.recorded_by', '=', person)
    .orderBy('reading.indicator')
    .orderBy('reading.series')
    .orderBy('reading.period')
    .execute()

/** Notes that people are reminded of a reading; whether nobody was before. */
export const remindedOnce = async (db: Db, indicator: string, period: string, at: Date): Promise<boolean> =>
  (await own(db)
    .insertInto('plan_reminder')
    .values({ indicator, period, reminded_at: at })
    .onConflict((clash) => clash.doNothing())
    .returning('indicator')
    .executeTakeFirst()) !== undefined
