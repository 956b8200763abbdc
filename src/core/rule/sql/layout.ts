/** The population table that a query reads: one column for each fact and each judgement. */
import { textOfExact } from '../../exact.ts'
import { type FactCatalogue, type FactDeclaration, type FactType, factOf, rangeOf } from '../../facts.ts'
import { judgementKey } from '../evaluate.ts'
import { factsRead } from '../rank.ts'
import type { Measure } from '../tree.ts'
import { columnName, quoted } from './fragment.ts'

/** The column that tells the rows apart. */
export const ID = 'id'

const TYPES: Readonly<Record<FactType, { readonly type: string; readonly means: string }>> = {
  money: { type: 'bigint', means: '分 fen' },
  integer: { type: 'bigint', means: '整数 whole number' },
  number: { type: 'numeric', means: '精确小数 exact decimal' },
  percent: { type: 'numeric', means: '份额，30% 为 0.3 / share: 30 % is 0.3' },
  date: { type: 'date', means: '日期 date' },
  'yes-no': { type: 'boolean', means: '是/否 yes or no' },
  enum: { type: 'text', means: '中文选项 the Chinese word' },
  text: { type: 'text', means: '文字 text' },
}

/** What may stand in a column: what the reading of facts lets through, and nothing that is no number. */
const checkOf = (column: string, declaration: FactDeclaration): string => {
  if (declaration.type === 'date') return ` check (${column} between '1900-01-01' and '2199-12-31')`
  if (!['money', 'integer', 'number', 'percent'].includes(declaration.type)) return ''
  const { low, high } = rangeOf(declaration)
  const isNumeric = TYPES[declaration.type].type === 'numeric'
  const least = low === null ? (isNumeric ? `${column} > '-infinity'` : null) : `${column} >= ${textOfExact(low, 20)}`
  const most = high === null ? (isNumeric ? `${column} < 'infinity'` : null) : `${column} <= ${textOfExact(high, 20)}`
  const tests = [least, most].filter((test) => test !== null)
  return tests.length === 0 ? '' : ` check (${tests.join(' and ')})`
}

/** The columns of facts and of judgements that the measures read, each once, in the order in which they are read. */
export const keysOf = (measures: readonly Measure[]): { readonly facts: readonly string[]; readonly judgements: readonly string[] } => ({
  facts: factsRead(measures),
  judgements: [...new Set(measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))],
})

/** The statement that creates the table. Null is unknown in every column. */
export const layoutOf = (measures: readonly Measure[], catalogue: FactCatalogue, table: string): string => {
  const { facts, judgements } = keysOf(measures)
  const columns = facts.map((key) => {
    const declaration = factOf(key, catalogue)?.declaration
    if (!declaration) throw new Error(`layout: the catalogue has no fact ${key}`)
    const { type, means } = TYPES[declaration.type]
    const column = quoted(columnName(key))
    return { text: `${column} ${type}${checkOf(column, declaration)}`, note: declaration.unit ? `${means}，${declaration.unit}` : means }
  })
  const answers = judgements.map((key) => ({ text: `${quoted(columnName(key))} boolean`, note: '判断 judgement' }))
  const all = [{ text: `${quoted(ID)} text primary key`, note: '企业 enterprise' }, ...columns, ...answers]
  const lines = all.map(({ text, note }, index) => `  ${text}${index < all.length - 1 ? ',' : ''} -- ${note}`)
  return `create table ${tableName(table)} (\n${lines.join('\n')}\n);`
}

/** A table, with its schema or without: `city.population`. */
export const tableName = (table: string): string => table.split('.').map(quoted).join('.')
