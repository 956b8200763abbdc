/**
 * What the cells of a table let through: each column is cut into pieces at the values that its cells name, so that a row either lets a whole piece through or nothing
 * of it. A row is then a set of pieces for each column.
 */
import { add, compare, divide, type Exact, subtract } from '../exact.ts'
import { holds } from './run.ts'
import type { Constant, Node, TableRow } from './tree.ts'

/** One value that stands for all values of its piece. */
export type Piece = Constant
/** `index` is its place in the table. */
export type TableColumn = { readonly head: Node; readonly index: number; readonly pieces: readonly Piece[]; readonly ordered: boolean }
/** For each column the pieces that the row lets through, or null where a cell cannot be read before running. */
export type Cells = readonly (readonly boolean[] | null)[]

/** The value of a node where it is the same on every day; undefined otherwise. */
export type Fixed = (node: Node) => Constant | undefined

/** Whether the value passes the cell; undefined where that depends on more than the value. */
const passes = (cell: Node, value: Constant, fixed: Fixed): boolean | undefined => {
  const against = (op: '=' | '!=' | '<' | '<=' | '>' | '>=', node: Node): boolean | undefined => {
    const other = fixed(node)
    return other === undefined ? undefined : holds(value, op, other)
  }
  switch (cell.kind) {
    case 'compare':
      return against(cell.op, cell.right)
    case 'between': {
      const [above, below] = [against(cell.lowOpen ? '>' : '>=', cell.low), against(cell.highOpen ? '<' : '<=', cell.high)]
      return above === undefined || below === undefined ? undefined : above && below
    }
    case 'member':
      return either(cell.list.map((each) => against('=', each)))
    case 'or':
      return either(cell.parts.map((part) => passes(part, value, fixed)))
    case 'not': {
      const inner = passes(cell.of, value, fixed)
      return inner === undefined ? undefined : !inner
    }
    default:
      return undefined
  }
}
const either = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(undefined) ? undefined : answers.includes(true)

/** What the cell is about: the head of its column. */
const headOf = (cell: Node): Node | null => {
  switch (cell.kind) {
    case 'compare':
      return cell.left
    case 'between':
    case 'member':
      return cell.of
    case 'not':
      return headOf(cell.of)
    case 'or':
      return cell.parts[0] ? headOf(cell.parts[0]) : null
    default:
      return null
  }
}

const constantsIn = (cell: Node, fixed: Fixed): readonly Constant[] => {
  const own = (nodes: readonly Node[]): readonly Constant[] => nodes.flatMap((node) => fixed(node) ?? [])
  switch (cell.kind) {
    case 'compare':
      return own([cell.right])
    case 'between':
      return own([cell.low, cell.high])
    case 'member':
      return own(cell.list)
    case 'not':
      return constantsIn(cell.of, fixed)
    case 'or':
      return cell.parts.flatMap((part) => constantsIn(part, fixed))
    default:
      return []
  }
}

/** Each named value, and one value of every stretch between two of them and beyond; whole numbers where only whole ones are possible. */
const stretches = (head: Node, named: readonly Exact[]): readonly Exact[] => {
  const sorted = [...named].sort(compare).filter((value, index, all) => index === 0 || compare(value, all[index - 1]!) !== 0)
  const whole = head.type.kind === 'date' || (head.type.kind === 'number' && head.type.whole)
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const inner = sorted.slice(1).flatMap((value, index) => {
    const before = sorted[index]!
    if (whole) return compare(subtract(value, before), 1) > 0 ? [add(before, 1)] : []
    return [divide(add(before, value), 2)]
  })
  const { low, high } = head.kind === 'fact' ? head : { low: null, high: null }
  return [subtract(first, 1), ...sorted, ...inner, add(last, 1), ...(low === null ? [] : [low]), ...(high === null ? [] : [high])]
    .sort(compare)
    .filter((value, index, all) => index === 0 || compare(value, all[index - 1]!) !== 0)
    .filter((value) => (low === null || compare(value, low) >= 0) && (high === null || compare(value, high) <= 0))
}

/** No choice and no text of a table: what is left of the texts. */
export const OTHER = '\u0000'

const piecesOf = (head: Node, named: readonly Constant[]): readonly Piece[] => {
  switch (head.type.kind) {
    case 'yes-no':
      return [true, false]
    case 'enum':
      return head.type.values
    case 'text':
      return [...new Set([...named, OTHER])]
    default:
      return stretches(head, named as readonly Exact[])
  }
}

/** The cell of a row in each column; undefined for a dash. */
const cellsOf = (row: TableRow, count: number): readonly (Node | undefined)[] => {
  const parts = row.when.kind === 'and' && row.when.id === `${row.id}.when` ? row.when.parts : [row.when]
  const cells: (Node | undefined)[] = Array.from({ length: count })
  for (const part of parts) {
    const column = Number(part.id.slice(`${row.id}.when.`.length))
    if (part.id.startsWith(`${row.id}.when.`) && Number.isInteger(column)) cells[column] = part
  }
  return cells
}

/** The columns that some row asks about, and what each row lets through. */
export const cellsOfTable = (
  rows: readonly TableRow[],
  count: number,
  fixed: Fixed,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly Cells[] } => {
  const grid = rows.map((row) => cellsOf(row, count))
  const columns = Array.from({ length: count }, (_, column) => grid.flatMap((cells) => cells[column] ?? [])).map((cells, index) => {
    const head = cells.flatMap((cell) => headOf(cell) ?? [])[0]
    if (!head) return null
    const pieces = piecesOf(
      head,
      cells.flatMap((cell) => constantsIn(cell, fixed)),
    )
    return { head, index, pieces, ordered: head.type.kind === 'number' || head.type.kind === 'date' }
  })
  const asked = columns.filter((column) => column !== null)
  const read = (cell: Node | undefined, { pieces }: TableColumn): readonly boolean[] | null => {
    if (!cell) return pieces.map(() => true)
    const answers = pieces.map((piece) => passes(cell, piece, fixed))
    return answers.includes(undefined) ? null : (answers as readonly boolean[])
  }
  return { columns: asked, rows: grid.map((cells) => asked.map((column) => read(cells[column.index], column))) }
}
