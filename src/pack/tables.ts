/** The tables of a pack and their columns: what `datapackage.json` declares, what the reader wants, what `docs/pack.md` shows. */

export type ColumnKind =
  | 'id'
  | 'text'
  | 'list'
  | 'address'
  | 'number'
  | 'decimal'
  | 'yes-no'
  | 'day'
  | 'date'
  | 'period'
  | 'in-force'
  | { readonly choice: readonly string[] }
  | { readonly one: TableName }
  | { readonly many: TableName }
export type Column = { readonly name: string; readonly kind: ColumnKind; readonly required: boolean; readonly means: string }
export type TableName =
  | 'sources'
  | 'documents'
  | 'departments'
  | 'districts'
  | 'tasks'
  | 'indicators'
  | 'targets'
  | 'readings'
  | 'goals'
  | 'facts'

const must = (name: string, kind: ColumnKind, means: string): Column => ({ name, kind, required: true, means })
const may = (name: string, kind: ColumnKind, means: string): Column => ({ name, kind, required: false, means })
const choice = (...values: string[]): ColumnKind => ({ choice: values })

const source = must('source', { one: 'sources' }, 'where it is known from')

export const tables: Readonly<Record<TableName, readonly Column[]>> = {
  sources: [
    must('id', 'id', 'short stable name'),
    must('title', 'text', 'title as published'),
    may('publisher', 'text', 'who published it; empty: not known'),
    may('date', 'date', '2022-05-10, 2022-05 or 2022; empty: not known'),
    may('address', 'address', 'web address; empty: none found'),
    must('linkable', 'yes-no', 'no: a copy on a re-used domain, named but not linked'),
    must('confidence', choice('A', 'B', 'C'), 'A official text, B reputable report, C to be verified'),
    may('note', 'text', 'anything a reader should know'),
  ],
  documents: [
    must('id', 'id', 'short stable name'),
    must('kind', choice('plan', 'policy', 'work-list', 'rule', 'notice', 'draft', 'report'), 'what kind of document'),
    must('title', 'text', 'title in Chinese'),
    must('title_en', 'text', 'title in English'),
    may('number', 'text', 'document number (文号)'),
    may('issuer', 'text', 'who issued it'),
    may('issued', 'date', 'when'),
    may('in_force', 'in-force', 'from..to'),
    may('supersedes', { one: 'documents' }, 'the document it replaces'),
    must('status', choice('in-force', 'expired', 'draft', 'unknown'), 'as far as is known'),
    may('note', 'text', 'remark in Chinese'),
    may('note_en', 'text', 'remark in English'),
    must('sources', { many: 'sources' }, 'where it is known from, separated by |'),
  ],
  departments: [must('name', 'text', 'name in Chinese'), must('name_en', 'text', 'name in English'), may('note', 'text', 'remark')],
  districts: [
    must('code', 'text', 'administrative code (GB/T 2260), or one of the pack’s own'),
    must('name', 'text', 'name in Chinese'),
    must('name_en', 'text', 'name in English'),
    must('kind', choice('city', 'district', 'zone', 'province'), 'what it is'),
    must('own_code', 'yes-no', 'yes: the code is the pack’s own'),
    may('source', { one: 'sources' }, 'where it is known from'),
  ],
  tasks: [
    must('id', 'id', 'short stable name'),
    may('parent', { one: 'tasks' }, 'the task it belongs to'),
    must('kind', choice('goal', 'task', 'project', 'item', 'category'), 'key task, project, sub-task or item of a year’s list'),
    must('title', 'text', 'title in Chinese'),
    must('title_en', 'text', 'title in English'),
    may('content', 'text', 'what is to be done, in Chinese'),
    may('content_en', 'text', 'the same in English'),
    must('document', { one: 'documents' }, 'where it is promised'),
    may('year', 'number', 'the year of a work list'),
    may('lead', 'text', 'who leads; empty: not known'),
    source,
  ],
  indicators: [
    must('id', 'id', 'short stable name'),
    must('name', 'text', 'name in Chinese'),
    must('name_en', 'text', 'name in English'),
    must('unit', 'text', 'unit in Chinese'),
    must('unit_en', 'text', 'unit in English'),
    must('kind', choice('level', 'ratio', 'count', 'growth'), 'what kind of number'),
    must('direction', choice('up', 'down'), 'which way is better'),
    may('min', 'decimal', 'the least it can be'),
    may('max', 'decimal', 'the most it can be'),
    must('origin', choice('operations', 'statistics', 'declared'), 'who counts it'),
    must('definition', 'text', 'definition in Chinese, and whose it is'),
    must('definition_en', 'text', 'the same in English'),
    may('tasks', { many: 'tasks' }, 'the tasks it measures, separated by |'),
    may('related', { many: 'indicators' }, 'indicators of another scope that a reader may want to see beside it'),
  ],
  targets: [
    must('indicator', { one: 'indicators' }, 'what is promised'),
    must('period', 'period', 'for when: a year, a month, a day'),
    must('comparator', choice('>', '>=', '≈', '<=', '<'), '超过 is >, 以上 and 达到 are >='),
    must('value', 'decimal', 'in the unit of the indicator'),
    may('baseline_period', 'period', 'the year the target starts from; empty: not known'),
    may('baseline_value', 'decimal', 'its value'),
    may('path', choice('linear', 'growth', 'logit', 'milestones'), 'the path, where it is set'),
    may('document', { one: 'documents' }, 'where it is promised'),
    must('kind', choice('plan', 'annual', 'later'), 'target of the plan, goal of a year, or set later'),
    may('note', 'text', 'remark'),
    source,
  ],
  readings: [
    must('indicator', { one: 'indicators' }, 'what was counted'),
    must('series', 'text', 'scope (口径): values of different series are never put on one line'),
    must('period', 'period', '2024, 2024-09, 2024-07-09, 2025-Q1, 2024-01/2024-09'),
    must('value', 'decimal', 'the value reported'),
    must('unit', 'text', 'its unit, that of the indicator'),
    must('precision', choice('exact', 'over', 'about'), 'over: 突破, 超过; about: 约, 可达'),
    may('published', 'day', 'the day it became public; empty: not known'),
    may('note', 'text', 'remark'),
    source,
  ],
  goals: [
    must('id', 'id', 'short stable name'),
    must('year', 'number', 'for when'),
    must('text', 'text', 'the goal in words, in Chinese'),
    must('text_en', 'text', 'the same in English'),
    must('document', { one: 'documents' }, 'where it is promised'),
    source,
  ],
  facts: [
    must('name', 'text', 'name in Chinese, without spaces: the word rules use'),
    must('label_en', 'text', 'name in English'),
    must('type', choice('text', 'enum', 'integer', 'number', 'percent', 'money', 'date', 'yes-no'), 'what kind of value'),
    may('unit', 'text', 'unit of integer and number'),
    may('values', 'list', 'choices of an enum, separated by |'),
    may('values_en', 'list', 'the same in English, in the same order'),
    may('min', 'decimal', 'the least it can be, where that is not 0'),
    may('max', 'decimal', 'the most it can be'),
    must('question_zh', 'text', 'one question that a clerk understands'),
    must('question_en', 'text', 'the same in English'),
    may('registry', 'text', 'the public register that knows it'),
    must('changeable', 'yes-no', 'whether an enterprise can change it by its own doing'),
    may('period', choice('year'), 'year: a yearly fact that can be looked back on'),
    may('competition', choice('registration', 'tax', 'statistics'), 'what a fair-competition review asks about'),
  ],
}
/**
 * The columns that tell a row from all others; the first column of the first key is the name by which other tables refer to the row.
 * Targets have no such key: `check/tables.ts` says when two of them contradict each other.
 */
export const keys: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
  sources: [['id']],
  documents: [['id']],
  departments: [['name']],
  districts: [['name'], ['code']],
  tasks: [['id']],
  indicators: [['id']],
  targets: [],
  readings: [['indicator', 'series', 'period', 'source']],
  goals: [['id']],
  facts: [['name']],
}
export const tableNames = Object.keys(tables) as readonly TableName[]
