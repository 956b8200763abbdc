/** Programs of the laboratory. Those of the law as it is stay: the machine has learnt to run them quickly when the next reform comes. */
import { compileColumns, type Program, type Reasons } from '../../core/rule/columns/columns.ts'
import { layoutOf, type Population } from '../../core/rule/columns/population.ts'
import { planOf } from '../../core/rule/stacking/plan.ts'
import { isCounted, type Side } from './sides.ts'

/** A program with the columns that it reads and, for each measure, whether it belongs into totals. */
export type Ready = { readonly program: Program; readonly columns: Population; readonly counted: readonly boolean[] }

/** How measures are decided: each by itself, or with what holds between them; with the reasons of those that are out, or without. */
export type Way = 'alone' | 'together' | 'explained'

const REASONS: Readonly<Record<Way, Reasons>> = { alone: 'none', together: 'none', explained: 'all' }
const KEPT = 12

export const programsOver = (columnsOf: (side: Side) => Population) => {
  const kept = new Map<string, Ready>()
  /** Throws a RangeError where more measures exclude each other than are solved. */
  const compiled = (side: Side, way: Way): Ready => {
    const { measures, when } = side
    const columns = columnsOf(side)
    const relations = way === 'alone' ? null : planOf(measures, when)
    return {
      program: compileColumns(measures, layoutOf(columns), when, REASONS[way], relations),
      columns,
      counted: measures.map(isCounted),
    }
  }
  /** For measures of the law as it is. */
  const lasting = (side: Side, way: Way): Ready => {
    const key = JSON.stringify([way, side.when, side.measures.map(({ id }) => id)])
    const found = kept.get(key) ?? compiled(side, way)
    kept.delete(key)
    kept.set(key, found)
    for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest)
    return found
  }
  return { compiled, lasting }
}
