/** The tables of a pack and their columns: what `datapackage.json` declares, what the reader wants, what `docs/pack.md` shows. */
import type { Text } from '../core/messages.ts'
import { QUERIES } from './pack.ts'

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
export type Column = { readonly name: string; readonly kind: ColumnKind; readonly required: boolean; readonly means: Text }
export type TableName =
  | 'sources'
  | 'documents'
  | 'departments'
  | 'districts'
  | 'tasks'
  | 'progress'
  | 'projects'
  | 'indicators'
  | 'targets'
  | 'readings'
  | 'goals'
  | 'facts'
  | 'population'
  | 'calendar'

const must = (name: string, kind: ColumnKind, zh: string, en: string): Column => ({ name, kind, required: true, means: { zh, en } })
const may = (name: string, kind: ColumnKind, zh: string, en: string): Column => ({ name, kind, required: false, means: { zh, en } })
const choice = (...values: string[]): ColumnKind => ({ choice: values })

const source = must('source', { one: 'sources' }, '来源', 'where it is known from')

export const tables: Readonly<Record<TableName, readonly Column[]>> = {
  sources: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    must('title', 'text', '发布时的标题', 'title as published'),
    may('publisher', 'text', '发布者；空为未知', 'who published it; empty: not known'),
    may('date', 'date', '2022-05-10、2022-05 或 2022；空为未知', '2022-05-10, 2022-05 or 2022; empty: not known'),
    may('address', 'address', '网址；空为未找到', 'web address; empty: none found'),
    must('linkable', 'yes-no', 'no：改作他用的域名上的副本，列出但不作链接', 'no: a copy on a re-used domain, named but not linked'),
    must(
      'confidence',
      choice('A', 'B', 'C'),
      'A 官方文本或其全文转载，B 可靠报道，C 待核实',
      'A official text or a full copy, B reputable report, C to be verified',
    ),
    may('note', 'text', '读者应知道的事', 'anything a reader should know'),
  ],
  documents: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    must('kind', choice('plan', 'policy', 'work-list', 'rule', 'notice', 'draft', 'report'), '哪一类文件', 'what kind of document'),
    must('title', 'text', '中文标题', 'title in Chinese'),
    must('title_en', 'text', '英文标题', 'title in English'),
    may('number', 'text', '文号', 'document number'),
    may('issuer', 'text', '发布机关', 'who issued it'),
    may('issued', 'date', '发布日期', 'when'),
    may('in_force', 'in-force', '有效期，起..止', 'from..to, either end may be open'),
    may('supersedes', { one: 'documents' }, '所取代的文件', 'the document it replaces'),
    must('status', choice('in-force', 'expired', 'draft', 'unknown'), '就所知的状态', 'as far as is known'),
    may('items', 'number', '工作清单自称共有多少项任务；空为未知', 'how many tasks a work list says it has; empty: not known'),
    may('note', 'text', '中文说明', 'remark in Chinese'),
    may('note_en', 'text', '英文说明', 'remark in English'),
    must('sources', { many: 'sources' }, '来源，以 | 分隔', 'where it is known from, separated by |'),
  ],
  departments: [
    must('name', 'text', '中文名称', 'name in Chinese'),
    must('name_en', 'text', '英文名称', 'name in English'),
    may('note', 'text', '说明', 'remark'),
    may(
      'unnamed',
      'yes-no',
      'yes：文件没有写明是哪个部门，这一行只是代称',
      'yes: the texts do not say which department; the row only stands for it',
    ),
  ],
  districts: [
    must('code', 'text', '行政区划代码（GB/T 2260），或自编代码', 'administrative code (GB/T 2260), or one of the pack’s own'),
    must('name', 'text', '中文名称', 'name in Chinese'),
    must('name_en', 'text', '英文名称', 'name in English'),
    must('kind', choice('city', 'district', 'zone', 'province'), '哪一类', 'what it is'),
    must('own_code', 'yes-no', 'yes：代码是自编的', 'yes: the code is the pack’s own'),
    may('source', { one: 'sources' }, '来源', 'where it is known from'),
  ],
  tasks: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    may('parent', { one: 'tasks' }, '所属的任务', 'the task it belongs to'),
    must(
      'kind',
      choice('goal', 'task', 'project', 'item', 'category'),
      '任务、工程、子任务或年度清单事项',
      'key task, project, sub-task or item of a year’s list',
    ),
    must('title', 'text', '中文标题', 'title in Chinese'),
    must('title_en', 'text', '英文标题', 'title in English'),
    may('content', 'text', '要做什么（中文）', 'what is to be done, in Chinese'),
    may('content_en', 'text', '英文同上', 'the same in English'),
    must('document', { one: 'documents' }, '写在哪个文件', 'where it is promised'),
    may('year', 'number', '清单的年份', 'the year of a work list'),
    may('lead', 'text', '牵头单位；空为未知', 'who leads; empty: not known'),
    may('due', 'day', '年度清单事项的完成时限；空为未知', 'by when an item of a year’s list is to be done; empty: not known'),
    may('milestones', 'text', '节点，如“2026-03-31 立项；2026-06-30 上线”', 'milestones, such as “2026-03-31 approved；2026-06-30 online”'),
    source,
  ],
  progress: [
    must('task', { one: 'tasks' }, '年度清单的哪一事项', 'the item of a year’s list'),
    must('day', 'day', '哪一天', 'on which day'),
    must(
      'kind',
      choice('assign', 'sign', 'report', 'return', 'review', 'close', 'ask-extension', 'extend', 'refuse-extension'),
      '交办、签收、报告、退回、审核通过、销号、申请延期、同意或不同意延期',
      'assigned, signed for, reported, sent back, accepted, closed, more time asked for, given or refused',
    ),
    may('department', { one: 'departments' }, '交办给哪个部门', 'the department it was assigned to'),
    may('due', 'day', '交办或延期的时限', 'the day set by an assignment or with more time'),
    may('period', 'period', '报告的季度', 'the quarter that is reported'),
    may('complete', 'yes-no', 'yes：报告全部完成', 'yes: all of it is reported done'),
    may('milestone', 'number', '报告达到的节点，第几个', 'the number of the milestone that is reported reached'),
    may('note', 'text', '说明', 'remark'),
    source,
  ],
  projects: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    must('name', 'text', '项目名称', 'name in Chinese'),
    must('name_en', 'text', '英文名称', 'name in English'),
    may('lead', { one: 'departments' }, '牵头部门；空为未知', 'the department that leads; empty: not known'),
    may('district', { one: 'districts' }, '所在区；空为未知', 'where it is; empty: not known'),
    may('investment', 'decimal', '总投资，万元；空为未知', 'total investment in 10,000 yuan; empty: not known'),
    may('signed', 'day', '签约之日；空为未知或尚未', 'the day it was signed; empty: not known, or not yet'),
    may('started', 'day', '开工之日；空为未知或尚未', 'the day work started; empty: not known, or not yet'),
    may('operating', 'day', '投产或投用之日；空为未知或尚未', 'the day it went into operation; empty: not known, or not yet'),
    may('merged_into', { one: 'projects' }, '并入哪个项目，两者只算一个', 'the project it became part of: both count once'),
    source,
  ],
  indicators: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    must('name', 'text', '中文名称', 'name in Chinese'),
    must('name_en', 'text', '英文名称', 'name in English'),
    must('unit', 'text', '中文单位', 'unit in Chinese'),
    must('unit_en', 'text', '英文单位', 'unit in English'),
    must('kind', choice('level', 'ratio', 'count', 'growth'), '哪一类数', 'what kind of number'),
    must('direction', choice('up', 'down'), '哪个方向更好', 'which way is better'),
    may('min', 'decimal', '可能的最小值', 'the least it can be'),
    may('max', 'decimal', '可能的最大值', 'the most it can be'),
    must('origin', choice('operations', 'statistics', 'declared'), '谁统计', 'who counts it'),
    must('definition', 'text', '中文定义，并写明是谁的定义', 'definition in Chinese, and whose it is'),
    must('definition_en', 'text', '英文同上', 'the same in English'),
    may('tasks', { many: 'tasks' }, '所衡量的任务，以 | 分隔', 'the tasks it measures, separated by |'),
    may(
      'related',
      { many: 'indicators' },
      '口径不同、可对照看的指标，以 | 分隔',
      'indicators of another scope that a reader may want to see beside it',
    ),
    may(
      'due',
      'number',
      '每期结束后多少天内应报送；空为不设期限',
      'how many days after the end of a period its reading is due; empty: no deadline',
    ),
    may(
      'every',
      choice('year', 'quarter', 'month'),
      '多久统计一次；空为同最近一个数的时期',
      'how often it is counted; empty: as often as its latest reading says',
    ),
    may(
      'department',
      { one: 'departments' },
      '由哪个部门报送；空为规划岗位',
      'the department that enters its readings; empty: the planners',
    ),
    may(
      'query',
      choice(...Object.keys(QUERIES)),
      '本站记录中哪个查询统计它；空为没有',
      'the query over what is recorded here that counts it; empty: none',
    ),
    may(
      'counted_since',
      'day',
      '从哪一天起累计；空为每期单独统计。只用于个数',
      'the day since which it is counted cumulatively; empty: each period by itself. For counts only',
    ),
    may('numerator', { one: 'indicators' }, '比率的分子；空为未写明', 'the numerator of a ratio; empty: not said'),
    may('denominator', { one: 'indicators' }, '比率的分母；空为未写明', 'the denominator of a ratio; empty: not said'),
    may(
      'growth_of',
      { one: 'indicators' },
      '它是哪个指标比上年同期的增长；空为未写明',
      'the indicator whose growth over the same period of the year before it is; empty: not said',
    ),
  ],
  targets: [
    must('indicator', { one: 'indicators' }, '承诺的指标', 'what is promised'),
    must('period', 'period', '时点：年、月或日', 'for when: a year, a month, a day'),
    must('comparator', choice('>', '>=', '≈', '<=', '<'), '超过为 >，以上、达到为 >=', 'more than is >, at least is >='),
    must('value', 'decimal', '以指标的单位计', 'in the unit of the indicator'),
    may('baseline_period', 'period', '基期；空为未知', 'the year the target starts from; empty: not known'),
    may('baseline_value', 'decimal', '基期值', 'its value'),
    may('path', choice('linear', 'growth', 'logit', 'milestones'), '路径，如有规定', 'the path, where it is set'),
    may(
      'milestones',
      'text',
      '各期末计划达到的值，如“2026-03 400；2026-06 900”；年度目标写当年累计',
      'what is planned to be reached by the end of periods, such as “2026-03 400；2026-06 900”; of a year’s goal, since the year began',
    ),
    may('document', { one: 'documents' }, '写在哪个文件', 'where it is promised'),
    must('kind', choice('plan', 'annual', 'later'), '规划目标、年度目标或后来所定', 'target of the plan, goal of a year, or set later'),
    may('note', 'text', '说明', 'remark'),
    source,
  ],
  readings: [
    must('indicator', { one: 'indicators' }, '所统计的指标', 'what was counted'),
    must('series', 'text', '口径：不同口径的数不连成一条线', 'scope: values of different series are never put on one line'),
    must(
      'period',
      'period',
      '时期：2024、2024-09、2024-07-09、2025-Q1、2024-01/2024-09',
      '2024, 2024-09, 2024-07-09, 2025-Q1, 2024-01/2024-09',
    ),
    must('value', 'decimal', '报道的数', 'the value reported'),
    must('unit', 'text', '单位，与指标相同', 'its unit, that of the indicator'),
    must(
      'precision',
      choice('exact', 'over', 'about'),
      'over：突破、超过；about：约、可达',
      'exact, more than the value, or about the value',
    ),
    may('published', 'day', '公开之日；空为未知', 'the day it became public; empty: not known'),
    may('note', 'text', '说明', 'remark'),
    source,
  ],
  goals: [
    must('id', 'id', '简短固定的名字', 'short stable name'),
    must('year', 'number', '哪一年', 'for when'),
    must('text', 'text', '文字目标（中文）', 'the goal in words, in Chinese'),
    must('text_en', 'text', '英文同上', 'the same in English'),
    must('document', { one: 'documents' }, '写在哪个文件', 'where it is promised'),
    source,
  ],
  facts: [
    must('name', 'text', '中文名称，不含空格：规则中的用词', 'name in Chinese, without spaces: the word rules use'),
    must('label_en', 'text', '英文名称', 'name in English'),
    must('type', choice('text', 'enum', 'integer', 'number', 'percent', 'money', 'date', 'yes-no'), '哪一类值', 'what kind of value'),
    may('unit', 'text', 'integer 和 number 的单位', 'unit of integer and number'),
    may('values', 'list', 'enum 的选项，以 | 分隔', 'choices of an enum, separated by |'),
    may('values_en', 'list', '英文选项，次序相同', 'the same in English, in the same order'),
    may('min', 'decimal', '可能的最小值，不是 0 时写', 'the least it can be, where that is not 0'),
    may('max', 'decimal', '可能的最大值', 'the most it can be'),
    must('question_zh', 'text', '办事人员看得懂的一个问题', 'one question that a clerk understands'),
    must('question_en', 'text', '英文同上', 'the same in English'),
    may('registry', 'text', '知道它的登记部门', 'the public register that knows it'),
    may(
      'department',
      { one: 'departments' },
      '由哪个部门负责更正；空为未知，各部门都可办理',
      'the department that answers for corrections; empty: not known, every department does',
    ),
    must('changeable', 'yes-no', '企业自己能否改变', 'whether an enterprise can change it by its own doing'),
    may('period', choice('year'), 'year：按年的事实，可取往年值', 'year: a yearly fact that can be looked back on'),
    may('list', 'text', '所属列表，如项目', 'the list it belongs to, such as 项目'),
    may('list_en', 'text', '列表中一项的英文名称', 'what one item of the list is called in English'),
    may('list_max', 'number', '只写在列表的个数一行：最多几项', 'on the line that counts the items only: the most there can be'),
    may('competition', choice('registration', 'tax', 'statistics'), '公平竞争审查所问的事项', 'what a fair-competition review asks about'),
  ],
  population: [
    must('name', 'text', '事实、判断或分组的名称', 'name of a fact, a judgement or a group'),
    must(
      'kind',
      choice('total', 'seed', 'district', 'group', 'fact'),
      '企业总数、默认种子、按区分组、其他分组，或规则所读的事实和判断',
      'number of enterprises, default seed, the group of districts, another group, or a fact or judgement that rules read',
    ),
    may('label_en', 'text', '分组的英文名称', 'English name of a group'),
    may('values_en', 'list', '分组各项的英文，次序相同', 'the values of a group in English, in the same order'),
    may('where', 'text', '只用于这些企业；空为其余', 'for these enterprises only; empty: for all others'),
    must('distribution', 'text', '分布，写法见下', 'how it is distributed, written as below'),
    may('unknown', 'text', '未知的份额', 'share of which it is not known'),
    must('basis', 'text', '来源，或 assumption（假设）', 'a source, or assumption'),
    must('note', 'text', '依据什么、假设什么', 'what it rests on or assumes'),
    must('note_en', 'text', '英文同上', 'the same in English'),
  ],
  calendar: [
    must('day', 'day', '放假的日子，或调休上班的周末', 'a day off, or a day of a weekend that is worked'),
    must('kind', choice('holiday', 'working-day'), '放假或上班', 'off or worked'),
    must('name', 'text', '节日名称', 'name of the holiday it is for'),
    must('name_en', 'text', '英文同上', 'the same in English'),
    must('year', 'number', '哪一年的安排', 'the year whose arrangement it is part of'),
    must('source', { one: 'sources' }, '作出安排的通知', 'the notice that arranges it'),
  ],
}
/** What a pack may do without. */
export const optionalTables: ReadonlySet<TableName> = new Set(['progress', 'projects', 'population', 'calendar'])
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
  progress: [],
  projects: [['id']],
  indicators: [['id']],
  targets: [],
  readings: [['indicator', 'series', 'period', 'source']],
  goals: [['id']],
  facts: [['name']],
  population: [],
  calendar: [['day']],
}
export const tableNames = Object.keys(tables) as readonly TableName[]
