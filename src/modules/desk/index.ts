import type { Module } from '../../kernel/module.ts'
import { checkUpsOutdated } from './home.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'

export { type CheckUp, type CheckUpPage, checkUp, checkUps, removeCheckUp, saveCheckUp } from './check-ups.ts'
export * from './contract.ts'
export { type Bundle, exportEverything } from './export.ts'
export { checkUpsOutdated, type DeskHome, deskHome } from './home.ts'
export { decideAndKeep, type KeptReceipt, keepReceipt, receiptFiles, receipts } from './receipts.ts'

export const desk: Module = {
  name: 'desk',
  uses: ['edition', 'party', 'measure'],
  migrations,
  messages,
  recorded,
  routes: [],
  firstJobs: [{ room: 'desk', view: checkUpsOutdated }],
}
