import type { Db } from '../../../kernel/database.ts'
import type { PartyTables } from '../tables.ts'

const own = (db: Db) => db.withTables<PartyTables>()

/** Everything registers have ever delivered about an enterprise. */
export const deliveriesOf = (db: Db, enterpriseId: string) =>
  own(db)
    .selectFrom('party_record')
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('registry')
    .orderBy('valid_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .select(['registry', 'valid_on', 'recorded_at', 'facts'])
    .execute()

/** Its corrections that were accepted. */
export const acceptedOf = (db: Db, enterpriseId: string) =>
  own(db)
    .selectFrom('party_correction as correction')
    .innerJoin('party_correction_step as step', 'step.correction_id', 'correction.id')
    .where('correction.enterprise_id', '=', enterpriseId)
    .where('step.step', '=', 'decide')
    .where('step.verdict', '=', 'accept')
    .select(['correction.id', 'correction.fact', 'correction.value', 'correction.held_value', 'correction.valid_on', 'step.at'])
    .execute()

/** Its corrections that are open: neither decided nor withdrawn. */
export const disputesOf = (db: Db, enterpriseId: string) =>
  own(db)
    .selectFrom('party_correction as correction')
    .where('correction.enterprise_id', '=', enterpriseId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('party_correction_step as step')
            .whereRef('step.correction_id', '=', 'correction.id')
            .where('step.step', 'in', ['decide', 'withdraw'])
            .select('step.step'),
        ),
      ),
    )
    .select(['correction.id', 'correction.fact', 'correction.value', 'correction.valid_on', 'correction.proposed_at'])
    .execute()
