/** Typed arrays over shared memory: every thread reads the same columns. */
import { NULL_SLOT } from '../core/rule/columns/column.ts'

export type ArrayName = Exclude<keyof typeof NULL_SLOT, 'BigInt64Array'>
export type NumberSlots = Int32Array | Float64Array
export type Slots = Uint8Array | Uint16Array | Int32Array | Float64Array

const kinds = { Uint8Array, Uint16Array, Int32Array, Float64Array } as const

export const isArrayName = (name: unknown): name is ArrayName => typeof name === 'string' && Object.hasOwn(kinds, name)
export const bytesOf = (name: ArrayName): number => kinds[name].BYTES_PER_ELEMENT

/** So many slots of zeros. */
export const sharedSlots = (name: ArrayName, length: number): Slots =>
  new (kinds[name] as new (buffer: SharedArrayBuffer) => Slots)(new SharedArrayBuffer(length * bytesOf(name)))

/** The same values in an array of another length; new slots hold what an unknown value holds. */
export const resized = <T extends Slots>(values: T, name: ArrayName, length: number): T => {
  const larger = sharedSlots(name, length)
  larger.set(values.subarray(0, length))
  larger.fill(NULL_SLOT[name], Math.min(values.length, length))
  return larger as T
}

/** The bytes of an array, to be read from or written to a file. */
export const asBytes = (values: Slots): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
