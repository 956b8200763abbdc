import type { Module } from '../../kernel/module.ts'
import { runsWaiting } from './kept-runs.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'

export { type Begun, beginRun, forgetRun, keepRun, type RunWork } from './actions.ts'
export * from './contract.ts'
export { decideInside, type Inside, insideOf, keepInside, type Question } from './inside.ts'
export { type RunDifference, type RunEntry, type RunPage, runCsv, runDifference, runPage, runs } from './kept-runs.ts'
export { GRANTS_IN } from './queries.ts'
export { fillTable, readTable, type TableSize } from './table.ts'

export const run: Module = {
  name: 'run',
  uses: [],
  migrations,
  messages,
  recorded,
  routes: [],
  firstJobs: [{ room: 'finance', view: runsWaiting }],
}
