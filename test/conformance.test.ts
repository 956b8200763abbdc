/** The cases of the DMN kit, where they lie beside the project: they are never copied into it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { casesOf } from '../src/core/feel/case.ts'
import { EMPTY, hazardOf, NO_FACTS, ON } from '../src/core/feel/hazard.ts'
import { type Accepted, acceptedOf } from '../src/core/feel/judge.ts'
import { tallyOf } from '../src/core/feel/tally.ts'
import { cellsOf, compileColumns } from '../src/core/rule/columns/columns.ts'
import { layoutOf, populationOfFacts } from '../src/core/rule/columns/population.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import { STATUSES } from '../src/core/rule/sql/query.ts'
import type { Measure, Node } from '../src/core/rule/tree.ts'
import { yesNo } from '../src/core/rule/units.ts'
import { freshClient } from './client.ts'
import { compare } from './equality/compare.ts'

const KIT = path.resolve(import.meta.dirname, '../../shared/conformance/feel/visible.jsonl')
const isThere = existsSync(KIT)

/** A measure whose one condition is the expression, or that it has the value which the interpreter gives. */
const measureOf = (accepted: Accepted, index: number): Measure => {
  const { node } = accepted
  const { value } = hazardOf(accepted)
  const right: Node = { ...node, id: 'c1.v', kind: 'literal', value: value ?? 0, written: '' }
  const condition: Node =
    node.type.kind === 'yes-no' ? node : { id: 'c1', place: node.place, type: yesNo, kind: 'compare', op: '=', left: node, right }
  return { ...EMPTY, id: `case-${index}`, conditions: [{ node: condition, anchor: 'a1', source: '' }], facts: [...accepted.facts.keys()] }
}

describe.skipIf(!isThere)(isThere ? 'the cases of the kit' : `the cases of the kit (skipped: there is no ${KIT})`, () => {
  const { cases, problems } = casesOf(isThere ? readFileSync(KIT, 'utf8') : '')
  const accepted = cases.map(acceptedOf).filter((each) => 'node' in each)
  let client: pg.Client
  beforeAll(async () => {
    client = await freshClient()
  })

  it('give the value of FEEL wherever the language takes them', () => {
    expect(problems).toEqual([])
    const { passed, wrong } = tallyOf(cases)
    expect(wrong.map(({ case: { line, text }, verdict }) => ({ line, text, ...verdict }))).toEqual([])
    expect(passed.length).toBeGreaterThanOrEqual(150)
  })
  it('give the same in generated loops', () => {
    for (const [index, each] of accepted.entries()) {
      const measure = measureOf(each, index)
      const population = populationOfFacts([each.facts], each.catalogue)
      const program = compileColumns([measure], layoutOf(population), ON)
      const cells = cellsOf(program, 1)
      program.run(population, cells)
      expect(STATUSES[cells.status[0]![0]!], measure.id).toBe(decide(measure, each.facts, ON).status)
    }
  })
  it('give the same in PostgreSQL', async () => {
    const measures = accepted.filter(({ facts }) => facts.size === 0).map(measureOf)
    const { cells, differences } = await compare(client, {
      name: 'conformance',
      measures,
      catalogue: NO_FACTS,
      when: ON,
      rows: [new Map()],
    })
    expect([cells, differences]).toEqual([measures.length, []])
  })
})
