import { Type } from 'typebox'
import { type Condition, type View, view } from '../../kernel/module.ts'
import type { Delivery, ReceiverState } from './contract.ts'
import { type Counts, deliveryCounts, latestDeliveries, receiverRows } from './queries.ts'
import { EVENT_NAMES } from './rules/events.ts'

const ADMINISTRATOR = { post: ['administrator'] } as const
const Nothing = Type.Object({})
const SHOWN = 50

const shown = (row: Awaited<ReturnType<typeof latestDeliveries>>[number]): Delivery => ({
  id: row.id,
  event: row.event_id,
  type: row.type,
  at: row.at.toISOString(),
  state: row.done_at !== null ? 'delivered' : row.next_at !== null ? 'waiting' : 'failed',
  tries: row.tries,
  status: row.status,
  reason: row.reason,
  nextAt: row.next_at?.toISOString() ?? null,
})

/** Every receiver of the settings with what was chosen for it and its latest deliveries. */
export const receivers = view('webhook.receivers', ADMINISTRATOR, Nothing, async ({ db, webhooks }): Promise<readonly ReceiverState[]> => {
  const rows = new Map((await receiverRows(db)).map((row) => [row.name, row]))
  const counts = new Map<string, Counts>((await deliveryCounts(db)).map((row) => [row.receiver, row]))
  const found: ReceiverState[] = []
  for (const { name, host } of webhooks.receivers) {
    const row = rows.get(name)
    const { waiting = 0, failed = 0, last = null } = counts.get(name) ?? {}
    found.push({
      name,
      host,
      events: EVENT_NAMES.filter((event) => row?.events.includes(event)),
      paused: row?.paused ?? false,
      waiting,
      failed,
      lastDeliveredAt: last?.toISOString() ?? null,
      deliveries: (await latestDeliveries(db, name, SHOWN)).map(shown),
    })
  }
  return found
})

/** Whether every receiver has been told. */
export const webhookHealth: View<typeof Nothing, readonly Condition[]> = view('webhook.health', ADMINISTRATOR, Nothing, async (look) => {
  const named = look.webhooks.receivers.map(({ name }) => name)
  if (named.length === 0) return []
  const counts = (await deliveryCounts(look.db)).filter(({ receiver }) => named.includes(receiver))
  const failed = counts.reduce((sum, each) => sum + each.failed, 0)
  const value =
    failed === 0
      ? { zh: `${named.length} 个接收方，没有投递失败`, en: `${named.length} receivers, nothing failed` }
      : { zh: `${failed} 次投递失败`, en: `${failed} deliveries failed` }
  return [{ name: { zh: '事件推送', en: 'Webhooks' }, value, isWell: failed === 0 }]
})
