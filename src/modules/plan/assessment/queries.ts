import { sql } from 'kysely'
import type { Db } from '../../../kernel/database.ts'
import type { AssessmentRow, AssessmentTables } from './tables.ts'

const own = (db: Db) => db.withTables<AssessmentTables>()

/** Lets one keeper at a time look and write, until the transaction ends. */
export const holdAssessments = (db: Db) => sql`select pg_advisory_xact_lock(4620, 2)`.execute(db)

/** The assessments that stand: those that none has followed yet. */
export const standingAssessments = (db: Db) =>
  own(db)
    .selectFrom('plan_assessment as own')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan_assessment as later').whereRef('later.follows', '=', 'own.id').select('later.id'))),
    )
    .select(['id', 'indicator', 'period', 'kind', 'comparator', 'value', 'document', 'method', 'input_hash', 'category'])
    .execute()

/** All rows in one statement, however many. */
export const insertAssessments = (db: Db, rows: readonly AssessmentRow[]) =>
  sql`insert into plan_assessment select * from jsonb_populate_recordset(null::plan_assessment, ${JSON.stringify(rows)}::jsonb)`.execute(db)

/** Every assessment of an indicator's targets. */
export const assessmentsOf = (db: Db, indicator: string) =>
  own(db).selectFrom('plan_assessment').where('indicator', '=', indicator).selectAll().orderBy('id').execute()

/** The assessments of indicators that stood at an instant: kept by then, and followed by none until then. */
export const assessmentsAt = (db: Db, indicators: readonly string[], at: Date) =>
  own(db)
    .selectFrom('plan_assessment as own')
    .where('own.indicator', 'in', indicators.length === 0 ? [''] : indicators)
    .where('own.recorded_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_assessment as later')
            .whereRef('later.follows', '=', 'own.id')
            .where('later.recorded_at', '<=', at)
            .select('later.id'),
        ),
      ),
    )
    .select(['id', 'indicator', 'period', 'comparator', 'value', 'document', 'category', 'method', 'input_hash', 'recorded_at'])
    .execute()

/** Assessments that say something else than the one before, the latest first; at most so many. */
export const latestChanges = (db: Db, most: number) =>
  own(db)
    .selectFrom('plan_assessment as own')
    .innerJoin('plan_assessment as before', 'before.id', 'own.follows')
    .whereRef('own.category', '<>', 'before.category')
    .select(['own.id', 'own.indicator', 'own.period', 'own.text_zh', 'own.text_en', 'own.recorded_at'])
    .orderBy('own.recorded_at', 'desc')
    .orderBy('own.id', 'desc')
    .limit(most)
    .execute()

/** The next rows after an id, in the order of ids; at most so many. */
export const assessmentsAfter = (db: Db, after: string | null, most: number) => {
  const all = own(db).selectFrom('plan_assessment').selectAll().orderBy('id').limit(most)
  return (after === null ? all : all.where('id', '>', after)).execute()
}
