import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { PlanTables } from '../tables.ts'

const own = (db: Db) => db.withTables<PlanTables>()
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
    .selectAll('reading')
    .select([
      'decision.number',
      'decision.verdict',
      'decision.reason as decision_reason',
      'decision.decided_at',
      'decision.decided_by',
      'decision.post_zh as decision_post_zh',
      'decision.post_en as decision_post_en',
    ])
export type DecidedRow = Awaited<ReturnType<typeof readingsByIds>>[number]

export const approvedReadings = (db: Db) => withDecision(db).where('decision.verdict', '=', 'approved').orderBy('decision.number').execute()

export const readingsByIds = (db: Db, ids: readonly string[]) =>
  withDecision(db)
    .where('reading.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Readings that wait for a second person, the oldest first; at most so many. */
export const waitingReadings = (db: Db, most: number) =>
  withDecision(db).where('decision.reading_id', 'is', null).orderBy('reading.recorded_at').orderBy('reading.id').limit(most).execute()

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
