/** What administrators do about receivers. */
import { Type } from 'typebox'
import { type Act, action, type Job } from '../../kernel/module.ts'
import { ChooseEvents, OfDelivery, OfReceiver, PauseReceiver } from './contract.ts'
import { tryNext } from './deliver.ts'
import { fail } from './messages.ts'
import {
  deleteBefore,
  deliveryForUpdate,
  type ReceiverRow,
  receiverForUpdate,
  updateDelivery,
  updateReceiver,
  waitingFor,
} from './queries.ts'
import { EVENT_NAMES, TEST } from './rules/events.ts'
import { tell } from './take.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const KEPT_DAYS = 30

const receiverNamed = async (act: Act, receiver: string): Promise<ReceiverRow> =>
  act.webhooks.receivers.some(({ name }) => name === receiver)
    ? receiverForUpdate(act.db, receiver)
    : fail('webhook.receiver-unknown', { receiver })

/** Which events a receiver is told of from now on. */
export const chooseEvents = action('webhook.choose-events', ADMINISTRATOR, ChooseEvents, async (act, { receiver, events }) => {
  const { events: before } = await receiverNamed(act, receiver)
  const unknown = events.find((event) => !EVENT_NAMES.some((name) => name === event))
  if (unknown !== undefined) fail('webhook.event-unknown', { event: unknown, events: EVENT_NAMES.join(', ') })
  const chosen = EVENT_NAMES.filter((name) => events.includes(name))
  await updateReceiver(act.db, receiver, { events: [...chosen] })
  await act.record('webhook.events-chosen', {
    object: ['webhook.receiver', receiver],
    before: { events: before },
    after: { events: chosen },
  })
})

/** While a receiver is paused, what is for it waits; once it is resumed, all of that is sent. */
export const pauseReceiver = action('webhook.pause', ADMINISTRATOR, PauseReceiver, async (act, { receiver, paused }) => {
  const before = await receiverNamed(act, receiver)
  await updateReceiver(act.db, receiver, { paused, silent_until: null })
  if (!paused) for (const { id, turn } of await waitingFor(act.db, receiver)) await tryNext(act, id, turn, act.now)
  await act.record(paused ? 'webhook.paused' : 'webhook.resumed', {
    object: ['webhook.receiver', receiver],
    before: { paused: before.paused },
    after: { paused },
  })
})

/** Sends an event that says nothing, to see whether the receiver is there. */
export const testReceiver = action('webhook.test', ADMINISTRATOR, OfReceiver, async (act, { receiver }) => {
  const { paused } = await receiverNamed(act, receiver)
  if (paused) fail('webhook.paused', { receiver })
  const event = await tell(act, TEST, {}, [{ name: receiver, paused }])
  await act.record('webhook.tested', { object: ['webhook.receiver', receiver], details: { event } })
})

/** Has what was not delivered tried now, and from the beginning again. */
export const sendAgain = action('webhook.send-again', ADMINISTRATOR, OfDelivery, async (act, { delivery }) => {
  const { delivery: row } = (await deliveryForUpdate(act.db, delivery)) ?? fail('webhook.delivery-unknown', {})
  const { paused } = await receiverNamed(act, row.receiver)
  if (row.done_at !== null) fail('webhook.delivered', {})
  if (paused) fail('webhook.paused', { receiver: row.receiver })
  await updateDelivery(act.db, delivery, { tries: 0 })
  await updateReceiver(act.db, row.receiver, { silent_until: null })
  await tryNext(act, delivery, row.turn, act.now)
  await act.record('webhook.sent-again', { object: ['webhook.delivery', delivery], details: { receiver: row.receiver, tries: row.tries } })
})

const tidy = action('webhook.tidy', 'operate', Type.Object({}), async (act) => {
  const before = new Date(act.now.getTime() - KEPT_DAYS * 24 * 3_600_000)
  const events = await deleteBefore(act.db, before)
  await act.record('webhook.tidied', { object: ['webhook.event', 'all'], details: { before: before.toISOString(), events } })
})

export const jobs: readonly Job[] = [{ name: tidy.name, cron: '50 3 * * *', run: tidy }]
