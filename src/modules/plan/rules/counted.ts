/** From what a query looked at to one number, with everything that it rests on. */
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { add, compare, divide, type Exact, exactOf, multiply, textOfExact } from '../../../core/exact.ts'
import type { OperationRow, QueryTerms, Span } from '../../../core/operation.ts'

/** The mark of a scope that is computed here: nobody types a reading into it. */
export const COMPUTED = '本站计算'

/** Numbers by another query, or by another version of it, are a series of their own. */
export const computedSeries = ({ name, version }: Pick<QueryTerms, 'name' | 'version'>): string => `${COMPUTED} · ${name} ${version}`

/** Digits behind the point of a rate: with fewer than 10⁹ things looked at no rate is rounded on to a target of up to three digits. */
const PLACES = 12

/** `value`: the count, or the rate in the indicator’s unit; null: nothing was there to look at (`nothing`), or to divide by (`zero`). `text`: canonical JSON of all that was looked at. */
export type Counted = {
  readonly numerator: Exact
  readonly denominator: Exact | null
  readonly value: string | null
  readonly why: 'nothing' | 'zero' | null
  /** How many things count, and how many were left out for which reason. */
  readonly counted: number
  readonly leftOut: ReadonlyMap<string, number>
  readonly text: string
  /** SHA-256 of `text`. */
  readonly hash: string
}

const fault = (query: QueryTerms, row: OperationRow, what: string): never => {
  throw new Error(`${query.name} ${query.version}: ${what} (${row.id})`)
}

const amount = (query: QueryTerms, row: OperationRow, text: string | null): Exact => {
  const value = text === null ? null : exactOf(text)
  return value === null || compare(value, 0) < 0 ? fault(query, row, 'a thing that counts adds a number of 0 or more') : value
}

const check = (query: QueryTerms, rows: readonly OperationRow[]): void => {
  const seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(row.id)) fault(query, row, 'a thing is looked at once')
    seen.add(row.id)
    if (row.leftOut !== null && !(row.leftOut in query.reasons)) fault(query, row, `${row.leftOut} is no reason of this query`)
    if (row.leftOut !== null && (row.numerator !== null || row.denominator !== null)) fault(query, row, 'what is left out adds nothing')
    if (row.leftOut === null && (row.denominator === null) !== (query.denominator === null))
      fault(query, row, 'a thing adds to a denominator where there is one')
  }
}

/** One text for one set of rows, in whatever order they came; names are not part of it: they may be worded anew without a thing having changed. */
const textOf = (query: QueryTerms, span: Span, rows: readonly OperationRow[]): string =>
  canonicalJson({
    query: query.name,
    version: query.version,
    span: { first: span.first, last: span.last },
    rows: rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, on, numerator, denominator, leftOut }): Json => ({ id, on, numerator, denominator, leftOut })),
  })

const valueFrom = (numerator: Exact, denominator: Exact | null, scale: Exact): string =>
  textOfExact(denominator === null ? numerator : divide(multiply(numerator, scale), denominator), PLACES).replace('…', '')

/** `scale`: 100 where a rate is in percent. */
export const countedFrom = (query: QueryTerms, span: Span, rows: readonly OperationRow[], scale: 1 | 100): Counted => {
  check(query, rows)
  const counting = rows.filter(({ leftOut }) => leftOut === null)
  const sum = (part: 'numerator' | 'denominator'): Exact =>
    counting.reduce<Exact>((total, row) => add(total, amount(query, row, row[part])), 0)
  const numerator = sum('numerator')
  const denominator = query.denominator === null ? null : sum('denominator')
  const why = rows.length === 0 ? 'nothing' : denominator === 0 ? 'zero' : null
  const leftOut = new Map<string, number>()
  for (const row of rows) if (row.leftOut !== null) leftOut.set(row.leftOut, (leftOut.get(row.leftOut) ?? 0) + 1)
  const text = textOf(query, span, rows)
  return {
    numerator,
    denominator,
    value: why === null ? valueFrom(numerator, denominator, scale) : null,
    why,
    counted: counting.length,
    leftOut,
    text,
    hash: sha256Hex(text),
  }
}
