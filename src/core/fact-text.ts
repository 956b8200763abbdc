/** A fact as plain text that reads back to the same value: what receipts and files hold. */
import { dayOfNumber } from './dates.ts'
import { divide, type Exact, multiply, numerator, textOfExact } from './exact.ts'
import type { FactDeclaration } from './facts.ts'
import { yuanText } from './money.ts'
import type { Constant } from './rule/tree.ts'
import { unitOf } from './rule/units.ts'

/** More decimal places than any fact can be written with. */
const PLACES = 40

/** `2000.00 元`, `30%`, `100`, `2023-06-30`, `是`, `市级`: the inverse of `readFact`. */
export const textOfFact = (value: Constant, declaration: FactDeclaration): string => {
  switch (declaration.type) {
    case 'text':
    case 'enum':
      return String(value)
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'date':
      return dayOfNumber(value as number)
    case 'money':
      return `${yuanText(numerator(value as Exact))} 元`
    case 'percent':
      return `${textOfExact(multiply(value as Exact, 100), PLACES)}%`
    default:
      return textOfExact(divide(value as Exact, unitOf(declaration.unit ?? '')?.factor ?? 1), PLACES)
  }
}
