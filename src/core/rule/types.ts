/** Static types of the rule language: what a value is, and in which unit. */

/**
 * Exponents of the base units of a number: `{ 元: 1 }` is money, `{ 元: 1, 平方米: -1, 月: -1 }` a rent, `{}` has no unit.
 */
export type Unit = Readonly<Record<string, number>>

export type Type =
  | { readonly kind: 'number'; readonly unit: Unit; readonly percent: boolean; readonly whole: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
