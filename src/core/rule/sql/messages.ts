import { catalogue } from '../../messages.ts'

/** Why a measure that the interpreter can compute is not put into a query. */
export const sqlMessages = catalogue({
  'sql.too-large': {
    zh: '措施“{measure}”的 SQL 有 {parts} 个部分，超过上限 {limit}，没有生成查询。请拆分措施，或缩短表格和公式；也可改用 planwright run。',
    en: 'The SQL of measure "{measure}" has {parts} parts, more than {limit}, so no query was printed. Split the measure, shorten its tables and formulas, or use planwright run.',
  },
  'sql.too-many-columns': {
    zh: '到措施“{measure}”为止，查询要用的列已超过 PostgreSQL 的上限 {limit}。请分几次查询，每次少选几项措施。',
    en: 'With measure "{measure}" the query needs more columns than the {limit} PostgreSQL can hold. Ask for fewer measures at a time.',
  },
})
