import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { CalendarYear, calendarYear } from './calendar.ts'
import { Edition } from './contract.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'
import { editions, proposalsWaiting } from './views.ts'

export { publish, refuseFindings } from './actions.ts'
export { type ArrangedYear, arrangedYears, type CalendarYear, calendarYear } from './calendar.ts'
export * from './contract.ts'
export { packInService, packPublished } from './packs.ts'
export { compareAgain, propose, proposeRollBack, publishProposal, withdrawProposal } from './proposals.ts'
export { type FileDifference, fileDifferences } from './rules.ts'
export {
  editions,
  fileInEditions,
  hashInService,
  isPeoples,
  KEEPERS,
  packOfEdition,
  proposal,
  proposals,
  proposalWithPack,
  proposedTexts,
} from './views.ts'

export const edition: Module = {
  name: 'edition',
  uses: ['identity'],
  migrations,
  messages,
  recorded,
  firstJobs: [{ room: 'admin/packs', view: proposalsWaiting }],
  routes: [
    {
      on: 'GET /packs',
      run: editions,
      reply: Type.Array(Edition),
      summary: { zh: '已发布的包，以及何时在用', en: 'Published packs, and when each was in force' },
    },
    {
      on: 'GET /calendar/:year',
      run: calendarYear,
      reply: CalendarYear,
      summary: { zh: '一年的放假和调休上班日', en: 'Holidays of a year and the weekends worked for them' },
    },
  ],
}
