/** States, lamps and what is owed, in words. */
import type { Text } from '../../../core/messages.ts'
import type { Lamp } from './lamp.ts'
import { isQuarter } from './quarters.ts'
import type { TaskState } from './task.ts'

const STATES: Readonly<Record<TaskState, Text>> = {
  unassigned: { zh: '未交办', en: 'not assigned' },
  assigned: { zh: '待签收', en: 'to be signed for' },
  underway: { zh: '办理中', en: 'under way' },
  done: { zh: '报告完成，待审核', en: 'reported done, to be looked at' },
  returned: { zh: '已退回，待重报', en: 'sent back' },
  reviewed: { zh: '已审核，待销号', en: 'accepted, to be closed' },
  closed: { zh: '已销号', en: 'closed' },
}
export const stateText = (state: string): Text => (STATES as Readonly<Record<string, Text>>)[state] ?? { zh: state, en: state }

const LAMPS: Readonly<Record<Lamp, Text>> = {
  green: { zh: '绿灯', en: 'green' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
}
export const lampText = (lamp: Lamp | null): Text => (lamp === null ? { zh: '未纳入督办', en: 'not supervised' } : LAMPS[lamp])

const OWED: Readonly<Record<string, Text>> = {
  task: { zh: '整项任务', en: 'the whole task' },
  quarter: { zh: '季度报告', en: 'report of' },
  milestone: { zh: '节点', en: 'milestone' },
}
/** What is owed: `季度报告 2026-Q3`. */
export const owedText = ({ key, kind }: { readonly key: string; readonly kind: string }): Text => {
  const rest = kind === 'task' ? '' : ` ${isQuarter(key) ? key : key.replace('milestone ', '')}`
  const words = OWED[kind] ?? { zh: kind, en: kind }
  return { zh: `${words.zh}${rest}`, en: `${words.en}${rest}` }
}
