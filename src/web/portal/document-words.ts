/** Words that the pages of documents share. */
export const kindWords = {
  plan: { zh: '规划', en: 'plan' },
  policy: { zh: '政策', en: 'policy' },
  'work-list': { zh: '工作清单', en: 'work list' },
  rule: { zh: '实施办法', en: 'implementing rule' },
  notice: { zh: '通知', en: 'notice' },
  draft: { zh: '征求意见稿', en: 'draft' },
  report: { zh: '报告', en: 'report' },
} as const

export const statusWords = {
  'in-force': { zh: '有效', en: 'in force' },
  expired: { zh: '已过期', en: 'expired' },
  draft: { zh: '征求意见', en: 'open for comment' },
  unknown: { zh: '效力未查到', en: 'validity not found' },
} as const
