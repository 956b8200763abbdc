import type { Text } from './messages.ts'
import type { Place } from './diagnostic.ts'
import type { Exact } from './exact.ts'

export type FactType = 'text' | 'enum' | 'integer' | 'number' | 'percent' | 'money' | 'date' | 'yes-no'

/** One line of the catalogue of facts. */
export type FactDeclaration = {
  readonly name: string
  readonly label: Text
  readonly type: FactType
  readonly unit: string | null
  /** For `enum`: the Chinese word is the value. */
  readonly values: readonly Text[]
  readonly min: Exact | null
  readonly max: Exact | null
  readonly question: Text
  readonly registry: string | null
  readonly changeable: boolean
  readonly yearly: boolean
  readonly place: Place
}
