import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { PlanTables } from '../tables.ts'
import type { ComputationTables } from './tables.ts'

const own = (db: Db) => db.withTables<ComputationTables & PlanTables>()
export type ComputationRow = ComputationTables['plan_computation']

export const insertComputation = (db: Db, row: ComputationRow) =>
  own(db)
    .insertInto('plan_computation')
    .values({ ...row, left_out: sql`${JSON.stringify(row.left_out)}::jsonb` })
    .execute()

const withReading = (db: Db) =>
  own(db)
    .selectFrom('plan_computation as computation')
    .innerJoin('plan_reading as reading', 'reading.id', 'computation.reading_id')
    .leftJoin('plan_reading_decision as decision', 'decision.reading_id', 'reading.id')
    .selectAll('computation')
    .select(['reading.indicator', 'reading.series', 'reading.period', 'reading.value', 'decision.verdict'])
    .select(({ selectFrom }) =>
      selectFrom('plan_computation as later')
        .innerJoin('plan_reading as newer', 'newer.id', 'later.reading_id')
        .innerJoin('plan_reading_decision as decided', 'decided.reading_id', 'newer.id')
        .whereRef('newer.supersedes', '=', 'reading.id')
        .where('decided.verdict', '=', 'approved')
        .select('later.id')
        .limit(1)
        .as('replaced_by'),
    )
export type FoundComputation = Awaited<ReturnType<typeof computationsKept>>[number]

/** Every computation that was kept, the newest first. */
export const computationsKept = (db: Db) =>
  withReading(db).orderBy('computation.computed_at', 'desc').orderBy('computation.id', 'desc').execute()

/** Those of one indicator that were approved, the newest first. */
export const computationsOfIndicator = (db: Db, indicator: string) =>
  withReading(db)
    .where('reading.indicator', '=', indicator)
    .where('decision.verdict', '=', 'approved')
    .orderBy('computation.computed_at', 'desc')
    .orderBy('computation.id', 'desc')
    .execute()

export const computationById = (db: Db, id: string) => withReading(db).where('computation.id', '=', id).executeTakeFirst()
