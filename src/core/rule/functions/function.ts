import type { Text } from '../../messages.ts'
import type { Interval } from '../interval.ts'
import type { Size } from '../size.ts'
import type { Constant } from '../tree.ts'
import type { Type } from '../types.ts'

/** Why the arguments do not fit: the index of the first that does not, and what it should be. */
export type Misfit = { readonly index: number; readonly expected: Text }

/**
 * A function of the language. Every part is needed: forget one and it does not compile.
 * An unknown argument makes the result unknown; `value` is only asked when all are known, and answers undefined where there is no result (days out of range).
 */
export type RuleFunction = {
  readonly name: string
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number]
  /** `literals` are the values of the arguments that are written out, undefined for every other. */
  readonly type: (args: readonly Type[], literals: readonly (Constant | undefined)[]) => Type | Misfit
  /** What arguments that are left out stand for, in the type of the first. */
  readonly defaults?: readonly Constant[]
  readonly value: (args: readonly Constant[]) => Constant | undefined
  readonly bounds: (args: readonly Interval[]) => Interval
  /** How large the result may be, given the arguments: keeps numbers bounded before anything runs. */
  readonly size: (args: readonly Size[]) => Size
  readonly phrase: (args: readonly string[]) => Text
}

export const isMisfit = (result: Type | Misfit): result is Misfit => 'index' in result
export const misfit = (index: number, zh: string, en: string): Misfit => ({ index, expected: { zh, en } })
