/** One try to deliver an event. Whatever comes of it is noted, and the next try is a message that waits for its time. */
import { type Act, action } from '../../kernel/module.ts'
import { DeliveryDue } from './contract.ts'
import { deliveryForUpdate, updateDelivery, updateReceiver } from './queries.ts'
import { nextTry, SILENCE_MS } from './rules/back-off.ts'
import { CONTENT_TYPE, cloudEvent } from './rules/events.ts'

/** Has a delivery tried, at once or not before an instant; whatever was to try it before that is overtaken. */
export const tryNext = async (act: Act, delivery: string, turn: number, notBefore: Date): Promise<void> => {
  await updateDelivery(act.db, delivery, { turn: turn + 1, next_at: notBefore })
  act.emit<DeliveryDue>({ type: 'webhook.delivery-due', delivery, turn: turn + 1 }, { notBefore })
}

export const deliver = action('webhook.deliver', 'operate', DeliveryDue, async (act, { delivery, turn }) => {
  const object = ['webhook.delivery', delivery] as const
  const found = await deliveryForUpdate(act.db, delivery)
  if (!found) return act.record('webhook.passed-over', { object })
  const { delivery: row, receiver } = found
  const details = { receiver: row.receiver, event: row.event_id, type: row.type }
  const isNamed = act.webhooks.receivers.some(({ name }) => name === row.receiver)
  if (row.next_at === null || row.turn !== turn || receiver.paused || !isNamed)
    return act.record('webhook.passed-over', { object, details })
  if (receiver.silent_until !== null && receiver.silent_until > act.now) {
    await tryNext(act, delivery, turn, receiver.silent_until)
    return act.record('webhook.passed-over', { object, details })
  }
  const body = cloudEvent({ id: row.event_id, source: act.webhooks.source, type: row.type, at: row.at, data: row.data })
  const { status, reason } = await act.webhooks.send(row.receiver, { id: row.event_id, at: act.now, body, type: CONTENT_TYPE })
  const tries = row.tries + 1
  if (reason === null) {
    await updateDelivery(act.db, delivery, { tries, status, reason, next_at: null, done_at: act.now })
    return act.record('webhook.delivered', { object, details: { ...details, tries, status } })
  }
  if (status === null) await updateReceiver(act.db, row.receiver, { silent_until: new Date(act.now.getTime() + SILENCE_MS) })
  await updateDelivery(act.db, delivery, { tries, status, reason, next_at: null })
  const next = nextTry(tries, act.now)
  if (next !== null) await tryNext(act, delivery, turn, next)
  await act.record('webhook.not-taken', { object, details: { ...details, tries, status, reason, next: next?.toISOString() ?? null } })
})
