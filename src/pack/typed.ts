/** Rows of the tables as the typed values of a pack. A row that comes here has passed its columns' checks, so required cells are there. */
import { exactOf, numerator } from '../core/exact.ts'
import type { FactDeclaration } from '../core/facts.ts'
import type {
  CalendarDay,
  Department,
  District,
  Goal,
  Indicator,
  KeyProject,
  PlanTask,
  PolicyDocument,
  Progress,
  Reading,
  Source,
  Target,
} from './pack.ts'
import { plannedOf } from './planned.ts'
import { listOf, type Row } from './rows.ts'

const both = (row: Row, zh: string, en: string) => ({ zh: row.text(zh)!, en: row.text(en)! })
const maybeBoth = (row: Row, zh: string, en: string) =>
  row.text(zh) === null ? null : { zh: row.text(zh)!, en: row.text(en) ?? row.text(zh)! }

export const sourceOf = (row: Row): Source => ({
  id: row.text('id')!,
  title: row.text('title')!,
  publisher: row.text('publisher'),
  date: row.text('date'),
  address: row.text('address'),
  linkable: row.text('linkable') === 'yes',
  confidence: row.text('confidence') as Source['confidence'],
  note: row.text('note'),
  place: row.place,
})
export const documentOf = (row: Row): PolicyDocument => ({
  id: row.text('id')!,
  kind: row.text('kind') as PolicyDocument['kind'],
  title: both(row, 'title', 'title_en'),
  number: row.text('number'),
  issuer: row.text('issuer'),
  issued: row.text('issued'),
  inForce: row.text('in_force'),
  supersedes: row.text('supersedes'),
  status: row.text('status') as PolicyDocument['status'],
  items: row.text('items') === null ? null : Number(row.text('items')),
  note: maybeBoth(row, 'note', 'note_en'),
  sources: listOf(row.text('sources')),
  place: row.place,
})
export const departmentOf = (row: Row): Department => ({
  name: row.text('name')!,
  label: both(row, 'name', 'name_en'),
  note: row.text('note'),
  unnamed: row.text('unnamed') === 'yes',
  place: row.place,
})
export const districtOf = (row: Row): District => ({
  code: row.text('code')!,
  name: row.text('name')!,
  label: both(row, 'name', 'name_en'),
  kind: row.text('kind') as District['kind'],
  ownCode: row.text('own_code') === 'yes',
  source: row.text('source'),
  place: row.place,
})
export const taskOf = (row: Row): PlanTask => ({
  id: row.text('id')!,
  parent: row.text('parent'),
  kind: row.text('kind') as PlanTask['kind'],
  title: both(row, 'title', 'title_en'),
  content: maybeBoth(row, 'content', 'content_en'),
  document: row.text('document')!,
  year: row.text('year') === null ? null : Number(row.text('year')),
  lead: row.text('lead'),
  due: row.text('due'),
  milestones: row.text('milestones') ?? '',
  source: row.text('source')!,
  place: row.place,
})
export const progressOf = (row: Row): Progress => ({
  task: row.text('task')!,
  day: row.text('day')!,
  kind: row.text('kind') as Progress['kind'],
  department: row.text('department'),
  due: row.text('due'),
  period: row.text('period'),
  complete: row.text('complete') === 'yes',
  milestone: row.text('milestone') === null ? null : Number(row.text('milestone')),
  note: row.text('note'),
  source: row.text('source')!,
  place: row.place,
})
export const projectOf = (row: Row): KeyProject => ({
  id: row.text('id')!,
  name: both(row, 'name', 'name_en'),
  lead: row.text('lead'),
  district: row.text('district'),
  investment: row.text('investment'),
  stages: { signed: row.text('signed'), started: row.text('started'), operating: row.text('operating') },
  mergedInto: row.text('merged_into'),
  source: row.text('source')!,
  place: row.place,
})
export const indicatorOf = (row: Row): Indicator => ({
  id: row.text('id')!,
  name: both(row, 'name', 'name_en'),
  unit: both(row, 'unit', 'unit_en'),
  kind: row.text('kind') as Indicator['kind'],
  direction: row.text('direction') as Indicator['direction'],
  min: row.text('min'),
  max: row.text('max'),
  origin: row.text('origin') as Indicator['origin'],
  definition: both(row, 'definition', 'definition_en'),
  tasks: listOf(row.text('tasks')),
  related: listOf(row.text('related')),
  due: row.text('due') === null ? null : Number(row.text('due')),
  every: row.text('every') as Indicator['every'],
  department: row.text('department'),
  query: row.text('query') as Indicator['query'],
  countedSince: row.text('counted_since'),
  ratioOf:
    row.text('numerator') && row.text('denominator') ? { numerator: row.text('numerator')!, denominator: row.text('denominator')! } : null,
  growthOf: row.text('growth_of'),
  place: row.place,
})
export const targetOf = (row: Row): Target => ({
  indicator: row.text('indicator')!,
  period: row.text('period')!,
  comparator: row.text('comparator') as Target['comparator'],
  value: row.text('value')!,
  baseline:
    row.text('baseline_period') && row.text('baseline_value')
      ? { period: row.text('baseline_period')!, value: row.text('baseline_value')! }
      : null,
  path: row.text('path') as Target['path'],
  milestones: plannedOf(row.text('milestones') ?? '') ?? [],
  document: row.text('document'),
  kind: row.text('kind') as Target['kind'],
  note: row.text('note'),
  source: row.text('source')!,
  place: row.place,
})
export const readingOf = (row: Row): Reading => ({
  indicator: row.text('indicator')!,
  series: row.text('series')!,
  period: row.text('period')!,
  value: row.text('value')!,
  unit: row.text('unit')!,
  precision: row.text('precision') as Reading['precision'],
  published: row.text('published'),
  note: row.text('note'),
  source: row.text('source')!,
  place: row.place,
})
export const calendarDayOf = (row: Row): CalendarDay => ({
  day: row.text('day')!,
  kind: row.text('kind') as CalendarDay['kind'],
  name: both(row, 'name', 'name_en'),
  year: Number(row.text('year')),
  source: row.text('source')!,
  place: row.place,
})
export const goalOf = (row: Row): Goal => ({
  id: row.text('id')!,
  year: Number(row.text('year')),
  text: both(row, 'text', 'text_en'),
  document: row.text('document')!,
  source: row.text('source')!,
  place: row.place,
})

export const factOf = (row: Row): FactDeclaration => {
  const [zh, en] = [listOf(row.text('values')), listOf(row.text('values_en'))]
  const number = (name: string) => (row.text(name) === null ? null : exactOf(row.text(name)!))
  const [list, most] = [row.text('list'), number('list_max')]
  return {
    name: row.text('name')!,
    label: both(row, 'name', 'label_en'),
    type: row.text('type') as FactDeclaration['type'],
    unit: row.text('unit'),
    values: zh.map((value, at) => ({ zh: value, en: en[at] ?? value })),
    min: number('min'),
    max: most ?? number('max'),
    question: both(row, 'question_zh', 'question_en'),
    registry: row.text('registry'),
    department: row.text('department'),
    changeable: row.text('changeable') === 'yes',
    yearly: row.text('period') === 'year',
    competition: row.text('competition') as FactDeclaration['competition'],
    list: list === null ? null : { name: list, english: row.text('list_en'), max: most === null ? null : Number(numerator(most)) },
    place: row.place,
  }
}
