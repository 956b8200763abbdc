/** What a comparison has seen, added up job by job and told as lines. */
import type { Status } from '../../src/core/rule/outcome.ts'
import type { Node } from '../../src/core/rule/tree.ts'
import { nodesOf } from '../../src/core/rule/walk.ts'
import type { Job } from './answer.ts'
import { BACK_ENDS, type Compared } from './compare.ts'
import { type Coverage, cover } from './coverage.ts'

const STATUSES = ['eligible', 'ineligible', 'undetermined'] as const

export type Tally = {
  /** Cells that every back end answered, and those that all but columns did. */
  cells: number
  unheld: number
  rules: number
  jobs: number
  readonly statuses: Record<Status, number>
  readonly differences: string[]
  /** Of measures that have worked cases to begin with: those of packs. */
  readonly coverage: Coverage
  /** Cells of rules that contain a kind of node, by status. */
  readonly kinds: Map<string, Record<Status, number>>
}

export const newTally = (): Tally => ({
  cells: 0,
  unheld: 0,
  rules: 0,
  jobs: 0,
  statuses: { eligible: 0, ineligible: 0, undetermined: 0 },
  differences: [],
  coverage: new Map(),
  kinds: new Map(),
})

const kindOf = (node: Node): string => {
  switch (node.kind) {
    case 'call':
      return `${node.name}()`
    case 'arithmetic':
    case 'compare':
      return `${node.kind} ${node.op}`
    case 'fact':
      return node.back > 0 ? 'fact of an earlier year' : 'fact'
    case 'known':
      return node.negated ? 'is unknown' : 'is known'
    case 'literal':
      return `literal ${node.type.kind}`
    default:
      return node.kind
  }
}

export const addTo = (tally: Tally, { name, measures }: Job, compared: Compared): void => {
  tally.cells += compared.cells
  tally.unheld += compared.unheld
  tally.jobs++
  tally.differences.push(...compared.differences)
  for (const [index, measure] of measures.entries()) {
    const answers = compared.reference[index]!
    const counts = { eligible: 0, ineligible: 0, undetermined: 0 }
    for (const { status } of answers) counts[status]++
    for (const status of STATUSES) tally.statuses[status] += counts[status]
    const kinds = new Set([
      ...nodesOf(measure).map(kindOf),
      ...measure.tables.map(({ hit }) => `table hit=${hit}`),
      ...(measure.amount ? [`round ${measure.amount.rounding.mode}`] : []),
      ...(measure.judgements.length > 0 ? ['judgement'] : []),
      ...(measure.gaps.length > 0 ? ['missing'] : []),
      ...measure.relations.map(({ effect }) => `relation as ${effect}`),
    ])
    for (const kind of kinds) {
      const sum = tally.kinds.get(kind) ?? { eligible: 0, ineligible: 0, undetermined: 0 }
      for (const status of STATUSES) sum[status] += counts[status]
      tally.kinds.set(kind, sum)
    }
    if (!name.includes('/random/')) cover(tally.coverage, measure, answers)
  }
  tally.rules += measures.length
}

const whole = (n: number): string => n.toLocaleString('en')

/** `1,000,000 cells × 5 back ends …`: one line. */
export const summaryOf = ({ cells, unheld, rules, differences, statuses }: Tally): string =>
  `${whole(cells)} cells in ${whole(rules)} rules: ${BACK_ENDS.join(', ')} against the reference (${STATUSES.map((status) => `${whole(statuses[status])} ${status}`).join(', ')}; ${whole(unheld)} more that columns refuse): ${differences.length === 0 ? 'no difference' : `${differences.length} DIFFERENCES`}`

/** Every kind of node, the rarest first, with the cells of the rules that contain it. */
export const kindsTable = ({ kinds }: Tally): string =>
  [...kinds]
    .map(([kind, counts]) => ({ kind, counts, sum: STATUSES.reduce((sum, status) => sum + counts[status], 0) }))
    .sort((a, b) => a.sum - b.sum)
    .map(({ kind, counts }) => `${kind.padEnd(26)}${STATUSES.map((status) => whole(counts[status]).padStart(14)).join('')}`)
    .toSpliced(0, 0, `${''.padEnd(26)}${STATUSES.map((status) => status.padStart(14)).join('')}`)
    .join('\n')
