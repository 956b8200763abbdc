import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atEnd } from '../../test/at-end.ts'
import { freshDatabase } from '../../test/database.ts'
import { rowsAround } from '../../test/equality/rows.ts'
import { fill } from '../../test/equality/sql.ts'
import { fileOf, line, packCopy } from '../../test/line.ts'
import { home, packs } from '../../test/packs.ts'
import { denominator, numerator } from '../core/exact.ts'
import type { Facts } from '../core/facts.ts'
import type { Constant } from '../core/rule/tree.ts'
import { readPack } from '../pack/read.ts'

const { url } = await freshDatabase()
const client = new pg.Client({ connectionString: url, statement_timeout: 20_000 })
const before = process.env.DATABASE_URL
beforeAll(async () => {
  process.env.DATABASE_URL = url
  await client.connect()
  atEnd(() => client.end())
})
afterAll(() => {
  if (before === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = before
})

const ON = '2025-06-30'
const HEADER = 'enterprise,营业收入,独立法人,严重失信,研发投入,企业规模\n'
const csv = (count: number): string =>
  HEADER +
  Array.from({ length: count }, (_, index) => `e${index},${index * 10_000},${index % 7 === 0 ? '' : '是'},否,${index * 5000},小型\n`).join(
    '',
  )

const ALONE = ['--measure', 'research-subsidy']
const run = (...args: readonly string[]) => line('run', packs.xincheng, '--on', ON, '--lang', 'en', ...args)
const rows = async <T extends object>(statement: string): Promise<T[]> => (await client.query<T>(statement)).rows
const drop = () => client.query('drop table if exists population')
const bring = async (count: number, ...args: readonly string[]) => {
  await drop()
  return line('population', packs.xincheng, fileOf(csv(count), 'city.csv'), '--lang', 'en', ...args)
}
const states = async () => (await rows<{ state: string }>('select state from run_state order by number')).map(({ state }) => state)
const idIn = (out: string): string => /[0-9a-f]{32}/.exec(out)?.[0] ?? ''
const cells = (id: string) =>
  rows<object>(`select enterprise, measure, status, fen, mask from run_cell where run = '${id}' order by enterprise, measure`)

/** Numbers that columns in memory hold as well. */
const isPlain = (value: Constant): boolean =>
  typeof value !== 'number' && typeof value !== 'object'
    ? true
    : numerator(value) ** 2n < 10n ** 24n && 1_000_000n % denominator(value) === 0n
const plain = (facts: Facts): Facts => new Map([...facts].filter(([, value]) => isPlain(value)))

describe('the two engines', () => {
  it.each([
    ['bench/pack', '2024-06-30'],
    ['packs/wuhan', '2023-06-30'],
  ])('give the same cells for %s, in files and in the database', async (folder, on) => {
    const { pack } = await readPack(path.join(home, folder), on)
    const measures = [...pack!.measures.values()]
    await fill(client, measures, pack!.facts, rowsAround(measures, pack!.facts, 700, 5).map(plain))
    const ask = [
      'run',
      path.join(home, folder),
      '--on',
      on,
      '--measure',
      measures.map(({ id }) => id).join(','),
      '--population',
      'db',
      '--json',
    ]
    const file = (engine: string) => path.join(path.dirname(fileOf('')), `${engine}.csv`)
    const written = await Promise.all(
      ['columns', 'sql'].map(async (engine) => {
        const target = file(engine)
        const said = await line(...ask, '--engine', engine, '--out', target, '--all')
        expect([said.code, said.err]).toEqual([0, ''])
        const { measures: counts, total, population } = JSON.parse(said.out) as Record<string, unknown>
        const kept = JSON.parse((await line(...ask, '--engine', engine, '--out', 'db')).out) as { run: string }
        return { lines: readFileSync(target, 'utf8'), counts, total, population, cells: await cells(kept.run) }
      }),
    )
    expect(written[1]).toEqual(written[0])
    expect(written[0]!.lines.split('\n')).toHaveLength(2 + 700 * measures.length)
    expect(written[0]!.cells.length).toBeGreaterThan(200)
  })
})

describe('a population in the database', () => {
  it('is decided as the file is from which it came, by either engine', async () => {
    const file = fileOf(csv(300), 'city.csv')
    expect(await bring(300)).toEqual({ code: 0, out: '300 enterprises are in table "population".', err: '' })
    const totals = await Promise.all(
      [
        ['--population', file],
        ['--population', 'db'],
        ['--population', 'db', '--engine', 'sql'],
      ].map(async (args) => {
        const { measures, total } = JSON.parse((await run(...ALONE, ...args, '--json')).out) as Record<string, unknown>
        return { measures, total }
      }),
    )
    expect([totals[1], totals[2]]).toEqual([totals[0], totals[0]])
  })

  it('is the same wherever its rows lie, and another as soon as a value is another', async () => {
    await bring(50)
    const hashes: string[] = []
    const look = async () => {
      for (const engine of ['columns', 'sql'])
        hashes.push(
          (JSON.parse((await run(...ALONE, '--population', 'db', '--engine', engine, '--json')).out) as { population: string }).population,
        )
    }
    await look()
    await client.query(`update population set "营业收入" = "营业收入" where id < 'e3'`)
    await look()
    expect(new Set(hashes).size).toBe(1)
    // What two enterprises exchange leaves every column as a whole the same.
    await client.query(`update population set "营业收入" = case id when 'e1' then 200000000 else 100000000 end where id in ('e1', 'e2')`)
    await look()
    await client.query(`update population set "营业收入" = case id when 'e1' then 100000000 else 200000000 end where id in ('e1', 'e2')`)
    await look()
    expect(new Set(hashes).size).toBe(3)
  })

  it('may lack columns, and have nothing but unknowns', async () => {
    await bring(20)
    await client.query('alter table population drop column "研发投入"')
    const lacking = await run(...ALONE, '--population', 'db', '--json')
    await bring(20)
    await client.query('update population set "研发投入" = null')
    for (const engine of ['columns', 'sql']) {
      const empty = await run(...ALONE, '--population', 'db', '--json', '--engine', engine)
      const [a, b] = [lacking, empty].map(({ out }) => JSON.parse(out) as { measures: object; run: string })
      expect(b!.measures).toEqual(a!.measures)
      expect(b!.run).not.toBe(a!.run)
    }
    await client.query('update population set "营业收入" = null, "独立法人" = null, "严重失信" = null')
    const { out } = await run(...ALONE, '--population', 'db', '--engine', 'sql', '--json')
    expect(JSON.parse(out)).toMatchObject({ measures: [{ undetermined: 20, total: '0.00' }] })
  })

  it('keeps ids exactly, quotes and commas included', async () => {
    await bring(1)
    const ids = ['a"b', 'c,d', `'; drop table population; --`, '企业 甲', '\\N', '\\.']
    await client.query('delete from population')
    for (const id of ids)
      await client.query(
        'insert into population (id, "独立法人", "严重失信", "营业收入", "研发投入") values ($1, true, false, 2000000000, 1000)',
        [id],
      )
    for (const engine of ['columns', 'sql']) {
      const { out } = await run(...ALONE, '--population', 'db', '--engine', engine, '--out', 'db')
      const found = (await cells(idIn(out))) as { enterprise: string }[]
      expect(found.map(({ enterprise }) => enterprise).sort()).toEqual([...ids].sort())
    }
  })

  it('may have columns whose names PostgreSQL would cut', async () => {
    const folder = packCopy()
    const name = '以前三个年度是否均在本市依法办理统计联网直报并通过核查'
    expect(Buffer.byteLength(name)).toBeGreaterThan(63)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.(md|csv)$/.test(file)) {
        const text = readFileSync(path.join(folder, file), 'utf8')
        writeFileSync(path.join(folder, file), text.replaceAll(/(?<!的)独立法人/g, name))
      }
    await drop()
    const file = fileOf(
      `enterprise,营业收入,严重失信,研发投入,${name}\n1,20000000,否,1000,是\n2,20000000,否,1000,否\n3,20000000,否,1000,\n`,
      'c.csv',
    )
    expect(await line('population', folder, file, '--lang', 'en')).toMatchObject({ out: expect.stringContaining('3 enterprises'), err: '' })
    for (const engine of ['columns', 'sql']) {
      const { out, err } = await line('run', folder, '--on', ON, ...ALONE, '--population', 'db', '--engine', engine, '--json')
      expect([err, JSON.parse(out)]).toMatchObject(['', { measures: [{ eligible: 1, ineligible: 1, undetermined: 1, total: '100.00' }] }])
    }
  })
})

describe('a population that cannot be used', () => {
  it.each([
    ['is not there', 'drop table population', 'run.table-unknown', 'has no table "population"'],
    ['has no id', 'alter table population rename id to code', 'run.table-id', 'needs a column "id" of type text'],
    [
      'has a column of another type',
      'alter table population alter "营业收入" type numeric',
      'run.column-type',
      'is numeric where bigint is needed',
    ],
    [
      'has a word that is no choice',
      `update population set "企业规模" = 'small' where id = 'e3'`,
      'run.column-value',
      '"企业规模" of table "population" holds 1 values',
    ],
    [
      'has an amount below what the catalogue allows',
      `alter table population drop constraint "population_营业收入_check"; update population set "营业收入" = -1 where id in ('e3', 'e4')`,
      'run.column-value',
      '"营业收入" of table "population" holds 2 values',
    ],
    [
      'has a row without an id',
      `alter table population drop constraint population_pkey; alter table population alter id drop not null; update population set id = null where id = 'e3'`,
      'run.id-form',
      '1 rows of table "population" have no id',
    ],
    [
      'has an id with a line break',
      `update population set id = E'e\\n3' where id = 'e3'`,
      'run.id-form',
      '1 rows of table "population" have no id',
    ],
    [
      'has an enterprise twice',
      `alter table population drop constraint population_pkey; insert into population select * from population where id = 'e3'`,
      'run.id-twice',
      'more than one row for enterprise "e3"',
    ],
  ])('because it %s is refused by both engines', async (_what, statement, _code, message) => {
    await bring(10)
    await client.query(statement)
    for (const engine of ['columns', 'sql']) {
      const { code, err } = await run('--measure', 'research-subsidy,cloud-voucher', '--population', 'db', '--engine', engine)
      expect([code, err]).toEqual([1, expect.stringContaining(message)])
    }
  })

  it('because a number does not fit in 53 bits is refused by the columns', async () => {
    await bring(10)
    await client.query(`update population set "营业收入" = 9007199254740993 where id = 'e3'`)
    const { code, err } = await run(...ALONE, '--population', 'db')
    expect([code, err]).toEqual([1, expect.stringContaining('Column "营业收入" of enterprise "e3" holds no value that can be used')])
  })

  it('is not brought into a table that is there', async () => {
    await bring(2)
    const { code, err } = await line('population', packs.xincheng, fileOf(csv(3), 'city.csv'), '--lang', 'en')
    expect([code, err]).toEqual([1, expect.stringContaining('There is a table "population" already')])
    expect(await rows('select count(*)::int as n from population')).toEqual([{ n: 2 }]) // 'run.table-exists'
  })

  it.each([
    [['--population', 'x.csv', '--engine', 'sql'], '--engine sql computes inside the database'],
    [['--population', 'db', '--engine', 'gpu'], '--engine is columns or sql'],
    [['--population', 'db:a.b.c'], '--population is a table or schema.table'],
  ])('as in %j is wrong use', async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) })
  })
})

describe('a run in the database', () => {
  beforeAll(async () => {
    await client.query('truncate run_start, run_end, run_total, run_grant')
  })

  it.each(['columns', 'sql'])('of the engine %s is not written twice', async (engine) => {
    await bring(100)
    const first = await run(...ALONE, '--population', 'db', '--engine', engine, '--out', 'db')
    const second = await run(...ALONE, '--population', 'db', '--engine', engine, '--out', 'db')
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('written to db')])
    expect(second).toEqual({ code: 0, out: 'This run is in "db" already; it was not written again.', err: '' }) // 'run.kept'
    const [total] = await rows<{ eligible: string; undetermined: string; fen: string }>(
      `select eligible, undetermined, fen from run_total join run_state on number = run where id = '${idIn(first.out)}'`,
    )
    const found = (await cells(idIn(first.out))) as { status: string; fen: string | null }[]
    const sum = found.reduce((all, { fen }) => all + BigInt(fen ?? 0), 0n)
    expect([Number(total!.eligible) + Number(total!.undetermined), BigInt(total!.fen)]).toEqual([found.length, sum])
  })

  it('that somebody else is writing is left alone', async () => {
    await bring(5)
    const { out } = await run(...ALONE, '--population', 'db')
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(run_lock('${idIn(out)}'))`)
    const { code, err } = await run(...ALONE, '--population', 'db', '--out', 'db')
    await client.query('rollback')
    expect([code, err]).toEqual([1, expect.stringContaining('Another process is writing run')]) // 'run.busy'
  })

  it.each(['columns', 'sql'])('of the engine %s that the database refuses half-way leaves nothing', async (engine) => {
    await bring(30_000)
    await client.query('truncate run_start, run_end, run_total, run_grant')
    await client.query(`alter table run_grant add constraint full_up check (enterprise <> 'e29990')`)
    await expect(run(...ALONE, '--all', '--population', 'db', '--engine', engine, '--out', 'db')).rejects.toThrow('full_up')
    await client.query('alter table run_grant drop constraint full_up')
    expect([await states(), await rows('select from run_grant')]).toEqual([[], []])
  })

  it('is written to a folder by the engine sql as well, once', async () => {
    await bring(50)
    const folder = path.join(path.dirname(fileOf('')), 'runs')
    const first = await run(...ALONE, '--population', 'db', '--engine', 'sql', '--out', folder)
    const record = JSON.parse(readFileSync(path.join(folder, idIn(first.out), 'run.json'), 'utf8')) as object
    expect(record).toMatchObject({ enterprises: 50, engine: expect.stringMatching(/ sql$/), grants: { file: 'grants.csv' } })
    const second = await run(...ALONE, '--population', 'db', '--engine', 'sql', '--out', folder)
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('was not written again')])
  })

  const started = async (engine: string, signal: NodeJS.Signals) => {
    await client.query('truncate run_start, run_end, run_total, run_grant')
    const args = ['run', packs.xincheng, '--on', ON, ...ALONE, '--all', '--population', 'db', '--engine', engine, '--out', 'db']
    const child = spawn(process.execPath, [path.join(home, 'src/cli/main.ts'), ...args], { stdio: 'ignore', env: process.env })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    while (child.exitCode === null && !(await states()).includes('running')) await sleep(2)
    const seen = await states()
    child.kill(signal)
    return { seen, code: await ended }
  }

  it.each(['columns', 'sql'])('of the engine %s that was killed is seen as died, and can be run again', async (engine) => {
    await bring(60_000)
    expect((await started(engine, 'SIGKILL')).seen).toEqual(['running'])
    // The server notices when it has something to say to the one that is gone.
    while ((await states()).includes('running')) await sleep(20)
    expect([await states(), await rows('select from run_grant')]).toEqual([['died'], []])
    const again = await run(...ALONE, '--all', '--population', 'db', '--engine', engine, '--out', 'db')
    expect([again.code, again.err]).toEqual([0, 'An earlier attempt at this run died; starting again.'])
    expect([await states(), await rows('select count(*)::int as n from run_grant')]).toEqual([['done'], [{ n: 60_000 }]])
  })

  it.each(['columns', 'sql'])('of the engine %s that was interrupted leaves nothing', async (engine) => {
    await bring(60_000)
    // In the very moment of its beginning an interruption is like a kill: the run is seen as died. A moment later it takes back what it began.
    let ended = await started(engine, 'SIGINT')
    for (let turn = 0; ended.code === null && turn < 5; turn++) ended = await started(engine, 'SIGINT')
    expect(ended).toEqual({ seen: ['running'], code: 130 })
    expect([await states(), await rows('select from run_grant')]).toEqual([[], []])
  })
})
