/** The population table that a query reads: one column for each fact and each judgement. */
import { type Exact, textOfExact } from '../../exact.ts'
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
const testOf = (column: string, declaration: FactDeclaration): string | null => {
  if (declaration.type === 'date') return `${column} between '1900-01-01' and '2199-12-31'`
  if (!['money', 'integer', 'number', 'percent'].includes(declaration.type)) return null
  const { low, high } = rangeOf(declaration)
  const isNumeric = TYPES[declaration.type].type === 'numeric'
  const least = low === null ? (isNumeric ? `${column} > '-infinity'` : null) : `${column} >= ${textOfExact(low, 20)}`
  const most = high === null ? (isNumeric ? `${column} < 'infinity'` : null) : `${column} <= ${textOfExact(high, 20)}`
  const tests = [least, most].filter((test) => test !== null)
  return tests.length === 0 ? null : tests.join(' and ')
}

/** The columns of facts and of judgements that the measures read, each once, in the order in which they are read. */
export const keysOf = (measures: readonly Measure[]): { readonly facts: readonly string[]; readonly judgements: readonly string[] } => ({
  facts: factsRead(measures),
  judgements: [...new Set(measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))],
})

/** A column of the table. `test` says what may stand in it beside null, numbers and days from `low` to `high`; `choices` are the words of an enum. */
export type TableColumn = {
  readonly key: string
  /** As PostgreSQL keeps it; see `columnName`. */
  readonly name: string
  readonly kind: FactType
  readonly type: string
  readonly test: string | null
  readonly low: Exact | null
  readonly high: Exact | null
  readonly choices: readonly string[]
  readonly note: string
}

/** The columns that the measures read: facts, then judgements. */
export const tableColumnsOf = (measures: readonly Measure[], catalogue: FactCatalogue): readonly TableColumn[] => {
  const { facts, judgements } = keysOf(measures)
  const known = facts.map((key): TableColumn => {
    const declaration = factOf(key, catalogue)?.declaration
    if (!declaration) throw new Error(`layout: the catalogue has no fact ${key}`)
    const { type, means } = TYPES[declaration.type]
    const name = columnName(key)
    const note = declaration.unit ? `${means}，${declaration.unit}` : means
    const choices = declaration.type === 'enum' ? declaration.values.map(({ zh }) => zh) : []
    return { key, name, kind: declaration.type, type, test: testOf(quoted(name), declaration), ...rangeOf(declaration), choices, note }
  })
  const answered = judgements.map((key): TableColumn => {
    const { type } = TYPES['yes-no']
    return { key, name: columnName(key), kind: 'yes-no', type, test: null, low: null, high: null, choices: [], note: '判断 judgement' }
  })
  return [...known, ...answered]
}

/** The statement that creates the table. Null is unknown in every column. */
export const layoutOf = (measures: readonly Measure[], catalogue: FactCatalogue, table: string): string => {
  const columns = tableColumnsOf(measures, catalogue).map(({ name, type, test, note }) => ({
    text: `${quoted(name)} ${type}${test === null ? '' : ` check (${test})`}`,
    note,
  }))
  const all = [{ text: `${quoted(ID)} text primary key`, note: '企业 enterprise' }, ...columns]
  const lines = all.map(({ text, note }, index) => `  ${text}${index < all.length - 1 ? ',' : ''} -- ${note}`)
  return `create table ${tableName(table)} (\n${lines.join('\n')}\n);`
}

/** A table, with its schema or without: `city.population`. */
export const tableName = (table: string): string => table.split('.').map(quoted).join('.')
