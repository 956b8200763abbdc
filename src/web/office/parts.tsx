/** The pages of the department's room. */
import type { Text } from '../../core/messages.ts'
import { PartsNav, type Place } from '../parts/places.tsx'

export const PLACES: readonly Place[] = [
  ['/office/corrections', { zh: '事实更正', en: 'Corrections' }, { zh: '初审、决定', en: 'review and decide' }],
  ['/office/tasks', { zh: '任务', en: 'Tasks' }, { zh: '签收、报告、申请延期', en: 'sign for, report on, ask for more time' }],
  ['/office/projects', { zh: '重点项目', en: 'Key projects' }, { zh: '报告到了哪个阶段', en: 'report the stages they reach' }],
  ['/board/readings/mine', { zh: '数据报送', en: 'Readings' }, { zh: '应报的、报过的、被退回的', en: 'due, entered, returned' }],
  [
    '/office/enterprises',
    { zh: '企业名录', en: 'Enterprises' },
    { zh: '登记的事实、能得的补助', en: 'what registers know, what they can get' },
  ],
]

const PARTS: Text = { zh: '部门工作台的各页', en: 'Pages of the department desk' }

/** Stands above every list of the room. */
export const OfficeParts = () => <PartsNav label={PARTS} home="/office" places={PLACES} />
