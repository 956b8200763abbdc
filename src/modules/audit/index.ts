import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { CheckpointReply } from './contract.ts'
import { messages } from './messages.ts'
import { checkpoints } from './views.ts'

export { checkpointWith, eraseEvent, exportWith, listEvents, openEvent, verifyRecord } from './actions.ts'
export * from './contract.ts'
export { checkpoints, dutyReport, eventList, type Names, objectHistory, recordState } from './views.ts'

export const audit: Module = {
  name: 'audit',
  uses: ['identity'],
  migrations: [],
  messages,
  routes: [
    {
      on: 'GET /evidence/checkpoints',
      run: checkpoints,
      reply: Type.Array(CheckpointReply),
      summary: { zh: '操作记录的检查点', en: 'Checkpoints of the record' },
    },
  ],
}
