import type { Module } from '../../kernel/module.ts'
import { messages } from './messages.ts'
import { routes } from './routes.ts'

export * from './contract.ts'
export { sensibleDay, stateOn } from './rules/summary.ts'
export { currentPack, decideFacts, facts, type MeasurePage, measurePage, measures } from './views.ts'

export const measure: Module = { name: 'measure', uses: ['edition'], migrations: [], messages, routes }
