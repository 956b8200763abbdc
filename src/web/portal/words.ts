import type { Text } from '../../core/messages.ts'

export { gradeWords, inForceText, relationWords, serviceWords, supportWords } from '../../core/rule/front-words.ts'

/** How a measure stands on a day. */
export const stateWords: Readonly<Record<string, Text>> = {
  'in-force': { zh: '有效', en: 'in force' },
  expired: { zh: '已到期', en: 'expired' },
  future: { zh: '尚未生效', en: 'not yet in force' },
  unknown: { zh: '有效期未查到', en: 'validity unknown' },
  draft: { zh: '征求意见稿', en: 'draft' },
}
