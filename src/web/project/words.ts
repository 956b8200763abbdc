/** Words of the pages about key projects. */
import type { Text } from '../../core/messages.ts'
import type { ProjectDone } from '../../modules/project/index.ts'
import type { Stage } from '../../pack/pack.ts'

export const WORDS = {
  project: { zh: '项目', en: 'Project' },
  lead: { zh: '牵头部门', en: 'Lead department' },
  district: { zh: '所在区', en: 'District' },
  investment: { zh: '总投资', en: 'Investment' },
  investmentGiven: { zh: '总投资（万元）', en: 'Investment (10,000 yuan)' },
  open: { zh: '公开', en: 'Public' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '未知', en: 'not known' },
  notYet: { zh: '—', en: '—' },
  part: { zh: '已并入 ', en: 'part of ' },
  number: { zh: '编号', en: 'Number' },
  name: { zh: '项目名称', en: 'Name in Chinese' },
  nameEnglish: { zh: '英文名称', en: 'Name in English' },
  stage: { zh: '阶段', en: 'Stage' },
  day: { zh: '日期', en: 'Day' },
  evidence: { zh: '佐证', en: 'Evidence' },
  files: { zh: '{count} 份材料', en: '{count} files' },
} as const

export const STAGE_WORDS: Readonly<Record<Stage, Text>> = {
  signed: { zh: '签约', en: 'signed' },
  started: { zh: '开工', en: 'started' },
  operating: { zh: '投产（投用）', en: 'operating' },
}

export const KIND_WORDS: Readonly<Record<ProjectDone['kind'], Text>> = {
  lead: { zh: '确定牵头部门', en: 'Lead named' },
  reach: { zh: '报告阶段', en: 'Stage reported' },
  confirm: { zh: '确认', en: 'Confirmed' },
  return: { zh: '退回', en: 'Sent back' },
  merge: { zh: '并入', en: 'Merged into' },
}
