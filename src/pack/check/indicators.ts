/** What an indicator says of how it is counted must fit the kind of number that it is. */
import { QUERIES } from '../pack.ts'
import type { Reporter } from '../report.ts'
import { checkPair, type Row } from '../rows.ts'

const FITS: readonly (readonly [column: string, kind: (row: Row) => string | undefined])[] = [
  ['query', (row) => QUERIES[row.text('query') as keyof typeof QUERIES]],
  ['counted_since', () => 'count'],
  ['numerator', () => 'ratio'],
]

export const checkIndicators = (rows: readonly Row[], reporter: Reporter): void => {
  for (const row of rows) {
    checkPair(row, 'numerator', 'denominator', reporter)
    for (const [name, kindOf] of FITS) {
      const kind = kindOf(row)
      if (row.text(name) !== null && kind !== undefined && row.text('kind') !== kind)
        reporter.report('pack.indicator-kind', row.placeOf(name), { name, kind })
    }
  }
}
