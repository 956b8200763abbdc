/** The part of this module that also runs in a reader's browser: rules, which are pure, and types. */
export type { Enterprise } from './contract.ts'
export { demoUscc } from './rules/uscc.ts'
