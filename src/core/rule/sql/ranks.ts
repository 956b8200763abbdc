/** Ranks in SQL: the innermost stage of a query gives each row its places among all rows. */
import type { FactCatalogue } from '../../facts.ts'
import type { When } from '../outcome.ts'
import { rankedAmong, ranksOf } from '../rank.ts'
import type { Measure } from '../tree.ts'
import { plain } from './calls.ts'
import { codeOf, coderOf } from './code.ts'
import { columnName, columnOf, newSheet, queryOf, quoted } from './fragment.ts'
import { keysOf } from './layout.ts'

/** The population with a column for each rank that the measures ask for: the table itself where they ask for none. */
export const rankedTable = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, table: string): string => {
  const ranks = ranksOf(measures)
  if (ranks.length === 0) return table
  const { facts, judgements } = keysOf(measures)
  const own = ['id', ...facts, ...judgements].map(columnOf)
  const sheet = newSheet()
  const places = ranks.map((rank, index) => {
    const asked = rankedAmong(rank, measures)
    const value = columnOf(rank.of)
    const coder = asked && coderOf(asked, catalogue, when, sheet, `r${index + 1} `)
    const holds = coder && rank.among ? `(${plain(codeOf(rank.among, coder)).text}) is true and ` : ''
    const counts = `(${holds}${value} is not null)`
    return `case when ${counts} then rank() over (partition by ${counts} order by ${value} desc) end as ${quoted(columnName(rank.key))}`
  })
  return `(\n${queryOf(sheet, table, [...own, ...places])}\n)`
}
