/** The code of one block while it is written. */
import type { Test } from './answer.ts'
import { type ColumnLayout, NULL_SLOT } from './column.ts'
import type { Layout } from './population.ts'

/**
 * Which cells get their reasons in a mask: all of them, or only the undetermined ones, or none. Unless all do, a row is given up at the first condition that
 * fails, which is faster by half; every cell can still be explained from its facts.
 */
export type Reasons = 'all' | 'open' | 'none'

/** What the code of one block has gathered: lines of the row being written, columns read, tables kept. */
export type Sheet = {
  readonly layout: Layout
  readonly reasons: Reasons
  readonly lines: string[]
  readonly columns: string[]
  readonly tables: Int32Array[]
  names: number
}
export const newSheet = (layout: Layout, reasons: Reasons): Sheet => ({ layout, reasons, lines: [], columns: [], tables: [], names: 0 })

const ATOM = /^(?:[\w.]+|\(-\d+n?\))$/

export const nameIn =
  (sheet: Sheet) =>
  (code: string): string => {
    if (ATOM.test(code)) return code
    const name = `v${sheet.names++}`
    sheet.lines.push(`const ${name} = ${code}`)
    return name
  }

/** The slot of a fact's column in the row, and whether it is unknown; null if there is no such column. */
export const slotOf = (sheet: Sheet, key: string): { slot: string; layout: ColumnLayout; unknown: Test } | null => {
  const layout = sheet.layout.get(key)
  if (!layout) return null
  const known = sheet.columns.indexOf(key)
  const index = known < 0 ? sheet.columns.push(key) - 1 : known
  const slot = nameIn(sheet)(`c${index}[i]`)
  const unknown = layout.complete
    ? null
    : layout.array === 'Float64Array'
      ? `(${slot} !== ${slot})`
      : `(${slot} === ${NULL_SLOT[layout.array]}${layout.array === 'BigInt64Array' ? 'n' : ''})`
  return { slot, layout, unknown }
}

/** Says that something is eligible in the row; relations look at no other rows. */
export const NOTED = 'noted[i - from] = 1'
export const NOT_NOTED = 'noted[i - from] === 0'

/** A loop over rows: what it does, reads and keeps. Enough to make a function of it, or to read it. */
export type LoopSource = { readonly source: string; readonly columns: readonly string[]; readonly tables: readonly Int32Array[] }

/** The lines of the sheet for each row `i`; `outputs` are the measures whose cells they read or write. */
export const loopSource = ({ reasons, lines, columns, tables }: Sheet, outputs: readonly number[]): LoopSource => {
  const cells = outputs.map(
    (index) => `s${index} = status[${index}], a${index} = amount[${index}]${reasons !== 'none' ? `, m${index} = mask[${index}]` : ''}`,
  )
  const inputs = columns.map((_, index) => `c${index} = columns[${index}]`)
  const head = [...cells, ...inputs].map((each) => `const ${each}`)
  return { source: [...head, 'for (let i = from; i < to; i++) {', ...lines, '}'].join('\n'), columns, tables }
}
