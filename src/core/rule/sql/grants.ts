/** The answer of a query as one row for each cell: enterprise, number of the measure from 0, status, fen, mask. */
import type { Measure } from '../tree.ts'
import { columnName, quoted, textLiteral } from './fragment.ts'
import { ID } from './layout.ts'
import { resultName, STATUSES } from './query.ts'

/** What the query over a population calls it: the table to hand to `sqlOf`. */
export const POPULATION = 'population'

/** `population` selects the rows, `answers` is the query over them. Cells that are not eligible are left out unless all are wanted. */
export const grantsQuery = (measures: readonly Pick<Measure, 'id'>[], population: string, answers: string, all: boolean): string => {
  const columns = (part: string): readonly string[] => measures.map((measure) => `a.${quoted(columnName(resultName(measure, part)))}`)
  // Set-returning functions beside each other keep step and need no table in between, which a lateral list of values would be for every row.
  const cell = (part: string, type: string): string => `unnest(array[${columns(part).join(', ')}]::${type}[])`
  const places = `unnest('{${measures.map((_, place) => place).join(',')}}'::smallint[])`
  return `with ${quoted(POPULATION)} as not materialized (
${population}
), answers as not materialized (
${answers}
)
select enterprise, measure, status, fen::bigint as fen, mask from (
select a.${quoted(ID)} as enterprise, ${places} as measure, ${cell('status', 'smallint')} as status, ${cell('award', 'numeric')} as fen, ${cell('mask', 'bigint')} as mask
from answers a
) cells${all ? '' : '\nwhere status > 0'}`
}

/** The cells as they stand in a file, by enterprise in the order of the table and then by measure. */
export const linesQuery = (measures: readonly Pick<Measure, 'id'>[], grants: string): string => {
  const word = (words: readonly string[], place: string): string => `(array[${words.map(textLiteral).join(', ')}]::text[])[${place} + 1]`
  return `select enterprise, ${word(
    measures.map(({ id }) => id),
    'measure',
  )}, ${word(STATUSES, 'status')}, fen, mask from (${grants}) as grants order by enterprise, measure`
}
