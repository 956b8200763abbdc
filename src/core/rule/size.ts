/** Upper bounds of the size of exact numbers, so that no rule can make them grow without end. */
import { denominator, numerator } from '../exact.ts'
import type { Constant } from './tree.ts'

/** Bits of the numerator and of the denominator; a whole number has a denominator of 0 bits. */
export type Size = { readonly top: number; readonly bottom: number }

export const whole = (bits: number): Size => ({ top: bits, bottom: 0 })

const bitsOf = (n: bigint): number => (n < 0n ? -n : n).toString(2).length

export const sizeOfConstant = (value: Constant): Size =>
  typeof value === 'string' || typeof value === 'boolean'
    ? whole(1)
    : { top: bitsOf(numerator(value)), bottom: denominator(value) === 1n ? 0 : bitsOf(denominator(value)) }

export const plusSize = (a: Size, b: Size): Size => ({
  top: Math.max(a.top + b.bottom, b.top + a.bottom) + 1,
  bottom: a.bottom + b.bottom,
})
export const timesSize = (a: Size, b: Size): Size => ({ top: a.top + b.top, bottom: a.bottom + b.bottom })
export const overSize = (a: Size, b: Size): Size => ({ top: a.top + b.bottom, bottom: a.bottom + b.top })

/** What holds any one of them. */
export const largest = (sizes: readonly Size[]): Size =>
  sizes.reduce((a, b) => ({ top: Math.max(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) }), whole(1))
