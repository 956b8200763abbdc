/** Words of the pages about tasks of the year, and what a lamp says. */
import type { Text } from '../../core/messages.ts'
import { lampText, type TaskEntry } from '../../modules/worklist/index.ts'

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
  files: { zh: '{count} 份佐证', en: 'files: {count}' },
  all: { zh: '共', en: 'All' },
  closed: { zh: '已销号', en: 'Closed' },
  green: { zh: '绿灯', en: 'Green' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  red: { zh: '红灯', en: 'Red' },
  unassigned: { zh: '未交办', en: 'Not assigned' },
  total: { zh: '合计', en: 'Total' },
  years: { zh: '年份', en: 'Years' },
} as const

const SHAPES: Readonly<Record<NonNullable<TaskEntry['lamp']>, string>> = { green: 'on-track', yellow: 'accelerate', red: 'missed' }

/** A lamp's shape and its word. */
export const lampOf = (lamp: TaskEntry['lamp']) => ({ shape: lamp === null ? 'not-assessable' : SHAPES[lamp], text: lampText(lamp) })

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
