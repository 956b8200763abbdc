/** The product's side of the benchmark: the ten measures as a pack, and the invented enterprises as the engine takes them. */
import path from 'node:path'
import type { RawColumn } from '../src/core/rule/columns/column.ts'
import { type Population, populationOf } from '../src/core/rule/columns/population.ts'
import { readPack } from '../src/pack/read.ts'
import type { Columns } from './population/columns.ts'
import { NULL_SLOT, SCHEMA } from './population/schema.ts'
import { MEASURES } from './reference.ts'

export const PACK = path.join(import.meta.dirname, 'pack')
export const ON = '2024-06-30'
export const WHEN = { on: ON, known: ON } as const

/** A pack that passes its own check; throws with what is wrong otherwise. */
export const checkedPack = async (folder = PACK) => {
  const { pack, diagnostics } = await readPack(folder, ON)
  if (!pack) throw new Error(diagnostics.flatMap(({ severity, message }) => (severity === 'error' ? [message.en] : [])).join('\n'))
  return pack
}

const KINDS = { enum: 'enum', bool: 'yes-no', int: 'integer', date: 'date', fen: 'money' } as const

/** Bit k − 1 of `prior` is the fact that measure k was received before. */
const receivedBefore = (prior: Int32Array, measure: number): Uint8Array =>
  Uint8Array.from(prior, (bits) => (bits === NULL_SLOT.i32 ? NULL_SLOT.u8 : (bits >> measure) & 1))

/** The same memory under the names of the facts. */
export const populationIn = (columns: Columns, catalogue: Parameters<typeof populationOf>[2]): Population => {
  const asked = SCHEMA.filter(({ name }) => catalogue.has(name)).map(({ name, type }): [string, RawColumn] => [
    name,
    { kind: KINDS[type], values: columns[name] } as RawColumn,
  ])
  const received = MEASURES.map((id, measure): [string, RawColumn] => [
    `received_${id}`,
    { kind: 'yes-no', values: receivedBefore(columns.prior as Int32Array, measure) },
  ])
  return populationOf(columns.status.length, new Map([...asked, ...received]), catalogue)
}
