import type { Span } from './lines.ts'
import type { Arithmetic, Comparison } from './tree.ts'

export type Property = 'year' | 'month' | 'day' | 'weekday'

/** An expression as it is written: names are not looked up, types not known. Spans are offsets into the document. */
export type Syntax = Span &
  (
    | { readonly kind: 'number'; readonly digits: string; readonly unit: string }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'day'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Syntax[] }
    /** A part of a day: `成立日期.year`. It is what the function of that name gives. */
    | { readonly kind: 'property'; readonly name: Property; readonly of: Syntax }
    /** `项目`, `项目[投资额 >= 100 万元]`, `项目[…].投资额`: what a call says of a list. */
    | { readonly kind: 'items'; readonly list: string; readonly where: Syntax | null; readonly value: Syntax | null }
    | { readonly kind: 'quantified'; readonly word: 'some' | 'every'; readonly list: string; readonly satisfies: Syntax }
    | { readonly kind: 'minus'; readonly of: Syntax }
    | { readonly kind: 'arithmetic'; readonly op: Arithmetic; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Syntax[] }
    | { readonly kind: 'not'; readonly of: Syntax }
    | { readonly kind: 'in'; readonly of: Syntax; readonly tests: readonly Test[] }
    | { readonly kind: 'known'; readonly of: Syntax; readonly negated: boolean }
    | { readonly kind: 'if'; readonly condition: Syntax; readonly then: Syntax; readonly else: Syntax }
  )

/** What a value is held against in a list or a cell of a table (DMN's unary test). */
export type Test = Span &
  (
    | { readonly kind: 'any' }
    | { readonly kind: 'value'; readonly value: Syntax }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly value: Syntax }
    | { readonly kind: 'range'; readonly low: Syntax; readonly high: Syntax; readonly lowOpen: boolean; readonly highOpen: boolean }
    | { readonly kind: 'none-of'; readonly tests: readonly Test[] }
  )
