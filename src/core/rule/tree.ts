/**
 * The checked tree of a measure: plain frozen data, the one thing that every back end reads (`evaluate`, `trace`, `explain`; columns and SQL stand on it too).
 * A node's `id` is stable while its text is: conditions are `c1`, `c2` … in reading order, the amount is `amount`, a row of a table `t:名:1`,
 * and everything below adds `.0`, `.1` …
 */

import type { Day, Validity } from '../dates.ts'
import type { Place } from '../diagnostic.ts'
import type { Exact } from '../exact.ts'
import type { Text } from '../messages.ts'
import type { Rounding } from '../money.ts'
import type { Type } from './types.ts'

type Base = { readonly id: string; readonly type: Type; readonly place: Place }

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'

/** What is said of the items of a list. */
export type Aggregate = 'count' | 'sum' | 'min' | 'max' | 'some' | 'every'

/** Money is fen, percent is a share (30 % is 3/10), dates are days since 1970-01-01, texts and yes-no are themselves. */
export type Constant = Exact | string | boolean

export type Node = Base &
  (
    | { readonly kind: 'literal'; readonly value: Constant; readonly written: string }
    | {
        readonly kind: 'fact'
        readonly name: string
        readonly key: string
        readonly back: number
        readonly low: Exact | null
        readonly high: Exact | null
      }
    | { readonly kind: 'parameter'; readonly name: string }
    | { readonly kind: 'definition'; readonly name: string }
    | { readonly kind: 'table'; readonly name: string }
    | { readonly kind: 'hit'; readonly name: string }
    | { readonly kind: 'day' }
    | { readonly kind: 'arithmetic'; readonly op: Arithmetic; readonly left: Node; readonly right: Node }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Node; readonly right: Node }
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }
    | { readonly kind: 'not'; readonly of: Node }
    | {
        readonly kind: 'between'
        readonly of: Node
        readonly low: Node
        readonly high: Node
        readonly lowOpen: boolean
        readonly highOpen: boolean
      }
    | { readonly kind: 'member'; readonly of: Node; readonly list: readonly Node[] }
    | { readonly kind: 'known'; readonly of: Node; readonly negated: boolean }
    | { readonly kind: 'if'; readonly condition: Node; readonly then: Node; readonly else: Node }
    | {
        readonly kind: 'list'
        readonly aggregate: Aggregate
        readonly list: string
        readonly label: Text
        /** How many items there are. */
        readonly count: Node
        /** Of an item, for words: their facts are those of no item in particular. */
        readonly condition: Node | null
        readonly value: Node | null
        /** The same over all items that there can be: what is computed. */
        readonly expanded: Node
      }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  )

/** One dated version of a parameter. `known` is the day it became public. */
export type ParameterVersion = {
  readonly validity: Validity
  readonly known: Day | null
  readonly value: Constant
  readonly written: string
  readonly place: Place
}
export type Parameter = {
  readonly name: string
  readonly english: string | null
  readonly type: Type
  readonly versions: readonly ParameterVersion[]
  readonly anchor: string
  readonly place: Place
}

/** One condition that has to hold; `node.id` is what masks, traces and pages call it. */
export type Condition = { readonly node: Node; readonly anchor: string; readonly source: string }
export type Definition = {
  readonly name: string
  readonly english: string | null
  readonly node: Node
  readonly anchor: string
  readonly source: string
}
/** Which rows of a table decide: the first that holds, the one that holds, or the sum of all that hold. */
export type HitPolicy = 'first' | 'unique' | 'sum'
export type TableRow = {
  readonly id: string
  readonly when: Node
  readonly value: Node
  readonly cells: readonly string[]
  readonly place: Place
}
export type Table = {
  readonly name: string
  readonly english: string | null
  readonly hit: HitPolicy
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
  readonly type: Type
  readonly anchor: string
  readonly place: Place
}
export type Judgement = {
  readonly name: string
  readonly english: string | null
  readonly by: string
  readonly text: string
  readonly textEnglish: string | null
  readonly anchor: string
  readonly place: Place
}
export type Gap = {
  readonly name: string
  readonly english: string | null
  readonly text: string
  readonly textEnglish: string | null
  readonly anchor: string
  readonly place: Place
}
export type RelationKind = 'highest' | 'exclusive' | 'match' | 'once' | 'difference' | 'cap_total' | 'cap_by' | 'share' | 'add' | 'waived'
/** What the machine does with a relation: a condition or a limit of this measure, a matter between several, or nothing (it names what is outside of the pack). */
export type RelationEffect = 'condition' | 'limit' | 'group' | 'said'
export type Relation = {
  readonly kind: RelationKind
  readonly detail: string
  readonly text: string
  readonly textEnglish: string | null
  readonly effect: RelationEffect
  readonly anchor: string
  readonly place: Place
}

/**
 * What holds between several measures. Members are measure ids, nodes are money.
 * `highest` 就高: of the members only the one with the largest amount is paid, of equals the first named. `exclusive` 不重复享受: this measure is not paid together with
 * any member. `add` 叠加: paid on top of the members, whatever else is said between them. `match` 配套: at most `ratio` times what is paid under the members together.
 * `cap_total` 总额封顶: the members together get at most `limit` less what was `received`, in the order named. `share` 分担: one award, several budgets.
 */
export type GroupRelation =
  | { readonly kind: 'highest' | 'exclusive' | 'add'; readonly members: readonly string[] }
  | { readonly kind: 'match'; readonly members: readonly string[]; readonly ratio: Exact }
  | { readonly kind: 'cap_total'; readonly members: readonly string[]; readonly limit: Node; readonly received: Node | null }
  | { readonly kind: 'share'; readonly parts: readonly ShareOf[] }
/** The share of one budget in an award. */
export type ShareOf = { readonly budget: string; readonly budgetEnglish: string | null; readonly share: Exact }
export type Group = GroupRelation & { readonly anchor: string; readonly place: Place }

/** A worked case: facts as written, and what must come out. */
export type Case = {
  readonly facts: Readonly<Record<string, string>>
  readonly on: Day | null
  readonly status: 'eligible' | 'ineligible' | 'undetermined'
  readonly amount: string | null
  readonly atMost: string | null
  readonly note: string | null
  readonly place: Place
}

/** A section of the document: heading, clause, and what stands under it. */
export type Section = {
  readonly anchor: string
  readonly heading: string
  readonly headingEnglish: string | null
  readonly clause: Text
  readonly place: Place
  readonly blocks: readonly Block[]
}
export type BlockKind = 'params' | 'rule' | 'table' | 'judgement' | 'missing' | 'relations' | 'cases' | 'not-automated' | 'acknowledged'
/** A fenced block as it stands: `body` begins on the line after `place.line`. `clause` is the hash it claims to implement. */
export type Block = {
  readonly kind: BlockKind
  readonly attributes: Readonly<Record<string, string>>
  readonly clause: string | null
  readonly body: string
  readonly place: Place
}

export type Grade = 'executable' | 'partial' | 'text'
export type Confidence = 'A' | 'B' | 'C'
export type Support = 'subsidy' | 'award' | 'match' | 'voucher' | 'interest' | 'service'
export type Service = 'automatic' | 'confirm' | 'apply' | 'none'

export type FrontMatter = {
  readonly id: string
  readonly title: string
  readonly titleEnglish: string | null
  readonly document: string
  readonly clause: string
  readonly part: number | null
  readonly subject: string
  readonly subjectEnglish: string | null
  readonly department: string
  readonly level: string
  readonly support: Support
  readonly service: Service
  readonly grade: Grade
  readonly inForce: Validity & { readonly fromUnknown: boolean }
  readonly known: Day | null
  readonly oncePer: string | null
  readonly oncePerEnglish: string | null
  readonly confidence: Confidence
  readonly sources: readonly string[]
  readonly tasks: readonly string[]
  readonly draft: boolean
  /** The place of each key, for diagnostics of the pack. */
  readonly places: Readonly<Record<string, Place>>
}

/** A place in the population: from the largest value of the fact `of` on, among those for whom the condition holds. `facts` are the keys of all that it reads. */
export type Rank = { readonly key: string; readonly of: string; readonly among: Node | null; readonly facts: readonly string[] }

/** A whole measure, checked: the value that every back end takes. */
export type Measure = FrontMatter & {
  readonly file: string
  readonly source: string
  readonly sections: readonly Section[]
  readonly parameters: readonly Parameter[]
  readonly definitions: readonly Definition[]
  readonly conditions: readonly Condition[]
  readonly tables: readonly Table[]
  readonly amount: { readonly node: Node; readonly rounding: Rounding; readonly anchor: string; readonly source: string } | null
  readonly atMost: { readonly node: Node; readonly rounding: Rounding; readonly anchor: string; readonly source: string } | null
  readonly judgements: readonly Judgement[]
  readonly gaps: readonly Gap[]
  readonly relations: readonly Relation[]
  /** Relations with other measures, as they are computed. Those with what was received before are among `conditions` and in `amount`. */
  readonly groups: readonly Group[]
  readonly notAutomated: readonly { readonly literal: string; readonly text: string; readonly place: Place }[]
  readonly acknowledged: readonly { readonly code: string; readonly on: Day; readonly text: string; readonly place: Place }[]
  readonly cases: readonly Case[]
  /** The ranks among the facts. */
  readonly ranks: readonly Rank[]
  /** Keys of the facts the measure reads (`factKey`), in reading order. */
  readonly facts: readonly string[]
}
