import type { Module } from '../../kernel/module.ts'
import { deliver, tellOfAccount, tellOfCorrection, tellOfDue } from './deliver.ts'
import { messages } from './messages.ts'
import { noticesUnread } from './mine.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'

export * from './contract.ts'
export { mayStillRead, notify } from './deliver.ts'
export { chooseNotices, myNotices, readAllNotices, readNotice, unreadCount } from './mine.ts'
export { KINDS, type KindName, kindNames } from './rules/kinds.ts'
export { unsubscribe, unsubscribing } from './unsubscribe.ts'

export const notification: Module = {
  name: 'notification',
  uses: ['identity', 'party'],
  migrations,
  messages,
  recorded,
  hears: {
    'notification.wanted': deliver,
    'identity.account-changed': tellOfAccount,
    'party.correction-moved': tellOfCorrection,
    'party.due-moved': tellOfDue,
  },
  firstJobs: [{ room: 'office', view: noticesUnread }],
  routes: [],
}
