/** What the pack that ships has promised: counts, comparators, the model measures, and worked cases around every threshold. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare, type Exact } from '../core/exact.ts'
import { factOf, readFacts } from '../core/facts.ts'
import { decide } from '../core/rule/evaluate.ts'
import { trace } from '../core/rule/trace.ts'
import type { Constant, Measure, Node } from '../core/rule/tree.ts'
import { isProvisional, isWeekend, workingDaysAfter } from '../core/working-days.ts'
import { readPack } from './read.ts'

const TODAY = '2026-11-24'
const { pack } = await readPack(path.resolve(import.meta.dirname, '../../packs/wuhan'), TODAY)
if (!pack) throw new Error('The pack that ships has errors.')
const measures = [...pack.measures.values()]
const executable = measures.filter((each) => each.grade === 'executable')

describe('the plan that ships', () => {
  it('has the twelve targets of the plan, the six goals of 2022 and what later documents set', () => {
    const count = (kind: string): number => pack.targets.filter((each) => each.kind === kind).length
    expect([count('plan'), count('annual'), count('later')]).toEqual([12, 6, 20])
  })

  it('keeps the words of the source: more than, at least, about', () => {
    const comparators = pack.targets.filter((each) => each.kind === 'plan').map((each) => `${each.comparator} ${each.value}`)
    expect(comparators).toEqual([
      '> 14',
      '>= 33',
      '>= 90',
      '> 1500',
      '>= 4500',
      '>= 5500',
      '>= 55',
      '>= 30000',
      '>= 90',
      '>= 90',
      '>= 90',
      '>= 100',
    ])
  })

  it('makes up no baseline', () => {
    expect(pack.targets.filter((each) => each.baseline !== null)).toEqual([])
  })

  it('has 82 readings, those of one indicator and period never twice in one series', () => {
    expect(pack.readings.length).toBe(82)
    const keys = pack.readings.map((each) => [each.indicator, each.series, each.period].join(' '))
    expect(new Set(keys).size).toBe(82)
  })

  it('links no copy on a re-used domain', () => {
    const copies = [...pack.sources.values()].filter((each) => /镜像|不宜外链/.test(`${each.title}${each.note}`))
    expect(copies.length).toBeGreaterThan(10)
    expect(copies.filter((each) => each.linkable)).toEqual([])
  })
})

describe('the measures that ship', () => {
  it('are the 23 measures of the policy as far as they are known, and 71 other rules', () => {
    expect(measures.filter((each) => each.document === 'wh-policy-2022').length).toBe(21)
    expect(measures.length).toBe(92)
  })

  it.each(['public-service-platform', 'identifier-node', 'industry-platform', 'security-service', 'cross-industry-platform'])(
    'have %s, which is computed',
    (id) => {
      expect(pack.measures.get(id)?.grade).toBe('executable')
    },
  )

  it('ask the platform subsidy’s three questions', () => {
    expect(pack.measures.get('public-service-platform')?.facts).toEqual(['认定级别', '平台类型', '软硬件投资额'])
  })

  it.each(measures.filter((each) => each.confidence === 'C' || each.draft).map((each) => [each.id, each] as const))(
    'leave %s out of totals',
    (_id, measure) => {
      const { uncounted } = decide(measure, new Map(), { on: TODAY, known: TODAY })
      expect(uncounted).toContain(measure.confidence === 'C' ? 'confidence' : 'draft')
    },
  )

  it('never compute a draft', () => {
    expect(measures.filter((each) => each.draft).map((each) => each.grade)).not.toContain('executable')
  })
})

describe('the calendar that ships', () => {
  const days = [...pack.calendar.days.values()]
  it('arranges every year from 2004 to 2026, each by a source of its own', () => {
    expect(pack.calendar.years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
    for (const year of pack.calendar.years)
      expect(new Set(days.filter((each) => each.year === year).map(({ source }) => source))).toContain(`holidays-${year}`)
  })

  it('counts over Labour Day and its make-up days', () => {
    expect(workingDaysAfter(pack.calendar, '2022-04-28', 5)).toBe('2022-05-09')
  })

  it('has the working weekends that the notices name', () => {
    const worked = (year: number) => days.filter((each) => each.year === year && each.kind === 'working-day').map(({ day }) => day)
    expect(worked(2026)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(worked(2019)).toEqual(['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'])
    expect(days.filter(({ kind, day }) => kind === 'working-day' && !isWeekend(day))).toEqual([])
  })

  it('makes a date after the last year provisional', () => {
    expect(isProvisional(pack.calendar, TODAY, workingDaysAfter(pack.calendar, TODAY, 10))).toBe(false)
    expect(isProvisional(pack.calendar, TODAY, '2027-01-08')).toBe(true)
  })
})

type Sides = Map<string, { readonly written: string; readonly possible: readonly number[]; readonly found: Set<number> }>

/** For every threshold of a measure: on which sides of it (−1, 0, 1) its worked cases stand, and on which they can. */
const sidesOf = (measure: Measure): Sides => {
  const sides: Sides = new Map()
  for (const each of measure.cases) {
    const given = Object.entries(each.facts).filter(([name]) => factOf(name, pack.facts))
    const { facts } = readFacts(Object.fromEntries(given), pack.facts)
    const steps = trace(measure, facts, { on: each.on ?? measure.inForce.to ?? TODAY, known: '2199-12-31' }).trace ?? []
    const values = new Map<Node, Constant | null>(steps.map(({ node, value }) => [node, value]))
    for (const { node } of steps) {
      if (node.kind !== 'compare' || node.op === '=' || node.op === '!=') continue
      const [left, right] = [values.get(node.left), values.get(node.right)]
      if (typeof left === 'string' || typeof left === 'boolean' || typeof right === 'string' || typeof right === 'boolean') continue
      if (left === null || left === undefined || right === null || right === undefined) continue
      const lowest = node.left.kind === 'fact' ? node.left.low : null
      const possible = lowest !== null && compare(lowest, right as Exact) === 0 ? [0, 1] : [-1, 0, 1]
      const written = measure.source.split('\n')[node.place.line - 1]?.trim() ?? ''
      const own = sides.get(node.id) ?? { written, possible, found: new Set<number>() }
      own.found.add(compare(left, right))
      sides.set(node.id, own)
    }
  }
  return sides
}

describe('the worked cases that ship', () => {
  it.each(executable.map((each) => [each.id, each] as const))('of %s stand below, on and above every threshold', (_id, measure) => {
    expect(measure.cases.length).toBeGreaterThanOrEqual(6)
    const open = [...sidesOf(measure).values()].filter(({ possible, found }) => possible.some((side) => !found.has(side)))
    expect(open.map(({ written, found }) => `${written}: only ${[...found].sort().join(', ')}`)).toEqual([])
  })

  it('see the thresholds at all', () => {
    const node = executable.filter((each) => each.id === 'identifier-node').map((each) => sidesOf(each).size)
    expect(node).toEqual([4])
  })
})
