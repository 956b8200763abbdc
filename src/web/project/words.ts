/** Words of the pages about key projects. */
import type { Text } from '../../core/messages.ts'
import type { ProjectDone, WhyNot } from '../../modules/project/index.ts'
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

export const WHY_WORDS: Readonly<Record<WhyNot, Text>> = {
  'not-reached': { zh: '还没有达到这个阶段', en: 'has not reached the stage' },
  'not-confirmed': { zh: '已报告，还没有第二人确认', en: 'reported, and not confirmed by a second person yet' },
  'no-evidence': { zh: '没有可以打开的佐证', en: 'no evidence that may be opened' },
  'other-year': { zh: '在另一年达到', en: 'reached it in another year' },
  merged: { zh: '已并入另一个项目，只算一个', en: 'part of another project; both count once' },
}

export const KIND_WORDS: Readonly<Record<ProjectDone['kind'], Text>> = {
  lead: { zh: '确定牵头部门', en: 'Lead named' },
  reach: { zh: '报告阶段', en: 'Stage reported' },
  confirm: { zh: '确认', en: 'Confirmed' },
  return: { zh: '退回', en: 'Sent back' },
  merge: { zh: '并入', en: 'Merged into' },
}
