import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'run.kept': {
    kind: 'conflict',
    zh: '运行 {run} 已在数据库里，没有重写。',
    en: 'Run {run} is in the database already; it was not written again.',
  },
  'run.busy': {
    kind: 'conflict',
    zh: '另一个进程正在写运行 {run}。请等它结束。',
    en: 'Another process is writing run {run}. Wait until it has ended.',
  },
  'run.unknown': { kind: 'unknown', zh: '数据库里没有完整的运行 {run}。', en: 'The database has no whole run {run}.' },
  'run.table-unknown': {
    kind: 'unknown',
    zh: '数据库里没有表“{table}”。planwright population 可把文件装入一张表。',
    en: 'The database has no table "{table}". planwright population brings a file into one.',
  },
  'run.table-exists': {
    kind: 'conflict',
    zh: '表“{table}”已存在。请换一个名称，或先删除该表。',
    en: 'There is a table "{table}" already. Choose another name, or drop that table first.',
  },
  'run.table-id': {
    kind: 'invalid',
    zh: '表“{table}”须有 text 类型的列 id。',
    en: 'Table "{table}" needs a column "id" of type text.',
  },
  'run.column-type': {
    kind: 'invalid',
    zh: '表“{table}”的列“{column}”是 {type}，应是 {expected}。planwright sql --layout 打印建表语句。',
    en: 'Column "{column}" of table "{table}" is {type} where {expected} is needed. planwright sql --layout prints the statement that creates it.',
  },
  'run.column-value': {
    kind: 'invalid',
    zh: '表“{table}”的列“{column}”有 {count} 个值不能用：不是选项之一，或超出目录规定的范围。',
    en: 'Column "{column}" of table "{table}" holds {count} values that cannot be used: none of the choices, or outside of the range in the catalogue.',
  },
  'run.id-form': {
    kind: 'invalid',
    zh: '表“{table}”有 {count} 行的 id 不能用：须是 1 到 200 字节、不含控制字符的文字。',
    en: '{count} rows of table "{table}" have no id that can be used: a text of 1 to 200 bytes without control characters.',
  },
  'run.id-twice': {
    kind: 'invalid',
    zh: '表“{table}”里企业“{id}”不止一行；每家企业只能有一行。',
    en: 'Table "{table}" has more than one row for enterprise "{id}"; each has one.',
  },
})
export const fail = failing(messages)
