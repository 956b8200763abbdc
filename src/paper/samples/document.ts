/** An official document for tests, with everything on it that there can be. */
import type { OfficialDocument, OfficialTable } from '../../core/official-document.ts'

export const table = (rows: number): OfficialTable => ({
  kind: 'table',
  caption: '逾期任务',
  columns: [
    { title: '序号', align: 'right' },
    { title: '任务名称', align: 'left' },
    { title: '牵头单位', align: 'left' },
    { title: '完成率', align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, index) => [String(index + 1), '按季度报送重点项目的进展情况', '示例市发展和改革委员会', '87.5%']),
})

export const sample: OfficialDocument = {
  language: 'zh',
  head: '示例市发展和改革委员会文件',
  number: '示发改〔2026〕12号',
  title: '关于2026年第一季度工作清单进展情况的通报',
  to: '各区人民政府，各有关部门',
  body: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '截至2026年3月31日，工作清单共列入任务42项，按期推进36项。' },
    { kind: 'heading', level: 2, text: '（一）逾期的任务' },
    { kind: 'heading', level: 3, text: '1. 名单' },
    table(3),
    { kind: 'paragraph', text: '请各牵头单位对照本通报尽快补报。' },
  ],
  annexes: ['进展情况表', '亮灯规则'],
  issuer: '示例市发展和改革委员会',
  day: '2026-04-10',
  copies: ['市委办公室', '市人大常委会办公室'],
  notice: '本文件中的数据是合成的，不是真实情况。',
}

export const english: OfficialDocument = {
  ...sample,
  language: 'en',
  head: 'Development Commission',
  number: null,
  title: 'On the progress of the tasks of 2026 (first quarter)',
  to: 'To all districts',
  body: [
    { kind: 'heading', level: 1, text: 'I. As a whole' },
    { kind: 'paragraph', text: 'Of 42 tasks 36 are on their way.' },
  ],
  annexes: ['Table of tasks'],
  issuer: 'Development Commission',
  copies: [],
  notice: 'The data of this document are synthetic.',
}
