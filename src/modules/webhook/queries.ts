import { sql } from 'kysely'
import type { Db } from '../../kernel/database.ts'
import type { WebhookTables } from './tables.ts'

const own = (db: Db) => db.withTables<WebhookTables>()

export type ReceiverRow = WebhookTables['webhook_receiver']
export type DeliveryRow = WebhookTables['webhook_delivery']

export const receiverRows = (db: Db): Promise<readonly ReceiverRow[]> => own(db).selectFrom('webhook_receiver').selectAll().execute()

/** The row of a receiver, made if nobody has chosen anything for it yet, and locked. */
export const receiverForUpdate = async (db: Db, name: string): Promise<ReceiverRow> => {
  await own(db)
    .insertInto('webhook_receiver')
    .values({ name, events: [], paused: false, silent_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return own(db).selectFrom('webhook_receiver').selectAll().where('name', '=', name).forUpdate().executeTakeFirstOrThrow()
}

export const updateReceiver = (db: Db, name: string, change: Partial<Omit<ReceiverRow, 'name'>>) =>
  own(db).updateTable('webhook_receiver').set(change).where('name', '=', name).execute()

export const insertEvent = (db: Db, { data, ...row }: WebhookTables['webhook_event']) =>
  own(db)
    .insertInto('webhook_event')
    .values({ ...row, data: sql`${JSON.stringify(data)}::jsonb` })
    .execute()

export const insertDelivery = (db: Db, row: Pick<DeliveryRow, 'id' | 'event_id' | 'receiver' | 'next_at'>) =>
  own(db)
    .insertInto('webhook_delivery')
    .values({ ...row, turn: 0, tries: 0, status: null, reason: null, done_at: null })
    .execute()

const withEvents = (db: Db) =>
  own(db)
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('webhook_event as event', 'event.id', 'delivery.event_id')
    .selectAll('delivery')
    .select(['event.type', 'event.data', 'event.at'])

/** A delivery with its event, and its receiver locked: whoever holds the receiver holds all that is for it. */
export const deliveryForUpdate = async (db: Db, id: string) => {
  const known = await own(db).selectFrom('webhook_delivery').select('receiver').where('id', '=', id).executeTakeFirst()
  if (!known) return undefined
  const receiver = await receiverForUpdate(db, known.receiver)
  const delivery = await withEvents(db).where('delivery.id', '=', id).executeTakeFirst()
  return delivery && { delivery, receiver }
}

export const updateDelivery = (db: Db, id: string, change: Partial<Omit<DeliveryRow, 'id'>>) =>
  own(db).updateTable('webhook_delivery').set(change).where('id', '=', id).execute()

/** The latest deliveries of a receiver. */
export const latestDeliveries = (db: Db, receiver: string, most: number) =>
  withEvents(db).where('delivery.receiver', '=', receiver).orderBy('delivery.id', 'desc').limit(most).execute()

/** What is still to be delivered to a receiver, the oldest first. */
export const waitingFor = (db: Db, receiver: string): Promise<readonly DeliveryRow[]> =>
  own(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('receiver', '=', receiver)
    .where('next_at', 'is not', null)
    .orderBy('id')
    .execute()

export type Counts = { readonly receiver: string; readonly waiting: number; readonly failed: number; readonly last: Date | null }

export const deliveryCounts = async (db: Db): Promise<readonly Counts[]> =>
  (
    await sql<Counts>`select receiver, count(next_at)::int waiting, (count(*) filter (where done_at is null and next_at is null))::int failed, max(done_at) last
      from webhook_delivery group by receiver`.execute(db)
  ).rows

/** Deletes events from before an instant with their deliveries; answers how many. */
export const deleteBefore = async (db: Db, instant: Date): Promise<number> =>
  Number((await own(db).deleteFrom('webhook_event').where('at', '<', instant).executeTakeFirst()).numDeletedRows)
