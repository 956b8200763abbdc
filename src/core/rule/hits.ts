import type { HitPolicy, Table, TableRow } from './tree.ts'

/**
 * The rows of a table that decide, by its hit policy: `first` the first that holds, `unique` the one that holds, `sum` all that hold.
 * Undefined while that is open, null where the table has no value: no row holds, or two of a `unique` table.
 */
export const hitsOf = (table: Table, holds: (row: TableRow) => boolean | undefined): readonly TableRow[] | null | undefined =>
  policies[table.hit](table.rows, holds)

type Policy = (rows: readonly TableRow[], holds: (row: TableRow) => boolean | undefined) => readonly TableRow[] | null | undefined

const policies: Readonly<Record<HitPolicy, Policy>> = {
  first: (rows, holds) => {
    for (const row of rows) {
      const answer = holds(row)
      if (answer !== false) return answer && [row]
    }
    return null
  },
  unique: (rows, holds) => {
    const answers = rows.map(holds)
    const hits = rows.filter((_, index) => answers[index] === true)
    if (hits.length > 1) return null
    if (answers.includes(undefined)) return undefined
    return hits.length === 1 ? hits : null
  },
  sum: (rows, holds) => {
    const answers = rows.map(holds)
    if (answers.includes(undefined)) return undefined
    return answers.includes(true) ? rows.filter((_, index) => answers[index]) : null
  },
}
