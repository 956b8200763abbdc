/** Words that the pages of the planning board share. */
import type { Text } from '../../core/messages.ts'
import type { ChangeKind } from '../../modules/plan/index.ts'
import type { TaskChangeKind } from '../../modules/worklist/index.ts'

export const BOARD = {
  parts: { zh: '看板的页面', en: 'Pages of the board' },
  wall: { zh: '目标', en: 'Targets' },
  agenda: { zh: '议程', en: 'Agenda' },
  brief: { zh: '一页简报', en: 'One-page brief' },
  screen: { zh: '会议大屏', en: 'For the screen' },
  tree: { zh: '按单位', en: 'By department' },
  tasks: { zh: '年度任务', en: 'Tasks' },
  projects: { zh: '重点项目', en: 'Key projects' },
  readings: { zh: '数据报送', en: 'Readings' },
  computations: { zh: '按记录计算', en: 'Counted here' },
  bulletins: { zh: '通报', en: 'Bulletins' },
  since: { zh: '从哪一天以来', en: 'Since which day' },
  lastMeeting: { zh: '上次会议在哪一天', en: 'The day of the last meeting' },
  show: { zh: '查看', en: 'Show' },
  red: { zh: '转红', en: 'turned red' },
  changed: { zh: '{since} 以来的变化', en: 'What has changed since {since}' },
  unchanged: { zh: '没有变化。', en: 'Nothing has changed.' },
} as const

export const changeText: Readonly<Record<ChangeKind, Text>> = {
  set: { zh: '新定的目标', en: 'a new target' },
  replaced: { zh: '被后来的目标取代', en: 'replaced by a later target' },
  verdict: { zh: '状态变了', en: 'judged otherwise' },
  value: { zh: '有了新数据', en: 'a new value' },
}

export const taskChangeText: Readonly<Record<TaskChangeKind, Text>> = {
  red: { zh: '转红', en: 'turned red' },
  yellow: { zh: '已补上，转黄', en: 'caught up, yellow now' },
  closed: { zh: '已销号', en: 'closed' },
  assigned: { zh: '交办', en: 'assigned' },
  'put-off': { zh: '改期', en: 'due on another day' },
}
