/** Words of the pages about tasks of the year, and what a lamp says. */
import type { Text } from '../../core/messages.ts'
import type { TaskEntry } from '../../modules/worklist/index.ts'

export const WORDS = {
  number: { zh: '编号', en: 'No.' },
  task: { zh: '任务', en: 'Task' },
  category: { zh: '类别', en: 'Category' },
  lead: { zh: '牵头单位', en: 'Lead department' },
  due: { zh: '完成时限', en: 'Due' },
  lamp: { zh: '亮灯', en: 'Lamp' },
  state: { zh: '状态', en: 'State' },
  last: { zh: '最近报告', en: 'Last report' },
  none: { zh: '没有', en: 'none' },
  unknown: { zh: '未查到', en: 'not known' },
  named: { zh: '公开文本写明：', en: 'The public text names: ' },
  files: { zh: '份佐证', en: 'files' },
  all: { zh: '共', en: 'All' },
  closed: { zh: '已销号', en: 'Closed' },
  green: { zh: '绿灯', en: 'Green' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  red: { zh: '红灯', en: 'Red' },
  unassigned: { zh: '未交办', en: 'Not assigned' },
  total: { zh: '合计', en: 'Total' },
  years: { zh: '年份', en: 'Years' },
} as const

const LAMPS: Readonly<Record<NonNullable<TaskEntry['lamp']>, { readonly shape: string; readonly text: Text }>> = {
  green: { shape: 'on-track', text: { zh: '绿灯', en: 'green' } },
  yellow: { shape: 'accelerate', text: { zh: '黄灯', en: 'yellow' } },
  red: { shape: 'missed', text: { zh: '红灯', en: 'red' } },
}
const NO_LAMP = { shape: 'not-assessable', text: { zh: '未纳入督办', en: 'not supervised' } }

/** A lamp's shape and its word. */
export const lampOf = (lamp: TaskEntry['lamp']) => (lamp === null ? NO_LAMP : LAMPS[lamp])

const STATES: Readonly<Record<string, Text>> = {
  unassigned: { zh: '未交办', en: 'not assigned' },
  assigned: { zh: '待签收', en: 'to be signed for' },
  underway: { zh: '办理中', en: 'under way' },
  done: { zh: '报告完成，待审核', en: 'reported done, to be looked at' },
  returned: { zh: '已退回，待重报', en: 'sent back' },
  reviewed: { zh: '已审核，待销号', en: 'accepted, to be closed' },
  closed: { zh: '已销号', en: 'closed' },
}
export const stateText = (state: string): Text => STATES[state] ?? { zh: state, en: state }

const KINDS: Readonly<Record<string, Text>> = {
  assign: { zh: '交办', en: 'Assigned' },
  sign: { zh: '签收', en: 'Signed for' },
  report: { zh: '报告', en: 'Reported' },
  return: { zh: '退回', en: 'Sent back' },
  review: { zh: '审核通过', en: 'Accepted' },
  close: { zh: '销号', en: 'Closed' },
  remind: { zh: '提醒', en: 'Reminded' },
  'ask-extension': { zh: '申请延期', en: 'More time asked for' },
  extend: { zh: '同意延期', en: 'More time given' },
  'refuse-extension': { zh: '不同意延期', en: 'More time refused' },
}
export const kindText = (kind: string): Text => KINDS[kind] ?? { zh: kind, en: kind }

const OWED: Readonly<Record<string, Text>> = {
  task: { zh: '整项任务', en: 'the whole task' },
  quarter: { zh: '季度报告', en: 'report of' },
  milestone: { zh: '节点', en: 'milestone' },
}
/** What is owed, in words: `季度报告 2026-Q3`. */
export const owedText = ({ key, kind }: { readonly key: string; readonly kind: string }): Text => {
  const rest = kind === 'task' ? '' : ` ${kind === 'milestone' ? key.replace('milestone ', '') : key}`
  const words = OWED[kind] ?? { zh: kind, en: kind }
  return { zh: `${words.zh}${rest}`, en: `${words.en}${rest}` }
}
