/** Rows of a table as sets: which never decide, which overlap, and what no row between two others answers. */
import type { Cells, TableColumn } from './cells.ts'
import type { HitPolicy } from './tree.ts'

/** A place in the table: one piece for each column. */
export type Point = readonly number[]
export type Coverage = {
  /** Rows that never decide. */
  readonly dead: readonly number[]
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly at: Point }[]
  readonly hole: Point | null
}

/** Beyond so many steps nothing more is looked for. */
const MAX_STEPS = 500_000
const MAX_POINTS = 4000

type Known = readonly (readonly boolean[])[]
const isKnown = (cells: Cells): cells is Known => !cells.includes(null)

/** A point that `own` lets through and none of the others does; null if there is none or it takes too long, `steps` counting down. */
const outside = (own: Cells, others: readonly Known[], columns: readonly TableColumn[], steps: { left: number }): Point | null => {
  const search = (column: number, rest: readonly Known[]): Point | null => {
    steps.left -= 1 + rest.length
    if (steps.left < 0) return null
    if (column === columns.length) return rest.length === 0 ? [] : null
    for (const index of columns[column]!.pieces.keys()) {
      if (own[column]?.[index] === false) continue
      const below = search(
        column + 1,
        rest.filter((cells) => cells[column]![index]),
      )
      if (below) return [index, ...below]
    }
    return null
  }
  return search(0, others)
}

const common = (a: Known, b: Known): Point | null => {
  const at = a.map((pieces, column) => pieces.findIndex((open, index) => open && b[column]![index]))
  return at.includes(-1) ? null : at
}

/** The first point that no row lets through although, in some column that has an order, rows below and above it do. */
const holeIn = (rows: readonly Known[], columns: readonly TableColumn[]): Point | null => {
  const count = columns.reduce((product, { pieces }) => product * pieces.length, 1)
  if (count * rows.length > MAX_STEPS || count > MAX_POINTS) return null
  const covered = (point: Point): boolean => rows.some((cells) => point.every((index, column) => cells[column]![index]))
  const points = columns.reduce<readonly Point[]>(
    (all, { pieces }) => all.flatMap((point) => pieces.map((_, index) => [...point, index])),
    [[]],
  )
  const isCovered = new Map(points.map((point) => [point.join(), covered(point)]))
  const between = (point: Point, column: number): boolean => {
    const sides = columns[column]!.pieces.map((_, index) => isCovered.get(point.with(column, index).join()))
    return sides.slice(0, point[column]).includes(true) && sides.slice(point[column]! + 1).includes(true)
  }
  return (
    points.find((point) => !isCovered.get(point.join()) && columns.some(({ ordered }, column) => ordered && between(point, column))) ?? null
  )
}

/** `independent`: any values of the columns can meet; otherwise a point may be impossible, and neither overlaps nor holes are looked for. */
export const coverageOf = (hit: HitPolicy, rows: readonly Cells[], columns: readonly TableColumn[], independent: boolean): Coverage => {
  const steps = { left: MAX_STEPS }
  const dead = rows.flatMap((cells, index) => {
    const earlier = hit === 'first' ? rows.slice(0, index).filter(isKnown) : []
    const found = outside(cells, earlier, columns, steps)
    return found === null && steps.left >= 0 ? [index] : []
  })
  if (!independent) return { dead, overlaps: [], hole: null }
  const known = rows.flatMap((cells, index) => (isKnown(cells) ? [{ cells, index }] : []))
  const overlaps =
    hit !== 'unique'
      ? []
      : known.flatMap((b, at) => {
          const met = known.slice(0, at).flatMap((a) => {
            const point = common(a.cells, b.cells)
            return point ? [{ rows: [a.index, b.index] as const, at: point }] : []
          })
          return met.slice(0, 1)
        })
  const hole =
    hit === 'sum' || known.length < rows.length
      ? null
      : holeIn(
          known.map(({ cells }) => cells),
          columns,
        )
  return { dead, overlaps, hole }
}
