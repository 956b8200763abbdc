/** The part of this module that also runs in a reader's browser: rules, which are pure, and types. */
export type { Decision, Explained, Question, Receipt, ReceiptFact, Result, Verified } from './contract.ts'
export { considered, decisionOf, judgementKeys, resultOf } from './rules/check.ts'
export { type CheckUp, checkUp, type Typed } from './rules/check-up.ts'
export { type Groups, groupsOf } from './rules/groups.ts'
export { type Asked, openedFacts, receiptOf, receiptText } from './rules/receipt.ts'
export type { Standing } from './rules/scope.ts'
export { type AmountStep, stepsOf } from './rules/steps.ts'
