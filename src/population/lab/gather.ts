/** Some rows of a population as a small one of their own. */
import type { Column } from '../../core/rule/columns/column.ts'
import type { Population } from '../../core/rule/columns/population.ts'

type Values = Column['values']

const copyRows = (into: Values, from: Values, rows: Int32Array, count: number): void => {
  // Of whatever kind the slots are, they go into slots of the same kind.
  const [target, source] = [into as Float64Array, from as Float64Array]
  for (let index = 0; index < count; index++) target[index] = source[rows[index]!]!
}

/** Room for at most `size` rows; what comes back holds the first `count` of `rows` until room is asked for again. */
export const gatherer = (size: number): ((population: Population, rows: Int32Array, count: number) => Population) => {
  const room = new Map<Column, Values>()
  const roomFor = (column: Column): Values => {
    const found = room.get(column) ?? new (column.values.constructor as new (length: number) => Values)(size)
    room.set(column, found)
    return found
  }
  return ({ columns }, rows, count) => ({
    count,
    columns: new Map(
      [...columns].map(([key, column]) => {
        const into = roomFor(column)
        copyRows(into, column.values, rows, count)
        return [key, { layout: column.layout, values: into.subarray(0, count) }]
      }),
    ),
  })
}
