/** A population as the lines of a CSV file, as `load.ts` reads them. */
import { open, rename, rm } from 'node:fs/promises'
import { dayOfNumber } from '../core/dates.ts'
import { divide, multiply, ratio, textOfExact } from '../core/exact.ts'
import type { FactDeclaration } from '../core/facts.ts'
import { yuanText } from '../core/money.ts'
import { arrayOf, type Column, isNumeric, NULL_SLOT } from '../core/rule/columns/column.ts'
import type { Population } from '../core/rule/columns/population.ts'
import { unitOf } from '../core/rule/units.ts'
import { columnNamed, ID, type Names, UNREAD } from './catalogue.ts'
import { type Ids, idAt } from './ids.ts'

const ROWS = 4096

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A slot as people write it, in the fact's own unit. */
const writerOf = ({ layout }: Column, declaration: FactDeclaration | null): ((slot: number) => string) => {
  if (layout.kind === 'yes-no') return (slot) => (slot === 1 ? '是' : '否')
  if (!isNumeric(layout)) return (slot) => cell(layout.texts[slot]!)
  if (layout.kind === 'date') return dayOfNumber
  if (layout.kind === 'money') return (slot) => yuanText(BigInt(slot))
  const power = 10n ** BigInt(layout.scale)
  if (layout.kind === 'percent') return (slot) => `${textOfExact(multiply(ratio(BigInt(slot), power), 100))}%`
  const factor = unitOf(declaration?.unit ?? '')?.factor ?? 1
  if (factor === 1 && layout.scale === 0) return String
  return (slot) => textOfExact(divide(ratio(BigInt(slot), power), factor), layout.scale + 2)
}

const columnsOf = ({ columns }: Population, names: Names) =>
  [...columns].map(([key, column]) => {
    const found = key.startsWith(UNREAD) ? null : columnNamed(key, names)
    const declaration = found !== null && 'declaration' in found ? found.declaration : null
    const { values } = column
    return { key, values, missing: NULL_SLOT[arrayOf(values)], write: writerOf(column, declaration) }
  })

/** The header, then rows in pieces. An unknown value is an empty cell. */
export function* populationLines(population: Population, ids: Ids, names: Names): Generator<Uint8Array> {
  const columns = columnsOf(population, names)
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]
  yield encoder.encode(`${[ID, ...columns.map(({ key }) => cell(key))].join(',')}\n`)
  for (let start = 0; start < population.count; start += ROWS) {
    const lines: string[] = []
    for (let row = start; row < Math.min(start + ROWS, population.count); row++) {
      let line = cell(decoder.decode(idAt(ids, row)))
      for (const { values, missing, write } of columns) {
        const slot = values[row]!
        line += Object.is(slot, missing) ? ',' : `,${write(Number(slot))}`
      }
      lines.push(line)
    }
    yield encoder.encode(`${lines.join('\n')}\n`)
  }
}

/** Writes a CSV file: all of it or nothing. */
export const writeCsv = async (file: string, population: Population, ids: Ids, names: Names): Promise<void> => {
  const unfinished = `${file}.${process.pid}.partial`
  const handle = await open(unfinished, 'w')
  try {
    for (const lines of populationLines(population, ids, names)) await handle.appendFile(lines)
    await handle.close()
    await rename(unfinished, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
}
