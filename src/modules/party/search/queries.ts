import { sql } from 'kysely'
import type { Listing } from '../../../kernel/listing.ts'

/** Every enterprise, as a department looks them up: by code, name and district, with the day of the latest delivery about it. */
export const enterprises: Listing = {
  from: sql`party_enterprise`,
  where: sql<boolean>`true`,
  key: sql<string>`uscc`,
  columns: {
    uscc: { kind: 'text', sql: sql`uscc` },
    name: { kind: 'text', sql: sql`name` },
    district: { kind: 'choice', sql: sql`district` },
    synthetic: { kind: 'choice', sql: sql`synthetic::text`, sortable: false },
    delivered: {
      kind: 'day',
      sql: sql`(select max(valid_on) from party_record where party_record.enterprise_id = party_enterprise.id)`,
      sortable: false,
    },
  },
  order: 'uscc',
}
