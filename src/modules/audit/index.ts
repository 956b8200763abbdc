import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { checkpoint } from './actions.ts'
import { CheckpointReply } from './contract.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { checkpoints, recordHealth } from './views.ts'
import { recordWaiting } from './waiting.ts'

export { checkpoint, eraseEvent, exportWith, listEvents, openEvent, verifyRecord } from './actions.ts'
export * from './contract.ts'
export { checkpoints, dutyReport, eventList, objectHistory, recordState } from './views.ts'

export const audit: Module = {
  name: 'audit',
  uses: ['identity', 'office', 'party'],
  migrations: [],
  messages,
  recorded,
  jobs: [{ name: checkpoint.name, cron: '40 3 * * *', run: checkpoint }],
  health: recordHealth,
  firstJobs: [{ room: 'audit', view: recordWaiting }],
  routes: [
    {
      on: 'GET /evidence/checkpoints',
      run: checkpoints,
      reply: Type.Array(CheckpointReply),
      summary: { zh: '操作记录的检查点', en: 'Checkpoints of the record' },
    },
  ],
}
