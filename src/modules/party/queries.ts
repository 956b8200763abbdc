import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { DemoEnterprise } from './rules/demo.ts'
import type { PartyTables } from './tables.ts'

const own = (db: Db) => db.withTables<PartyTables>()

export const countSynthetic = async (db: Db): Promise<number> =>
  Number(
    (
      await own(db)
        .selectFrom('party_enterprise')
        .where('synthetic', '=', true)
        .select((each) => each.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

export const removeSynthetic = (db: Db) => own(db).deleteFrom('party_enterprise').where('synthetic', '=', true).execute()

/** Inserts a block of synthetic enterprises with their records; ids follow from the codes. */
export const insertDemo = async (
  db: Db,
  { validOn, recordedAt }: { readonly validOn: string; readonly recordedAt: Date },
  block: readonly DemoEnterprise[],
): Promise<void> => {
  await sql`insert into party_enterprise (id, uscc, name, district, synthetic)
    select md5('uscc:' || uscc)::uuid, uscc, name, district, true from unnest(${block.map((each) => each.uscc)}::text[],
      ${block.map((each) => each.name)}::text[], ${block.map((each) => each.district)}::text[]) as row (uscc, name, district)`.execute(db)
  const records = block.flatMap((each) =>
    each.records.map((record) => ({ uscc: each.uscc, registry: record.registry, facts: JSON.stringify(record.facts) })),
  )
  await sql`insert into party_record (enterprise_id, registry, valid_on, recorded_at, facts)
    select md5('uscc:' || uscc)::uuid, registry, ${validOn}::date, ${recordedAt}::timestamptz, facts::jsonb from unnest(${records.map((each) => each.uscc)}::text[],
      ${records.map((each) => each.registry)}::text[], ${records.map((each) => each.facts)}::text[]) as row (uscc, registry, facts)`.execute(
    db,
  )
}

export const enterpriseByUscc = (db: Db, uscc: string) =>
  own(db).selectFrom('party_enterprise').where('id', '=', sql<string>`md5('uscc:' || ${uscc})::uuid`).selectAll().executeTakeFirst()

/** Names of enterprises by their codes. */
export const enterpriseNames = (db: Db, usccs: readonly string[]) =>
  own(db)
    .selectFrom('party_enterprise')
    .where('uscc', 'in', [...usccs])
    .select(['uscc', 'name'])
    .execute()

/** Whether anybody has proposed a correction: what it is about cannot be taken away any more. */
export const hasCorrections = async (db: Db): Promise<boolean> =>
  (await own(db).selectFrom('party_correction').select('id').limit(1).executeTakeFirst()) !== undefined

/** What somebody may do for enterprises on a day, as their member or by delegation; enterprises by their code. */
export const membershipsHeld = async (db: Db, userId: string, on: string) => [
  ...(await own(db)
    .selectFrom('party_member as held')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'held.enterprise_id')
    .where('held.user_id', '=', userId)
    .where('held.ended_at', 'is', null)
    .where('held.from_on', '<=', on)
    .orderBy('held.from_on')
    .select(['enterprise.uscc', 'held.level', sql<null>`null`.as('measure'), sql<'member'>`'member'`.as('via')])
    .execute()),
  ...(await own(db)
    .selectFrom('party_delegation as held')
    .innerJoin('party_enterprise as enterprise', 'enterprise.id', 'held.enterprise_id')
    .where('held.agent_id', '=', userId)
    .where('held.ended_at', 'is', null)
    .where('held.from_on', '<=', on)
    .where('held.to_on', '>=', on)
    .orderBy('held.from_on')
    .select(['enterprise.uscc', 'held.level', 'held.measure', sql<'delegation'>`'delegation'`.as('via')])
    .execute()),
]
