import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPack } from '../pack/read.ts'
import type { Names } from './catalogue.ts'
import { type Loaded, loadPopulation } from './load.ts'

let folder = ''
let file = ''
let names: Names
const WANTED = new Set(['营业收入', '企业规模', '成立日期', '租用面积', '独立法人'])

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'population-'))
  file = path.join(folder, 'city.csv')
  const { pack } = await readPack(path.resolve(import.meta.dirname, '../../test/packs/xincheng'), '2026-01-01')
  if (!pack) throw new Error('the invented pack has errors')
  names = { facts: pack.facts, judgements: new Set() }
  await writeFile(
    file,
    'enterprise,营业收入,企业规模,成立日期,租用面积,独立法人,员工人数\na,1.01,小型,2020-01-01,1.5,是,4\nb,,,,,,\nc,x,,,,,\nd,7,大型,1999-12-31,2,否,5\n',
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const loaded = async (at: string, wanted: ReadonlySet<string> = WANTED): Promise<Loaded> => {
  const result = await loadPopulation(at, names, wanted)
  if (!('population' in result)) throw new Error(result.findings.map((each) => each.message.en).join('\n'))
  await result.kept
  return result
}

describe('loading a population', () => {
  it('reads a file once and then its snapshot, with the same columns, ids and findings', async () => {
    const { from: first, kept: _, ...csv } = await loaded(file)
    const { from: second, kept: __, ...snapshot } = await loaded(file)
    expect([first, second]).toEqual(['csv', 'snapshot'])
    expect(snapshot).toEqual(csv)
    expect([csv.bad, csv.findings.map(({ code }) => code)]).toEqual([1, ['fact.number']])
  })

  it('takes only the columns that are wanted from a snapshot', async () => {
    const { from, population } = await loaded(file, new Set(['企业规模']))
    expect([from, [...population.columns.keys()]]).toEqual(['snapshot', ['企业规模']])
  })

  it('reads a file again after it has changed and keeps one snapshot of it', async () => {
    await appendFile(file, 'e,8,大型,,,,\n')
    const { from, population } = await loaded(file)
    expect([from, population.count]).toEqual(['csv', 4])
    expect(await readdir(path.join(folder, '.planwright-snapshot'))).toHaveLength(1)
  })

  it('reads a file again whose snapshot is damaged', async () => {
    const own = path.join(folder, '.planwright-snapshot')
    const [name = ''] = await readdir(own)
    await chmod(path.join(own, name, '0.bin'), 0o600)
    await writeFile(path.join(own, name, '0.bin'), 'short')
    expect((await loaded(file)).from).toBe('csv')
  })

  it('reads a folder of columns as what it was written from', async () => {
    const own = path.join(folder, '.planwright-snapshot')
    const [name = ''] = await readdir(own)
    const { population: columns, from } = await loaded(path.join(own, name))
    expect(from).toBe('columns')
    expect(columns).toEqual((await loaded(file)).population)
  })

  it('takes the choices of an enum in any order, and unknown values from a bitmap', async () => {
    const own = await mkdtemp(path.join(folder, 'columns-'))
    const column = { name: '企业规模', type: 'enum', storage: 'u8', values: ['微型', 'large'] }
    await writeFile(path.join(own, 'meta.json'), JSON.stringify({ n: 3, columns: [column, { name: '#x', type: 'int', storage: 'i32' }] }))
    await writeFile(path.join(own, '企业规模.bin'), Uint8Array.from([0, 1, 0]))
    await writeFile(path.join(own, '企业规模.valid'), Uint8Array.from([3]))
    const { population } = await loaded(own)
    expect([...(population.columns.get('企业规模')?.values ?? [])]).toEqual([3, 0, 255])
  })

  it('says what is wrong with a folder of columns', async () => {
    const own = await mkdtemp(path.join(folder, 'columns-'))
    const saying = async (meta: unknown): Promise<string> => {
      await writeFile(path.join(own, 'meta.json'), typeof meta === 'string' ? meta : JSON.stringify(meta))
      const result = await loadPopulation(own, names, WANTED)
      return 'population' in result ? '' : (result.findings[0]?.message.en ?? '')
    }
    const entry = { name: '营业收入', type: 'fen', storage: 'f64' }
    expect(await saying('{')).toContain('meta.json is not JSON')
    expect(await saying({ n: 1, columns: [{ ...entry, file: '../x.bin' }] })).toContain('must lie in the folder itself')
    expect(await saying({ n: 1, columns: [{ ...entry, type: 'int' }] })).toContain('should be money')
    expect(await saying({ n: 1, columns: [{ ...entry, name: '营业收人' }] })).toContain('did you mean "营业收入"?')
    expect(await saying({ n: 1, columns: [entry] })).toContain('营业收入.bin cannot be read')
    await writeFile(path.join(own, '营业收入.bin'), new Uint8Array(Float64Array.of(0.5).buffer))
    expect(await saying({ n: 1, columns: [entry] })).toContain('no whole number')
    expect(await saying({ n: 2, columns: [entry] })).toContain('8 bytes instead of 16')
  })

  it('says so where there is nothing to read', async () => {
    const result = await loadPopulation(path.join(folder, 'none.csv'), names, WANTED)
    expect('findings' in result && result.findings.map(({ code }) => code)).toEqual(['population.unreadable'])
    expect(await readFile(file, 'utf8')).toContain('enterprise')
  })
})
