import type { Module } from '../../kernel/module.ts'
import { messages } from './messages.ts'
import { routes } from './views.ts'

export { type Assessment, assess, assessAll, METHOD_VERSION, publishedOn, readingsAsOf } from './rules/assess.ts'
export type { Category } from './rules/status.ts'
export { categoryText, measured, periodText, probabilityText, promised, reasonText, sentenceOf, summaryOf } from './rules/words.ts'
export { type IndicatorPage, indicatorPage, overview, type PlanOverview } from './views.ts'

export const plan: Module = { name: 'plan', uses: ['edition'], migrations: [], messages, routes }
