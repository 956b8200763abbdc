import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeasure } from '../core/rule/read.ts'
import { sampleCatalogue } from '../core/rule/samples/catalogue.ts'
import { planOf } from '../core/rule/stacking/plan.ts'
import type { Measure } from '../core/rule/tree.ts'
import { rowOf } from './ids.ts'
import { enterpriseIn, linesBeginning } from './one.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
const NAMES = { facts: sampleCatalogue, judgements: new Set<string>() }
const samples = path.resolve(import.meta.dirname, '../core/rule/samples/good')
let folder = ''
let file = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'one-'))
  file = path.join(folder, 'city.csv')
  await writeFile(file, 'enterprise,认定级别,营业收入,软硬件投资额\nE11,国家级,3,5\nE1,省级,2,\nE111,国家级,1,7\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sample = async (name: string): Promise<Measure> => {
  const { measure } = readMeasure(await readFile(path.join(samples, `${name}.md`), 'utf8'), `${name}.md`, sampleCatalogue)
  if (!measure) throw new Error(`${name} is no good sample`)
  return measure
}
const factsOf = async (measure: Measure, id: string) => {
  const one = await enterpriseIn(file, NAMES, planOf([measure], WHEN), id)
  if (!('facts' in one)) throw new Error(one.findings.map(({ message }) => message.en).join('\n'))
  return one
}

describe('one enterprise of a population', () => {
  it('has the same facts from the file and from its snapshot, and the hash of the whole', async () => {
    const measure = await sample('cap')
    const first = await factsOf(measure, 'E1')
    const second = await factsOf(measure, 'E1')
    expect(second).toEqual(first)
    expect([...(second.facts ?? [])]).toEqual([['认定级别', '省级']])
    expect((await factsOf(measure, 'E111')).facts?.get('软硬件投资额')).toBe(700)
    expect(await factsOf(measure, 'E')).toEqual({ facts: null, hash: first.hash })
  })

  it('has its rank among all of them', async () => {
    const rank = await sample('rank')
    const { facts } = await factsOf(rank, 'E111')
    expect([facts?.get('rank(营业收入)'), facts?.get('rank(营业收入, 认定级别 = "国家级")')]).toEqual([3, 2])
  })

  it('is found by its id and by nothing that only holds it', () => {
    const id = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('E', '1', '企') })
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 30 }), id, (all, other) => {
        const parts = all.map((each) => Buffer.from(each))
        const ends = [0]
        for (const part of parts) ends.push(ends.at(-1)! + part.length)
        const ids = { bytes: new Uint8Array(Buffer.concat(parts)), ends: Int32Array.from(ends) }
        for (const each of [...all, other]) expect(rowOf(ids, all.length, each)).toBe(all.indexOf(each))
      }),
    )
  })

  it('is the number of its row where the population has no ids', () => {
    expect(['1', '3', '4', '0', '01', '', 'E1'].map((id) => rowOf(null, 3, id))).toEqual([0, 2, -1, -1, -1, -1, -1])
  })
})

describe('lines of a run', () => {
  it('are those of the enterprise alone, wherever they stand and however many chunks lie before them', async () => {
    const grants = path.join(folder, 'grants.csv')
    const before = 'E11,m01,eligible,5,0\n'.repeat(250_000)
    await writeFile(
      grants,
      `enterprise,measure,status,fen,mask\n${before}E1,m01,eligible,7,0\nE1,m02,undetermined,,2\nE111,m01,eligible,9,0\n`,
    )
    expect(await linesBeginning(grants, 'E1,')).toEqual(['E1,m01,eligible,7,0', 'E1,m02,undetermined,,2'])
    expect(await linesBeginning(grants, 'E1,m02,')).toEqual(['E1,m02,undetermined,,2'])
    expect(await linesBeginning(grants, 'E111,')).toEqual(['E111,m01,eligible,9,0'])
    expect((await linesBeginning(grants, 'E11,')).length).toBe(250_000)
    expect(await linesBeginning(grants, '1,')).toEqual([])
  })
})
