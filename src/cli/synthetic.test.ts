import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from './main.ts'

const pack = path.resolve(import.meta.dirname, '../../test/packs/xincheng')
const SAID = '2,000 synthetic enterprises, made from published totals and assumptions; they are no real enterprises.'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'synthetic-run-'))
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const planwright = async (...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main([...args, '--lang', 'en'], { out: (line) => out.push(line), err: (line) => err.push(line), terminal: false })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const run = (population: string, ...more: readonly string[]) =>
  planwright('run', pack, '--on', '2025-06-30', '--population', population, ...more)

/** The table of a run, without what differs from one to the next. */
const table = (out: string): string => out.replace(/^(load_ms|run ).*$/gm, '')

describe('a run over synthetic enterprises', () => {
  it('says first what they are and what they cannot tell', async () => {
    const { code, out } = await run('synthetic')
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 2)).toEqual([SAID, expect.stringContaining('cannot tell what will really be spent')])
  })

  it('gives the same over the folder and the file that they were written to, and says the same', async () => {
    const [columns, csv] = [path.join(folder, 'city'), path.join(folder, 'city.csv')]
    for (const out of [columns, csv]) {
      const written = await planwright('population', pack, 'synthetic', '--out', out)
      expect(written).toEqual({ code: 0, out: `${SAID}\n2000 enterprises are in "${out}".`, err: '' })
    }
    const [made, ...read] = await Promise.all(['synthetic', columns, csv].map((each) => run(each)))
    expect(read.map(({ out }) => table(out))).toEqual([table(made!.out), table(made!.out)])
    expect(await planwright('population', pack, 'synthetic', '--out', csv)).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists already'),
    })
  })

  it('keeps beside its cells what they are, with every row that is assumed', async () => {
    const out = path.join(folder, 'runs')
    await run('synthetic:500:3', '--out', out)
    const [id = ''] = await readdir(out)
    const { synthetic } = JSON.parse(await readFile(path.join(out, id, 'run.json'), 'utf8'))
    expect(synthetic).toMatchObject({
      count: 500,
      seed: 3,
      generator: 1,
      published: [{ source: 'bulletin-2024' }, { source: 'bulletin-2024' }],
    })
    expect(synthetic.assumed.length).toBeGreaterThan(15)
  })

  it('has lines that can be explained', async () => {
    const out = path.join(folder, 'explained')
    await run('synthetic:500', '--out', out)
    const [id = ''] = await readdir(out)
    const [, line = ''] = (await readFile(path.join(out, id, 'grants.csv'), 'utf8')).split('\n')
    const { code, out: said } = await planwright(
      'explain',
      pack,
      '--run',
      path.join(out, id),
      '--enterprise',
      line.split(',')[0]!,
      '--population',
      'synthetic:500',
    )
    expect([code, said]).toEqual([0, expect.not.stringContaining('differs')])
  })

  it('can be a comparison of two days, which says the same', async () => {
    const { out } = await planwright('diff', pack, '--population', 'synthetic', '--on', '2025-06-30', '--other-on', '2026-06-30')
    expect(out.split('\n')[0]).toBe(SAID)
  })

  it('refuses a number that is none', async () => {
    expect(await run('synthetic:none')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('population.synthetic') })
  })
})
