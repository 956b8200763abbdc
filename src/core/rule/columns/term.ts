/**
 * What a measure computes on one day, with everything named put in its place: parameters are constants, definitions and tables stand where they are used.
 * Equal terms are one object, so that a definition used a hundred times is still one term, and so is a condition that ten measures share.
 */
import { type Exact, numerator } from '../../exact.ts'
import type { Run } from '../run.ts'
import type { Arithmetic, Comparison, Constant, HitPolicy, Node } from '../tree.ts'
import type { Type } from '../types.ts'

export type Sort = 'number' | 'word' | 'answer'

export type Term = { readonly id: number; readonly sort: Sort } & (
  | { readonly kind: 'constant'; readonly value: Constant }
  /** Never known: a parameter without a version on the day. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fact'; readonly key: string }
  | { readonly kind: 'arithmetic'; readonly op: Arithmetic; readonly parts: readonly [Term, Term] }
  /** A day that was computed: no value where it is no whole day of the years that the calendar knows. */
  | { readonly kind: 'day'; readonly parts: readonly [Term] }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly parts: readonly [Term, Term] }
  | { readonly kind: 'and' | 'or' | 'not' | 'known'; readonly parts: readonly Term[] }
  | { readonly kind: 'if'; readonly parts: readonly [Term, Term, Term] }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Term[] }
  /** Rows from the top: conditions, and the value each gives. */
  | { readonly kind: 'table'; readonly parts: readonly Term[]; readonly values: readonly Term[] }
)
type Shape = Term extends infer Each ? (Each extends Term ? Omit<Each, 'id'> : never) : never

/** Terms that are equal have one number; the terms of measures that are compiled together come from one set. */
export type Terms = { readonly known: Map<string, Term> }
export const noTerms = (): Terms => ({ known: new Map() })

export const partsOf = (term: Term): readonly Term[] =>
  term.kind === 'table' ? [...term.parts, ...term.values] : 'parts' in term ? term.parts : []

const textOf = (value: Constant): string =>
  typeof value === 'object' ? `${numerator(value)}/${value.d}` : typeof value === 'string' ? `"${value}` : String(value)

const keyOf = (shape: Shape): string => {
  const own =
    shape.kind === 'constant'
      ? textOf(shape.value)
      : shape.kind === 'fact'
        ? shape.key
        : shape.kind === 'call'
          ? shape.name
          : 'op' in shape
            ? shape.op
            : ''
  const parts = 'parts' in shape ? shape.parts.map(({ id }) => id).join(' ') : ''
  return `${shape.sort} ${shape.kind} ${parts}${shape.kind === 'table' ? ` : ${shape.values.map(({ id }) => id).join(' ')}` : ''} ${own}`
}

const sortOf = (type: Type): Sort => (type.kind === 'yes-no' ? 'answer' : type.kind === 'text' || type.kind === 'enum' ? 'word' : 'number')

/** Resolves the nodes of one measure; `run` gives the parameters of the day and what names stand for. */
export const resolverOf = (terms: Terms, run: Run): ((node: Node) => Term) => {
  const one = (shape: Shape): Term => {
    const key = keyOf(shape)
    const known = terms.known.get(key)
    if (known) return known
    const term = { ...shape, id: terms.known.size } as Term
    terms.known.set(key, term)
    return term
  }
  const names = new Map<string, Term>()
  const named = (key: string, resolve: () => Term): Term => {
    const known = names.get(key)
    if (known) return known
    const term = resolve()
    names.set(key, term)
    return term
  }
  const number = (value: Exact): Term => one({ sort: 'number', kind: 'constant', value })
  const compare = (op: Comparison, left: Term, right: Term): Term => one({ sort: 'answer', kind: 'compare', op, parts: [left, right] })
  const logic = (kind: 'and' | 'or' | 'not' | 'known', ...parts: readonly Term[]): Term => one({ sort: 'answer', kind, parts })

  const rowsOf = (name: string): { whens: readonly Term[]; values: readonly Term[] } => {
    const rows = run.tables.get(name)?.rows ?? []
    return { whens: rows.map((row) => of(row.when)), values: rows.map((row) => of(row.value)) }
  }

  /** Every hit policy as a table of which the first row that holds decides: of `unique` and `sum` none does before all rows are known. */
  const table = (hit: HitPolicy, sort: Sort, whens: readonly Term[], values: readonly Term[]): Term => {
    if (hit === 'first') return one({ sort, kind: 'table', parts: whens, values })
    const count = one({ sort: 'number', kind: 'call', name: 'count_true', parts: whens })
    if (hit === 'unique') {
      const isOne = compare('=', count, number(1))
      return one({ sort, kind: 'table', parts: whens.map((when) => logic('and', isOne, when)), values })
    }
    const added = whens.map((when, index) => one({ sort, kind: 'if', parts: [when, values[index]!, number(0)] }))
    return one({
      sort,
      kind: 'table',
      parts: [compare('>', count, number(0))],
      values: [one({ sort, kind: 'call', name: 'sum', parts: added })],
    })
  }

  const of = (node: Node): Term => {
    const sort = sortOf(node.type)
    switch (node.kind) {
      case 'literal':
        return one({ sort, kind: 'constant', value: node.value })
      case 'parameter': {
        const value = run.parameters.get(node.name)
        return value === undefined ? one({ sort, kind: 'nothing' }) : one({ sort, kind: 'constant', value })
      }
      case 'fact':
        return one({ sort, kind: 'fact', key: node.key })
      case 'day':
        return number(run.day)
      case 'definition':
        return named(`d:${node.name}`, () => of(run.definitions.get(node.name)!.node))
      case 'table':
        return named(`t:${node.name}`, () => {
          const { whens, values } = rowsOf(node.name)
          return table(run.tables.get(node.name)?.hit ?? 'first', sort, whens, values)
        })
      case 'hit':
        return logic('or', ...rowsOf(node.name).whens)
      case 'arithmetic': {
        const result = one({ sort, kind: 'arithmetic', op: node.op, parts: [of(node.left), of(node.right)] })
        return node.type.kind === 'date' ? one({ sort, kind: 'day', parts: [result] }) : result
      }
      case 'compare':
        return compare(node.op, of(node.left), of(node.right))
      case 'and':
      case 'or':
        return logic(node.kind, ...node.parts.map(of))
      case 'not':
        return logic('not', of(node.of))
      case 'known':
        return node.negated ? logic('not', logic('known', of(node.of))) : logic('known', of(node.of))
      case 'between': {
        const value = of(node.of)
        return logic(
          'and',
          compare(node.lowOpen ? '>' : '>=', value, of(node.low)),
          compare(node.highOpen ? '<' : '<=', value, of(node.high)),
        )
      }
      case 'member': {
        const value = of(node.of)
        // Of an empty list nothing is a member, but of an unknown value not even that is known.
        if (node.list.length === 0) return compare('!=', value, value)
        return logic('or', ...node.list.map((each) => compare('=', value, of(each))))
      }
      case 'if':
        return one({ sort, kind: 'if', parts: [of(node.condition), of(node.then), of(node.else)] })
      case 'list':
        return of(node.expanded)
      case 'call':
        return one({ sort, kind: 'call', name: node.name, parts: node.args.map(of) })
    }
  }
  return of
}

/** How often each term is used below the given ones: what is used twice deserves a name. */
export const usesOf = (roots: readonly Term[]): ReadonlyMap<number, number> => {
  const uses = new Map<number, number>()
  const count = (term: Term): void => {
    const before = uses.get(term.id) ?? 0
    uses.set(term.id, before + 1)
    if (before === 0) for (const part of partsOf(term)) count(part)
  }
  for (const root of roots) count(root)
  return uses
}
