import type { Module } from '../../kernel/module.ts'
import { deliver } from './deliver.ts'
import { jobs } from './manage.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'
import { hearing } from './take.ts'
import { webhookHealth } from './views.ts'

export * from './contract.ts'
export { chooseEvents, pauseReceiver, sendAgain, testReceiver } from './manage.ts'
export { EVENT_NAMES, EVENTS, type EventName } from './rules/events.ts'
export { receivers } from './views.ts'

export const webhook: Module = {
  name: 'webhook',
  uses: ['plan', 'worklist', 'bulletin'],
  migrations,
  messages,
  recorded,
  routes: [],
  hears: { ...hearing, 'webhook.delivery-due': deliver },
  jobs,
  health: webhookHealth,
}
