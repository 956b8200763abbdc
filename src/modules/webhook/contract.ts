import { type Static, Type } from 'typebox'
import type { EventName } from './rules/events.ts'

const Receiver = Type.String({ maxLength: 40, description: 'the name of a receiver in the settings of the machine' })

export const OfReceiver = Type.Object({ receiver: Receiver })
export const ChooseEvents = Type.Object({ receiver: Receiver, events: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 }) })
export const PauseReceiver = Type.Object({ receiver: Receiver, paused: Type.Boolean() })
export const OfDelivery = Type.Object({ delivery: Type.String({ format: 'uuid' }) })

/** A delivery is to be tried; `turn` tells one that something else has overtaken. */
export const DeliveryDue = Type.Object({ delivery: Type.String({ format: 'uuid' }), turn: Type.Integer() })
export type DeliveryDue = Static<typeof DeliveryDue> & { readonly type: 'webhook.delivery-due' }

export type DeliveryState = 'waiting' | 'delivered' | 'failed'

export type Delivery = {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly at: string
  readonly state: DeliveryState
  readonly tries: number
  /** Of the last try: what was answered, and why it was not taken. */
  readonly status: number | null
  readonly reason: string | null
  /** When it is tried next; null: not by itself. */
  readonly nextAt: string | null
}

export type ReceiverState = {
  readonly name: string
  /** The machine it is at. */
  readonly host: string
  readonly events: readonly EventName[]
  readonly paused: boolean
  readonly waiting: number
  readonly failed: number
  readonly lastDeliveredAt: string | null
  /** The latest first. */
  readonly deliveries: readonly Delivery[]
}
