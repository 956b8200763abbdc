import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { denominator, type Exact, numerator } from '../../core/exact.ts'
import { type Column, isNumeric } from '../../core/rule/columns/column.ts'
import { describe as described } from '../../core/synthetic/describe.ts'
import type { Distribution, PopulationSpec, SyntheticColumn } from '../../core/synthetic/spec.ts'
import { readPack } from '../../pack/read.ts'
import type { Names } from '../catalogue.ts'
import { writeColumnFolder } from '../column-folder.ts'
import { writeCsv } from '../csv-writer.ts'
import { type Loaded, loadPopulation } from '../load.ts'
import { exponential, logarithm, normalQuantile } from './arithmetic.ts'
import { makePopulation } from './make.ts'
import { writeNoteBeside } from './note.ts'
import { syntheticPopulation, withGroups } from './synthetic.ts'

const home = path.resolve(import.meta.dirname, '../../..')
const packAt = async (folder: string) => (await readPack(path.join(home, folder), '2026-11-24')).pack!
const [cityPack, smallPack] = [await packAt('packs/wuhan'), await packAt('test/packs/xincheng')]
const [city, small] = [cityPack.population!, smallPack.population!]

type Columns = ReadonlyMap<string, Column>
const keysOf = ({ columns }: PopulationSpec): ReadonlySet<string> => new Set(columns.map(({ key }) => key))
const all = async (spec: PopulationSpec, count: number, seed = spec.seed, threads = 2): Promise<Columns> => {
  const { facts, groups } = await makePopulation(spec, count, seed, keysOf(spec), threads)
  return new Map([...groups, ...facts])
}
const bytesOf = ({ values }: Column, count = values.length): Buffer => Buffer.from(values.slice(0, count).buffer)
const hashOf = (columns: Columns, count?: number): string => {
  const hash = createHash('sha256')
  for (const [key, column] of columns) hash.update(key).update(bytesOf(column, count))
  return hash.digest('hex')
}
const isUnknown = (slot: number): boolean => Number.isNaN(slot) || slot === 255 || slot === -2_147_483_648
const shareOf = (exact: Exact): number => Number(numerator(exact)) / Number(denominator(exact))

describe('chance and powers', () => {
  it('agree with the logarithm and the exponential function of the machine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1e15, noNaN: true }),
        (x) => Math.abs(logarithm(x) - Math.log(x)) < 1e-13 * (1 + Math.abs(Math.log(x))),
      ),
    )
    fc.assert(fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => Math.abs(exponential(x) / Math.exp(x) - 1) < 1e-13))
  })

  it('know the normal distribution', () => {
    for (const [share, deviate] of [
      [0.5, 0],
      [0.841344746068543, 1],
      [0.977249868051821, 2],
      [0.00134989803163009, -3],
      [2.86651571879194e-7, -5],
    ] as const)
      expect(Math.abs(normalQuantile(share) - deviate)).toBeLessThan(1e-7)
  })
})

/** Slots as doubles, unknown ones as NaN. */
type Plain = ReadonlyMap<string, Float64Array>
const plainOf = (columns: Columns): Plain =>
  new Map(
    [...columns].map(([key, { values }]) => [
      key,
      Float64Array.from(values as Int32Array, (slot) => (isUnknown(slot) ? Number.NaN : slot)),
    ]),
  )

/** The known slots and the number of rows of every case of a column; rows of which a condition is unknown are left out. */
const casesOf = (columns: Plain, { key, variants }: SyntheticColumn) => {
  const values = columns.get(key)!
  const tests = variants.map(({ where }) => where.map(({ column, slots }) => ({ own: columns.get(column)!, slots })))
  const cases = variants.map((variant) => ({ variant, rows: 0, known: [] as number[] }))
  rows: for (let row = 0; row < values.length; row++)
    for (const [index, conditions] of tests.entries()) {
      if (conditions.some(({ own }) => Number.isNaN(own[row]!))) continue rows
      if (!conditions.every(({ own, slots }) => slots.includes(own[row]!))) continue
      cases[index]!.rows++
      if (!Number.isNaN(values[row]!)) cases[index]!.known.push(values[row]!)
      continue rows
    }
  return cases
}

/** What a distribution says of the share that lies at a slot, or not above it. */
const sharesOf = (distribution: Distribution): readonly (readonly [what: string, holds: (slot: number) => boolean, share: number])[] => {
  switch (distribution.kind) {
    case 'weights':
      return distribution.slots.map((slot, index) => [`= ${slot}`, (own) => own === slot, shareOf(distribution.shares[index]!)] as const)
    case 'lognormal': {
      const { median, spread, high } = distribution
      const above = Math.round(median * shareOf(spread))
      return [
        [`<= ${median}`, (own) => own <= median, 0.5],
        ...(above < high ? [[`<= ${above}`, (own: number) => own <= above, 0.8413447] as const] : []),
      ]
    }
    case 'zero':
      return [['= 0', (own) => own === 0, shareOf(distribution.share)]]
    default:
      return []
  }
}

/** Four standard errors, and two rows. */
const tolerance = (share: number, rows: number): number => 4 * Math.sqrt((share * (1 - share)) / rows) + 2 / rows

describe('a synthetic population', () => {
  const COUNT = 200_000
  let columns: Columns
  let plain: Plain
  beforeAll(async () => {
    columns = await all(city, COUNT)
    plain = plainOf(columns)
  })

  it('has the shares that its table says, for those it says them of, within four standard errors', () => {
    const wrong: string[] = []
    let looked = 0
    for (const column of city.columns)
      for (const { variant, rows, known } of casesOf(plain, column)) {
        if (rows < 50) continue
        const hold = (what: string, found: number, share: number, of: number) => {
          looked++
          if (Math.abs(found / of - share) > tolerance(share, of)) wrong.push(`${column.key} ${what}: ${found} of ${of}, not ${share}`)
        }
        const isDerived = variant.distribution.kind === 'growth'
        if (!isDerived) hold('unknown', rows - known.length, shareOf(variant.unknown), rows)
        // What is a part of something that is zero may itself be zero: only the others have a share of their own.
        const isPart = variant.distribution.kind === 'zero' && variant.distribution.rest.kind === 'part'
        if (!isPart && known.length >= 50)
          for (const [what, holds, share] of sharesOf(variant.distribution)) hold(what, known.filter(holds).length, share, known.length)
      }
    expect(wrong).toEqual([])
    expect(looked).toBeGreaterThan(600)
  })

  it('keeps every value within the limits of its rows and the range of its fact', () => {
    for (const column of city.columns) {
      const { layout } = columns.get(column.key)!
      if (!isNumeric(layout)) continue
      expect(Number(layout.low)).toBeGreaterThanOrEqual(column.low ?? Number.NEGATIVE_INFINITY)
      expect(Number(layout.high)).toBeLessThanOrEqual(column.high ?? Number.POSITIVE_INFINITY)
      for (const { variant, known } of casesOf(plain, column)) {
        const of = variant.distribution.kind === 'zero' ? variant.distribution.rest : variant.distribution
        const limits = of.kind === 'lognormal' ? [of.low, of.high] : of.kind === 'uniform' ? [of.low, of.high] : null
        if (limits) expect(known.filter((slot) => slot !== 0 && (slot < limits[0]! || slot > limits[1]!))).toEqual([])
      }
    }
  })

  it('derives what it derives exactly, where all of it is known', () => {
    const [now, before, more, growth] = ['营业收入', '营业收入@-1', '营业收入增量', '营业收入增长率'].map(
      (key) => columns.get(key)!.values as Float64Array,
    )
    let looked = 0
    for (let row = 0; row < COUNT; row++) {
      if ([now, before, more, growth].some((values) => Number.isNaN(values![row]!))) continue
      looked++
      if (more![row] !== now![row]! - before![row]!) expect(more![row]).toBe(now![row]! - before![row]!)
      const [scaled, by] = [BigInt(more![row]!) * 10_000n, BigInt(before![row]!)]
      const floor = scaled / by - (scaled < 0n && scaled % by !== 0n ? 1n : 0n)
      if (growth![row] !== Number(floor)) expect(growth![row]).toBe(Number(floor))
    }
    expect(looked).toBeGreaterThan(COUNT / 2)
  })
})

describe('row number i', () => {
  it('is the same in a smaller population, whatever the threads', async () => {
    const large = await all(small, 30_000, 7, 2)
    expect(hashOf(await all(small, 9999, 7, 1))).toBe(hashOf(large, 9999))
    expect(hashOf(await all(small, 30_000, 7, 1))).toBe(hashOf(large))
  })

  it('is the same on every machine', async () => {
    expect(hashOf(await all(small, 20_000, 7))).toBe('a8a1496c0469998fb6f983d3386e7dfda84580fb2f2fbb286d74c6db684e4ea2')
  })

  it('has the same facts whichever others are wanted', async () => {
    const whole = await all(city, 5000)
    for (const key of ['担保贷款额', '营业收入增长率', '当年新获称号', 'ai-key-tech-30.项目评审']) {
      const { facts } = await makePopulation(city, 5000, city.seed, new Set([key]), 1)
      expect([...facts.keys()]).toEqual([key])
      expect(bytesOf(facts.get(key)!).equals(bytesOf(whole.get(key)!))).toBe(true)
    }
  })

  it('is another one with another seed', async () => {
    const [one, other] = [await all(small, 4096, 1), await all(small, 4096, 2)]
    for (const [key, column] of one) expect([key, bytesOf(column).equals(bytesOf(other.get(key)!))]).toEqual([key, false])
  })
})

describe('the synthetic population of a pack', () => {
  const names: Names = {
    facts: smallPack.facts,
    judgements: new Set(['scenario-award.择优']),
    synthetic: { id: smallPack.id, population: small },
  }
  const source = names.synthetic!
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'synthetic-'))
    vi.stubEnv('XDG_CACHE_HOME', folder)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  const load = async (at: string): Promise<Loaded> => {
    const loaded = await loadPopulation(at, names, keysOf(small))
    if (!('population' in loaded)) throw new Error(loaded.findings[0]?.message.en)
    await loaded.kept
    return loaded
  }

  it('is kept, and read back as it was made', async () => {
    const made = await syntheticPopulation(source, keysOf(small), { count: 3000 })
    const kept = await syntheticPopulation(source, keysOf(small), { count: 3000 })
    expect([made.from, kept.from]).toEqual(['made', 'kept'])
    expect(kept.hash).toBe(made.hash)
    for (const of of ['groups', 'columns'] as const) {
      const [before, after] = of === 'groups' ? [made.groups, kept.groups] : [made.population.columns, kept.population.columns]
      expect([...after.keys()]).toEqual([...before.keys()])
      expect(hashOf(after)).toBe(hashOf(before))
      expect([...after.values()].map(({ layout }) => layout)).toEqual([...before.values()].map(({ layout }) => layout))
    }
  })

  it('is kept four times at most, the newest ones', async () => {
    for (const count of [10, 20, 30, 40, 50]) await syntheticPopulation(source, new Set(), { count })
    const from = []
    for (const count of [50, 20, 10]) from.push((await syntheticPopulation(source, new Set(), { count })).from)
    expect(from).toEqual(['kept', 'kept', 'made'])
  })

  it('is written to a folder or a CSV file that say what they hold, and read from there with the same facts', async () => {
    const made = await load('synthetic:2000:5')
    expect([made.from, made.synthetic?.count, made.synthetic?.seed, [...made.groups.keys()]]).toEqual([
      'synthetic',
      2000,
      5,
      ['所在区', '行业'],
    ])
    const [columns, csv] = [path.join(folder, 'columns'), path.join(folder, 'city.csv')]
    const whole = withGroups(made.population, made.groups)
    await writeColumnFolder(columns, whole, null, { synthetic: made.synthetic })
    await writeCsv(csv, whole, null, names)
    await writeNoteBeside(csv, made.synthetic!)
    const [fromColumns, fromCsv] = [await load(columns), await load(csv)]
    expect([fromColumns.synthetic, fromCsv.synthetic]).toEqual([made.synthetic, made.synthetic])
    expect(hashOf(fromColumns.groups)).toBe(hashOf(made.groups))
    const again = path.join(folder, 'again.csv')
    await writeCsv(again, withGroups(fromColumns.population, fromColumns.groups), null, names)
    expect(await readFile(again, 'utf8')).toBe(await readFile(csv, 'utf8'))
    await writeCsv(again, fromCsv.population, null, names)
    const plain = path.join(folder, 'plain.csv')
    await writeCsv(
      plain,
      { count: 2000, columns: new Map([...fromCsv.population.columns.keys()].map((key) => [key, made.population.columns.get(key)!])) },
      null,
      names,
    )
    expect(await readFile(again, 'utf8')).toBe(await readFile(plain, 'utf8'))
  })

  it('says nothing of a population that nobody says was made', async () => {
    const csv = path.join(folder, 'real.csv')
    await writeFile(csv, 'enterprise,独立法人\na,是\n')
    expect((await load(csv)).synthetic).toBeNull()
  })

  it.each(['synthetic:0', 'synthetic:x', 'synthetic:10:4294967296', 'synthetic:20000001', 'synthetic:1:2:3'])(
    'is refused under the name %s',
    async (name) => {
      const loaded = await loadPopulation(name, names, new Set())
      expect('population' in loaded ? null : loaded.findings[0]?.code).toBe('population.synthetic')
    },
  )

  it('is refused where the pack has none', async () => {
    const loaded = await loadPopulation('synthetic', { ...names, synthetic: null }, new Set())
    expect('population' in loaded ? null : loaded.findings[0]?.code).toBe('population.synthetic-none')
  })
})

describe('what is said of it', () => {
  it('names every row once, as published or as assumed, in both languages', () => {
    const { published, assumed, what, cannot } = described(city, 1000, 9)
    expect(published.map(({ source }) => source)).toEqual(['hongheiku-2025', 'cisceindiaresults-20250108', 'cjn-20230601'])
    const columns = new Set([...published, ...assumed].map(({ column }) => column.zh))
    expect(city.columns.filter(({ label }) => !columns.has(label.zh))).toEqual([])
    for (const { column, note } of [...published, ...assumed])
      for (const text of [column, note]) expect([text.zh, text.en]).not.toContain('')
    expect(what.zh).toContain('不是真实企业')
    expect(what.en).toContain('1,000 synthetic enterprises (of the 1,054,800 of the whole city)')
    expect(cannot.en).toContain('cannot')
  })
})
