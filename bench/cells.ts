/** The answer to the workload, whoever gives it: a state and an amount for each enterprise and measure, after stacking; and what is compared of it. */
import { createHash } from 'node:crypto'
import { MEASURES, UNDETERMINED } from './reference.ts'

/** An array for each measure, a slot for each row: 0 not eligible, 1 eligible, 2 undetermined; whole fen. */
export type Cells = { readonly status: readonly Uint8Array[]; readonly amount: readonly Float64Array[] }

export const newCells = (count: number): Cells => ({
  status: MEASURES.map(() => new Uint8Array(count)),
  amount: MEASURES.map(() => new Float64Array(count)),
})

/** Puts the ten cells of one row in their places. */
export const setRow = (cells: Cells, row: number, own: readonly { readonly state: number; readonly fen: number | bigint }[]): void => {
  for (const [measure, { state, fen }] of own.entries()) {
    cells.status[measure]![row] = state
    cells.amount[measure]![row] = Number(fen)
  }
}

/** SHA-256 of the two lists: `17,m04,12500000` for each amount above 0, `17,m04` for each undetermined cell; by enterprise, then measure. */
export type Hashes = { readonly grants: string; readonly undetermined: string }

const LINES_AT_ONCE = 65_536

export const hashesOf = ({ status, amount }: Cells): Hashes => {
  const list = () => {
    const hash = createHash('sha256')
    let lines: string[] = []
    const flush = (): void => {
      hash.update(lines.join(''))
      lines = []
    }
    return {
      add: (line: string): void => {
        lines.push(line)
        if (lines.length >= LINES_AT_ONCE) flush()
      },
      end: (): string => {
        flush()
        return hash.digest('hex')
      },
    }
  }
  const [grants, undetermined] = [list(), list()]
  const count = status[0]?.length ?? 0
  for (let row = 0; row < count; row++)
    for (const [measure, id] of MEASURES.entries()) {
      const fen = amount[measure]![row]!
      if (fen > 0) grants.add(`${row + 1},${id},${fen}\n`)
      if (status[measure]![row] === UNDETERMINED) undetermined.add(`${row + 1},${id}\n`)
    }
  return { grants: grants.end(), undetermined: undetermined.end() }
}

/** How an answer differs from the right one, over the rows it has. */
export type Differences = {
  /** Another amount is paid. */
  readonly amounts: number
  /** The amount is right, but not the state: mostly undetermined cells that were called not eligible. */
  readonly states: number
}

export const differencesOf = (given: Cells, right: Cells): Differences => {
  let amounts = 0
  let states = 0
  for (const measure of MEASURES.keys()) {
    const [status, amount] = [given.status[measure]!, given.amount[measure]!]
    for (let row = 0; row < status.length; row++) {
      if (amount[row] !== right.amount[measure]![row]) amounts++
      else if (status[row] !== right.status[measure]![row]) states++
    }
  }
  return { amounts, states }
}
