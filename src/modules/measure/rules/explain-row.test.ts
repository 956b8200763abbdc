import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsAround } from '../../../../test/equality/rows.ts'
import { compare, type Exact } from '../../../core/exact.ts'
import type { Facts } from '../../../core/facts.ts'
import { decide, judgementKey } from '../../../core/rule/evaluate.ts'
import { applies, maskOf } from '../../../core/rule/mask.ts'
import { evaluated, runOf } from '../../../core/rule/run.ts'
import { randomCatalogue, randomMeasures } from '../../../core/rule/samples/random-measures.ts'
import { planOf } from '../../../core/rule/stacking/plan.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { rowExplained } from './explain-row.ts'
import { lineOf, type Row, rowIn } from './row.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
const measures = randomMeasures(40, 11)
const pack = {
  id: 'random',
  hash: '',
  facts: randomCatalogue,
  departments: new Map(),
  measures: new Map(measures.map((each) => [each.id, each])),
} as unknown as Pack

const rowOf = (measure: Measure, facts: Facts): Row => {
  const { status, amount } = decide(measure, facts, WHEN)
  return { enterprise: 'E1', measure: measure.id, status, award: amount, mask: maskOf(measure, facts, WHEN) }
}
const explained = (row: Row, measure: Measure, facts: Facts | null) => rowExplained(row, measure, planOf([measure], WHEN), facts, pack)

/** The reasons as `decide` has them, found without a mask. */
const reasonsBy = (measure: Measure, facts: Facts): readonly string[] => {
  const outcome = decide(measure, facts, WHEN)
  if (outcome.status === 'eligible' || !applies(measure, WHEN)) return []
  if (outcome.status === 'ineligible') return outcome.failed.map(({ node }) => node)
  const run = runOf(measure, facts, WHEN)
  const open = measure.conditions.filter(({ node }) => evaluated(node, run) === undefined).map(({ node }) => node.id)
  const pending = measure.judgements.filter(({ name }) => !facts.has(judgementKey(measure, name))).map(({ name }) => `j:${name}`)
  const amount = measure.amount && (evaluated(measure.amount.node, run) as Exact | undefined)
  return [...open, ...pending, ...(amount !== null && (amount === undefined || compare(amount, 0) < 0) ? ['amount'] : [])]
}

describe('a row of a mass run', () => {
  const some = measures.map((measure, index) => ({ measure, rows: rowsAround([measure], randomCatalogue, 40, index) }))

  it('gives from its mask alone exactly the conditions, judgements and amount for which it is not eligible, or not yet', () => {
    let seen = 0
    for (const { measure, rows } of some)
      for (const facts of rows) {
        const { reasons } = explained(rowOf(measure, facts), measure, null)
        expect(reasons.map(({ reason }) => reason)).toEqual(reasonsBy(measure, facts))
        seen += reasons.length
      }
    expect(seen).toBeGreaterThan(1000)
  })

  it('holds against its own facts, and needs no fact to be possible', () => {
    for (const { measure, rows } of some)
      for (const facts of rows) {
        const row = rowOf(measure, facts)
        expect([explained(row, measure, facts).verified.holds, explained(row, measure, null).verified.holds]).toEqual([true, null])
      }
  })

  it('does not hold once its mask, its status or its award is another, and says which', () => {
    fc.assert(
      fc.property(fc.constantFrom(...some), fc.nat(39), fc.integer({ min: 1, max: 7 }), ({ measure, rows }, at, change) => {
        const facts = rows[at] ?? new Map()
        const row = rowOf(measure, facts)
        const mask = { ...row, mask: (row.mask ?? 0) ^ change }
        const award: Row = row.award === null ? { ...row, status: 'eligible', award: 1n } : { ...row, award: row.award + 1n }
        expect(explained(mask, measure, facts).verified.differences.map(({ part }) => part)).toEqual(['mask'])
        expect(explained(award, measure, facts).verified.differences.map(({ part }) => part)).toContain('award')
        expect([mask, award].map((each) => explained(each, measure, facts).verified.holds)).toEqual([false, false])
      }),
    )
  })

  it('is read back from the line that states it, whatever the enterprise is called', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((id) => id.trim() === id && id !== '' && !/[\p{Cc}]/u.test(id)),
        fc.constantFrom('eligible', 'ineligible', 'undetermined'),
        fc.nat(2 ** 31 - 1),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (enterprise, status, mask, fen) => {
          const row = { enterprise, measure: 'm04', status, award: status === 'eligible' ? fen : null, mask } as Row
          expect(rowIn(lineOf(row))).toEqual({ row })
        },
      ),
    )
  })

  it.each([
    ['E1,m04,ineligible,5', 'cells'],
    ['E1,m04,ineligible,,5\nE2,m04,ineligible,,5', 'cells'],
    [',m04,ineligible,,5', 'enterprise'],
    ['E1,m04,refused,,5', 'status'],
    ['E1,m04,ineligible,0,5', 'fen'],
    ['E1,m04,eligible,,0', 'fen'],
    ['E1,m04,eligible,1e3,0', 'fen'],
    ['E1,m04,ineligible,,-1', 'mask'],
    ['E1,m04,ineligible,,4294967296', 'mask'],
  ])('is none where a cell is wrong: %j', (line, part) => {
    expect(rowIn(line)).toEqual({ wrong: part })
  })

  it('is read with the header of a run above it', () => {
    expect(rowIn('enterprise,measure,status,fen,mask\r\nE1,m04,ineligible,,5\n')).toEqual(rowIn('E1,m04,ineligible,,5'))
  })
})
