import type { Module } from '../../kernel/module.ts'
import { messages } from './messages.ts'
import { routes } from './routes.ts'

export * from './contract.ts'
export { type ProposalPage, type ProposedMeasure, proposalPage } from './proposal-views.ts'
export { CELL_CHANGES, type CellChange, cellChangeOf, type Law, type Side, standingIn, whyChanged } from './rules/cell-change.ts'
export { arrowWords, changeWords, partWords, valueWords } from './rules/change-words.ts'
export { considered, decisionOf, judgementKeys } from './rules/check.ts'
export { planWith, rowExplained } from './rules/explain-row.ts'
export { type Groups, groupsOf } from './rules/groups.ts'
export type { LawSection } from './rules/law.ts'
export { pastedFacts } from './rules/pasted-facts.ts'
export { fenIn } from './rules/questions.ts'
export { type Asked, openedFacts, receiptOf, receiptText } from './rules/receipt.ts'
export { lineOf, type Row, type RowPart, rowIn } from './rules/row.ts'
export type { Standing } from './rules/scope.ts'
export { nameText } from './rules/speak.ts'
export type { AmountStep } from './rules/steps.ts'
export { sensibleDay, stateOn } from './rules/summary.ts'
export { openedFrom, type Verification, verify, verifyForm } from './rules/verify.ts'
export { measureChanges, type ValueChange, valueChanges } from './rules/versions.ts'
export { measureDifference, measureVersions } from './version-views.ts'
export {
  currentPack,
  decideFacts,
  decideWithReceipt,
  explainRow,
  facts,
  here,
  type MeasurePage,
  measurePage,
  measures,
  rulesForBrowser,
  verifyReceipt,
} from './views.ts'

export const measure: Module = { name: 'measure', uses: ['edition'], migrations: [], messages, routes }
