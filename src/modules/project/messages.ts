import { catalogue, fill, type Params } from '../../core/messages.ts'
import { type FieldProblem, failing, failingAt } from '../../kernel/failure.ts'

export const messages = catalogue({
  'project.unknown': {
    kind: 'unknown',
    zh: '没有这个项目，或者它不归您的部门牵头。',
    en: 'There is no such project, or your department does not lead it.',
  },
  'project.merged': { kind: 'conflict', zh: '这个项目已经并入另一个项目。', en: 'This project has become part of another.' },
  'project.report-open': {
    kind: 'conflict',
    zh: '上一份阶段报告还没有确认，请等待结果。',
    en: 'The last report of a stage has not been answered yet; wait for its result.',
  },
  'project.no-report': {
    kind: 'conflict',
    zh: '没有待确认的报告，可能刚刚有人确认过。',
    en: 'No report waits to be confirmed; somebody may just have done it.',
  },
  'project.fields': { kind: 'invalid', zh: '有 {count} 处需要改正。', en: 'Places to mend: {count}.' },
  'project.text-missing': { kind: 'invalid', zh: '请写明内容。', en: 'Say what it is.' },
  'project.number-given': { kind: 'invalid', zh: '编号“{number}”已经用过。', en: 'The number "{number}" is given already.' },
  'project.department-unknown': { kind: 'invalid', zh: '请选择一个在用的部门。', en: 'Choose a department that is open.' },
  'project.district-unknown': { kind: 'invalid', zh: '请从清单中选择所在区。', en: 'Choose a district of the list.' },
  'project.investment': {
    kind: 'invalid',
    zh: '请写万元数，如 1200 或 0.5；不知道就空着。',
    en: 'Give 10,000 yuan as 1200 or 0.5; leave it empty where it is not known.',
  },
  'project.stage': { kind: 'invalid', zh: '请选择签约、开工或投产。', en: 'Choose signed, started or operating.' },
  'project.day': { kind: 'invalid', zh: '请写已经过去的日期，如 2026-06-30。', en: 'Give a day that has passed, such as 2026-06-30.' },
  'project.day-order': {
    kind: 'invalid',
    zh: '先签约、再开工、再投产：这一天与已知的日期不符。',
    en: 'A project is signed, then started, then operates: this day does not fit the days that are known.',
  },
  'project.no-evidence': { kind: 'invalid', zh: '请附佐证材料，没有佐证的不计数。', en: 'Add evidence; without it nothing is counted.' },
  'project.merge-circle': {
    kind: 'invalid',
    zh: '请选择另一个没有并入本项目的项目。',
    en: 'Choose another project, one that is not part of this one.',
  },
  'project.list-wrong': {
    kind: 'refused',
    zh: '清单有 {count} 处不对，一个也没有导入。请改好后重新上传。',
    en: 'Nothing was imported. Places to mend before uploading again: {count}.',
  },
  'project.evidence-unknown': {
    kind: 'unknown',
    zh: '没有这份材料，或者它不在您可以看到的范围内。',
    en: 'There is no such file, or not within what you may see.',
  },
  'project.evidence-held': {
    kind: 'refused',
    zh: '材料尚未通过病毒扫描（{scan}），暂不能下载。',
    en: 'The file has not passed the virus scan ({scan}) and cannot be downloaded.',
  },
  'project.year': { kind: 'invalid', zh: '请写年份，如 2026。', en: 'Give a year, such as 2026.' },
})
export const fail = failing(messages)
export const failAt = failingAt(messages)

/** What is wrong in one field of a form. */
export const wrongField = <Code extends keyof typeof messages>(
  field: string,
  code: Code,
  params: Params<(typeof messages)[Code]['zh']>,
): FieldProblem => ({ field, code, message: { zh: fill(messages[code].zh, params), en: fill(messages[code].en, params) } })
