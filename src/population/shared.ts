/** Typed arrays over shared memory: every thread reads the same columns. */
import type { NULL_SLOT } from '../core/rule/columns/column.ts'

export type ArrayName = Exclude<keyof typeof NULL_SLOT, 'BigInt64Array'>
export type NumberSlots = Int32Array | Float64Array
export type Slots = Uint8Array | Uint16Array | Int32Array | Float64Array

const kinds = { Uint8Array, Uint16Array, Int32Array, Float64Array } as const

export const bytesOf = (name: ArrayName): number => kinds[name].BYTES_PER_ELEMENT

/** So many slots of zeros. */
export const sharedSlots = (name: ArrayName, length: number): Slots =>
  new (kinds[name] as new (buffer: SharedArrayBuffer) => Slots)(new SharedArrayBuffer(length * bytesOf(name)))

/** An array of another length that holds the first `count` values. */
export const resized = <T extends Slots>(values: T, name: ArrayName, length: number, count: number): T => {
  const other = sharedSlots(name, length)
  other.set(values.subarray(0, count))
  return other as T
}

/** The bytes of an array, to be read from or written to a file. */
export const asBytes = (values: Slots): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
