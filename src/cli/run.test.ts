import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from './main.ts'

const home = path.resolve(import.meta.dirname, '../..')
const pack = path.join(home, 'test/packs/xincheng')
let folder = ''

const HEADER = 'enterprise,营业收入,独立法人,严重失信,研发投入,企业规模\n'
const good = (count: number): string =>
  HEADER + Array.from({ length: count }, (_, index) => `e${index},${index * 10_000},是,否,${index * 5000},小型\n`).join('')

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'run-'))
  await writeFile(path.join(folder, 'good.csv'), good(3000))
  await writeFile(path.join(folder, 'bad.csv'), `${good(10)}x,many,是,否,1,小型\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(['run', pack, '--on', '2025-06-30', '--lang', 'en', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const population = (name: string): readonly string[] => ['--population', path.join(folder, name)]

describe('planwright run', () => {
  it('prints counts, totals and times, and leaves out of the total what does not count', async () => {
    const { code, out } = await run(...population('good.csv'), '--json')
    const { measures, times, total, uncounted } = JSON.parse(out) as {
      measures: { measure: string; eligible: number; ineligible: number; undetermined: number; total: string; uncounted: string[] }[]
      times: Record<string, number>
      total: string
      uncounted: string
    }
    expect(code).toBe(0)
    expect(measures.every((each) => each.eligible + each.ineligible + each.undetermined === 3000)).toBe(true)
    const sum = (counted: boolean) =>
      measures
        .filter((each) => (each.uncounted.length === 0) === counted)
        .reduce((all, each) => all + BigInt(each.total.replace('.', '')), 0n)
    expect([total, uncounted].map((text) => BigInt(text.replace('.', '')))).toEqual([sum(true), sum(false)])
    expect(sum(true)).toBeGreaterThan(0n)
    expect(Object.keys(times)).toEqual(['load_ms', 'compile_ms', 'compute_ms', 'write_ms', 'peak_mib'])
  })

  it('writes one file with a line for each cell that is eligible or undetermined', async () => {
    const file = path.join(folder, 'grants.csv')
    const { code, out } = await run(...population('good.csv'), '--out', file, '--measure', 'research-subsidy', '--json')
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const [counts] = (JSON.parse(out) as { measures: { eligible: number; undetermined: number }[] }).measures
    expect([code, lines[0]]).toEqual([0, 'enterprise,measure,status,fen,mask'])
    expect(lines).toHaveLength(1 + counts!.eligible + counts!.undetermined)
    expect(lines.at(-1)).toMatch(/^e2999,research-subsidy,eligible,\d+,0$/)
  })

  it('keeps a run under its id and does not write it twice', async () => {
    const out = path.join(folder, 'runs')
    const first = await run(...population('good.csv'), '--out', out)
    const [id = ''] = await readdir(out)
    expect([first.code, first.out.includes(`run ${id}`)]).toEqual([0, true])
    expect((await readdir(path.join(out, id))).sort()).toEqual(['grants.csv', 'run.json'])
    const second = await run(...population('good.csv'), '--out', out, '--workers', '1')
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('was not written again')])
    await run(...population('good.csv'), '--out', out, '--known', '2025-01-01')
    expect(await readdir(out)).toHaveLength(2)
  })

  it('says which rows it left out, and with --strict runs nothing', async () => {
    const loose = await run(...population('bad.csv'))
    expect([loose.code, loose.out]).toEqual([1, expect.stringContaining('10 enterprises')])
    expect(loose.err).toContain('bad.csv:12:3  fact.number')
    const out = path.join(folder, 'strict')
    const strict = await run(...population('bad.csv'), '--strict', '--out', out)
    expect([strict.code, strict.out, existsSync(out)]).toEqual([1, '', false])
    expect(strict.err).toContain('population.strict')
  })

  it.each([
    [['--population', 'x.csv', '--workers', '0'], '--workers is a whole number'],
    [['--population', 'x.csv', '--measure', 'none'], 'There is no measure "none"'],
    [[], 'Give the population with --population'],
  ])('refuses %j as wrong use', async (args, message) => {
    const { code, err } = await run(...args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it('shows a run that was killed, and runs it again', async () => {
    const out = path.join(folder, 'killed')
    await writeFile(path.join(folder, 'large.csv'), good(60_000))
    const args = [path.join(home, 'src/cli/main.ts'), 'run', pack, '--on', '2025-06-30', '--all', '--out', out, ...population('large.csv')]
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('close', resolve))
    // The folder of runs is there a moment before the folder of this run.
    const hasBegun = (): boolean => existsSync(out) && readdirSync(out).length > 0
    while (child.exitCode === null && !hasBegun()) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await ended
    expect(await readdir(out)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.partial$/)])
    const again = await run(...population('large.csv'), '--all', '--out', out)
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('An earlier attempt at this run died')])
    const [id = ''] = await readdir(out)
    expect((await readFile(path.join(out, id, 'grants.csv'), 'utf8')).endsWith('\n')).toBe(true)
    expect(await readdir(out)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })
})
