/** An event of a module becomes one delivery for each receiver that wants it. */
import { Type } from 'typebox'
import { newId } from '../../kernel/ids.ts'
import { type Act, type Action, action } from '../../kernel/module.ts'
import type { DeliveryDue } from './contract.ts'
import { insertDelivery, insertEvent, receiverRows } from './queries.ts'
import { dataOf, EVENT_NAMES, type EventName } from './rules/events.ts'

/** Notes an event and has it delivered to receivers once the action is done. Answers its id. */
export const tell = async (
  act: Act,
  type: string,
  data: Readonly<Record<string, unknown>>,
  receivers: readonly { readonly name: string; readonly paused: boolean }[],
): Promise<string> => {
  const id = newId(act.now)
  await insertEvent(act.db, { id, type, data, at: act.now })
  for (const { name, paused } of receivers) {
    const delivery = newId(act.now)
    await insertDelivery(act.db, { id: delivery, event_id: id, receiver: name, next_at: act.now })
    if (!paused) act.emit<DeliveryDue>({ type: 'webhook.delivery-due', delivery, turn: 0 })
  }
  return id
}

const taking = (event: EventName): Action =>
  action(`webhook.take-in-${event}`, 'operate', Type.Object({}, { additionalProperties: true }), async (act, message: object) => {
    const named = new Set(act.webhooks.receivers.map(({ name }) => name))
    const wanting = (await receiverRows(act.db)).filter(({ name, events }) => named.has(name) && events.includes(event))
    const id = await tell(act, event, dataOf(event, { ...message }), wanting)
    await act.record('webhook.taken-in', { object: ['webhook.event', id], details: { event, receivers: wanting.map(({ name }) => name) } })
  })

/** For each event the action that takes it in. */
export const hearing: Readonly<Record<EventName, Action>> = Object.fromEntries(
  EVENT_NAMES.map((event) => [event, taking(event)]),
) as Record<EventName, Action>
