import { sql } from 'kysely'
import type { Listing } from '../../../kernel/listing.ts'

/** Every correction as officers work through them, whatever its state, with the latest computation of when it is due. */
export const correctionListing: Listing = {
  from: sql`party_correction correction
    join party_enterprise enterprise on enterprise.id = correction.enterprise_id
    join lateral (select due_on, provisional from party_correction_due computed
      where computed.correction_id = correction.id order by seq desc limit 1) due on true
    cross join lateral (select coalesce(
      (select case when step.step = 'withdraw' then 'withdrawn' when step.verdict = 'accept' then 'accepted' else 'refused' end
        from party_correction_step step where step.correction_id = correction.id and step.step <> 'review'),
      (select 'reviewed' from party_correction_step step where step.correction_id = correction.id),
      'proposed') as state) standing`,
  where: sql<boolean>`true`,
  key: sql<string>`correction.id::text`,
  columns: {
    fact: { kind: 'text', sql: sql`correction.fact` },
    enterprise: { kind: 'text', sql: sql`enterprise.name` },
    uscc: { kind: 'text', sql: sql`enterprise.uscc` },
    value: { kind: 'text', sql: sql`correction.value`, sortable: false },
    state: { kind: 'choice', sql: sql`standing.state` },
    due: { kind: 'day', sql: sql`due.due_on` },
    provisional: { kind: 'choice', sql: sql`due.provisional::text`, sortable: false },
    synthetic: { kind: 'choice', sql: sql`enterprise.synthetic::text`, sortable: false },
  },
  order: 'due',
}
