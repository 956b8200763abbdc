/** Operations as a source of indicators: what a module offers to be counted of what it records. */
import type { OperationRow, QueryTerms, Span } from '../core/operation.ts'
import type { Look } from './module.ts'

/** A query over what a module records. It names every thing that it looked at, counted or left out; none at all means that nothing is known, never that there was nothing. */
export type OperationQuery = QueryTerms & {
  // A method, as that of a view.
  rows(look: Look, span: Span): Promise<readonly OperationRow[]>
}

/** The queries of all modules by their names. */
export type Operations = ReadonlyMap<string, OperationQuery>
export const NO_OPERATIONS: Operations = new Map()

/** The queries by their names; refuses two of one name. */
export const operationsOf = (modules: readonly { readonly operations?: readonly OperationQuery[] }[]): Operations => {
  const found = new Map<string, OperationQuery>()
  for (const query of modules.flatMap(({ operations = [] }) => operations)) {
    if (found.has(query.name)) throw new Error(`two modules offer the query ${query.name}`)
    found.set(query.name, query)
  }
  return found
}
