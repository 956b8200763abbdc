import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsAt, populationOf } from '../core/rule/columns/population.ts'
import { decide } from '../core/rule/evaluate.ts'
import { maskOf } from '../core/rule/mask.ts'
import type { Measure } from '../core/rule/tree.ts'
import { readPack } from '../pack/read.ts'
import type { Job } from './block.ts'
import { csvReader } from './csv.ts'
import { decideAll } from './decide.ts'
import { idAt } from './ids.ts'
import { threadsFor } from './pool.ts'

const WHEN = { on: '2026-03-01', known: '2026-03-01' }
const ROWS = 70_000

let job: Job
let measures: readonly Measure[]

const lines = (): string => {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    [
      `"e,${row}"`,
      ['', '0', '1999999.99', '20000000', '500000000'][row % 5],
      ['', '1000000', '16000000'][row % 3],
      ['是', '', '否', '是'][row % 4],
      row % 17 === 0 ? '' : row % 13 === 0 ? 'yes' : 'no',
      ['大型', '中型', 'small', ''][row % 4],
      ['国家级', '市级', '', '其他'][(row >> 2) % 4],
      row % 7 === 0 ? '' : String(row * 100),
      ['', '500000.01', '3000000'][(row >> 1) % 3],
      ['是', '否', ''][(row >> 3) % 3],
    ].join(','),
  )
  return `enterprise,营业收入,上年(营业收入),独立法人,严重失信,企业规模,示范场景级别,场景投资额,研发投入,scenario-award.择优\n${rows.join('\n')}\n`
}

beforeAll(async () => {
  const read = await readPack(path.resolve(import.meta.dirname, '../../test/packs/xincheng'), WHEN.on)
  if (!read.pack) throw new Error('the invented pack has errors')
  const { pack } = read
  measures = [...pack.measures.values()]
  const judgements = new Set(['scenario-award.择优'])
  const reader = csvReader('city.csv', 0, { facts: pack.facts, judgements })
  reader.push(new TextEncoder().encode(lines()))
  const { count, columns, ids } = reader.end()
  job = { measures, when: WHEN, population: populationOf(count, columns, pack.facts, judgements), ids, lines: 'some' }
})

const ran = async (threads: number, lines: Job['lines'] = 'some') => {
  const decoder = new TextDecoder()
  let text = ''
  const { tallies } = await decideAll({ ...job, lines }, threads, async (bytes) => {
    text += decoder.decode(bytes, { stream: true })
  })
  return { tallies, text }
}

describe('a population on several threads', () => {
  it('gives the same lines and totals for any number of threads', async () => {
    const one = await ran(1)
    expect(one.tallies.filter(({ eligible, undetermined }) => eligible > 0 && undetermined > 0).length).toBeGreaterThan(1)
    expect(await ran(3)).toEqual(one)
  })

  it('writes what the interpreter decides, by enterprise and then in the order of the pack', async () => {
    const { text } = await ran(2, 'all')
    const written = text.trimEnd().split('\n')
    expect(written).toHaveLength(ROWS * measures.length)
    const decoder = new TextDecoder()
    for (let row = 0; row < ROWS; row += 31) {
      const facts = factsAt(job.population, row)
      const expected = measures.map((measure) => {
        const { status, amount } = decide(measure, facts, WHEN)
        return `"${decoder.decode(idAt(job.ids, row))}",${measure.id},${status},${amount ?? ''},${maskOf(measure, facts, WHEN)}`
      })
      expect(written.slice(row * measures.length, (row + 1) * measures.length)).toEqual(expected)
    }
  })
})

describe('the number of threads', () => {
  it.each([
    [0, 4, 1],
    [1_054_800, 4, 1],
    [1_400_000, 4, 2],
    [1_400_000, 1, 1],
    [100_000_000, 4, 4],
  ])('for %i enterprises of at most %i is %i', (rows, most, threads) => {
    expect(threadsFor(rows, most)).toBe(threads)
  })
})
