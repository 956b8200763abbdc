/** Messages on their way when a backup is made: in the queue, and no longer in the outbox. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { DELIVERY, type Parcel, SCHEMA } from '../jobs/queue.ts'

/** Deliveries that have not had their effect yet; what the calendar asks for, it asks for again. */
export const undeliveredIn = async (db: Db): Promise<readonly Required<Parcel>[]> => {
  const { rows: there } = await sql<{ there: boolean }>`select to_regclass(${`${SCHEMA}.job`}) is not null as there`.execute(db)
  if (!there[0]?.there) return []
  const { rows } = await sql<{ data: Required<Parcel> }>`select data from ${sql.id(SCHEMA, 'job')}
    where name = ${DELIVERY} and state in ('created', 'retry', 'active') and jsonb_exists(data, 'message') order by created_on`.execute(db)
  return rows.map(({ data }) => data)
}

/** Puts them into the outbox, each for the one who has not heard it; whoever has heard it after all does nothing. */
export const sendAgain = async (db: Db, parcels: readonly Required<Parcel>[]): Promise<void> => {
  for (const { message, listener, type, body, sentAt } of parcels)
    await sql`insert into kernel_outbox (id, type, body, listener, at)
      values (${message}, ${type}, ${JSON.stringify(body)}::jsonb, ${listener}, ${sentAt})`.execute(db)
}
