import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { BulletinEntry } from './contract.ts'
import { messages } from './messages.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'
import { bulletins, draftsWaiting } from './views.ts'

export * from './contract.ts'
export { draftBulletin } from './draft.ts'
export { issueNotice, type NoticeDraft, type NoticeEntry, type NoticePage, notice, noticeDraft, noticesOn } from './notices.ts'
export { publishBulletin } from './publish.ts'
export type { Documents } from './read.ts'
export { groupText } from './rules/body-words.ts'
export { GROUPS } from './rules/counts.ts'
export { bulletinTrail, type CountedEvent, type TaskTrail, type TrailPage, type ValueTrail } from './trail.ts'
export {
  type BulletinBoard,
  type BulletinPage,
  bulletin,
  bulletinBoard,
  bulletinData,
  bulletinDraft,
  bulletins,
  type DraftPage,
} from './views.ts'

export const bulletinModule: Module = {
  name: 'bulletin',
  uses: ['identity', 'edition', 'office', 'party', 'notification', 'plan', 'worklist'],
  migrations,
  messages,
  recorded,
  firstJobs: [{ room: 'board', view: draftsWaiting }],
  routes: [
    {
      on: 'GET /bulletins',
      run: bulletins,
      reply: Type.Array(BulletinEntry),
      summary: { zh: '已签发的通报', en: 'The bulletins that were published' },
    },
  ],
}
