/** Cells that are used again for one program after another. */
import { type Cells, cellsOf, type Program, type Reasons } from '../../core/rule/columns/columns.ts'

/** Cells of `size` rows for a program; they hold until the next program asks. */
export const roomFor = (size: number): ((program: Program) => Cells) => {
  const kept = new Map<Reasons, Cells>()
  return (program) => {
    const found = kept.get(program.reasons)
    if (found && found.status.length >= program.measures.length) return found
    const made = cellsOf(program, size)
    kept.set(program.reasons, made)
    return made
  }
}
