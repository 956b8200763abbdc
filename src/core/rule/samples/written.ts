/** Writing expressions by hand of a machine: what goes into parentheses, and what need not. */

/** An expression twice: with every parenthesis, and with only those that precedence needs. Both mean the same. */
export type Written = { readonly full: string; readonly lean: string; readonly level: number }

/** How tightly an expression binds: `if` least, then or, and, comparison, sum, product, and what needs no parentheses. */
const [IF, OR, AND, RELATION, SUM, PRODUCT, UNIT] = [0, 1, 2, 3, 4, 5, 6]
const LEVELS: Readonly<Record<string, number>> = { or: OR, and: AND, '+': SUM, '-': SUM, '*': PRODUCT, '/': PRODUCT }

export const word = (text: string): Written => ({ full: text, lean: text, level: UNIT })
const within = ({ lean, level }: Written, least: number): string => (level < least ? `(${lean})` : lean)

/** `left sign right`, read from the left: the right side needs parentheses one level earlier. Comparisons do not chain. */
export const infix = (left: Written, sign: string, right: Written): Written => {
  const level = LEVELS[sign] ?? RELATION
  return {
    full: `(${left.full} ${sign} ${right.full})`,
    lean: `${within(left, level === RELATION ? SUM : level)} ${sign} ${within(right, level + 1)}`,
    level,
  }
}
export const call = (name: string, ...args: readonly Written[]): Written => ({
  full: `${name}(${args.map(({ full }) => full).join(', ')})`,
  lean: `${name}(${args.map(({ lean }) => lean).join(', ')})`,
  level: UNIT,
})
/** `day.month`. */
export const property = (of: Written, name: string): Written => ({
  full: `(${of.full}).${name}`,
  lean: `${within(of, UNIT)}.${name}`,
  level: UNIT,
})
/** A longer form that is a comparison: ``relation`${x} between ${a} and ${b}` ``. */
export const relation = (texts: TemplateStringsArray, ...parts: readonly (Written | string)[]): Written => {
  const told = (way: (part: Written) => string): string =>
    texts.reduce((all, text, index) => {
      const part = parts[index - 1]!
      return `${all}${typeof part === 'string' ? part : way(part)}${text}`
    })
  return { full: `(${told(({ full }) => full)})`, lean: told((part) => within(part, SUM)), level: RELATION }
}
export const choice = (condition: Written, then: Written, otherwise: Written): Written => ({
  full: `(if ${condition.full} then ${then.full} else ${otherwise.full})`,
  lean: `if ${condition.lean} then ${then.lean} else ${otherwise.lean}`,
  level: IF,
})
