import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from './main.ts'

const pack = path.resolve(import.meta.dirname, '../../test/packs/xincheng')
const ON = '2026-07-01'
let folder = ''
let city = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'simulate-'))
  city = path.join(folder, 'city.csv')
  const rows = Array.from(
    { length: 3000 },
    (_, row) => `e${row},${row * 10_000},是,否,${row * 5000},${['大型', '中型', '小型'][row % 3]}\n`,
  )
  await writeFile(city, `enterprise,营业收入,独立法人,严重失信,研发投入,企业规模\n${rows.join('')}`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const planwright = async (command: string, at: string, ...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main([command, at, '--on', ON, '--lang', 'en', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const simulate = (...args: readonly string[]) => planwright('simulate', pack, '--population', city, ...args)

type Side = { readonly fen: string; readonly uncounted: string }
type Figures = {
  readonly simulations: readonly {
    readonly before: Side
    readonly after: Side
    readonly measures: readonly { readonly id: string; readonly after: { readonly eligible: number; readonly fen: string } }[]
  }[]
}
type Run = {
  readonly total: string
  readonly uncounted: string
  readonly measures: readonly { readonly measure: string; readonly eligible: number; readonly total: string }[]
}

const RATE = 'research-subsidy.补助比例=15%'
const fen = (yuan: string): string => String(BigInt(yuan.replace('.', '')))

describe('planwright simulate', () => {
  it('says what the population is before the first number', async () => {
    const { code, out } = await planwright('simulate', pack, '--population', 'synthetic:500', '--set', RATE)
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toContain('500 synthetic enterprises')
    expect(out).toContain('R&D subsidy: rate 10% → 15%, from 2026-07-01')
  })

  it('gives the numbers of a run, before and with the reform written into a copy of the pack', async () => {
    const { out } = await simulate('--set', RATE, '--json')
    const [figures] = (JSON.parse(out) as Figures).simulations
    const copy = path.join(folder, 'copy')
    await cp(pack, copy, { recursive: true })
    const file = path.join(copy, 'measures/research-subsidy.md')
    await writeFile(
      file,
      (await readFile(file, 'utf8'))
        .replace('补助比例 (rate): 10%', '补助比例 (rate): { ..2026-06-30: 10%, 2026-07-01..: 15% }')
        .replace('50 万元 | 有效期末日', '75 万元 | 有效期末日'),
    )
    const [old, now] = await Promise.all(
      [pack, copy].map(async (at) => JSON.parse((await planwright('run', at, '--population', city, '--json')).out) as Run),
    )
    expect([figures!.before, figures!.after].map((side) => [side.fen, side.uncounted])).toEqual(
      [old!, now!].map((run) => [fen(run.total), fen(run.uncounted)]),
    )
    expect(figures!.after.fen).not.toBe(figures!.before.fen)
    expect(figures!.measures.map(({ id, after }) => [id, after.eligible, after.fen])).toEqual(
      now!.measures.map(({ measure, eligible, total }) => [measure, eligible, fen(total)]),
    )
  })

  it('reports what is wrong with an edited document at its place', async () => {
    const file = path.join(folder, 'research-subsidy.md')
    await writeFile(
      file,
      (await readFile(path.join(pack, 'measures/research-subsidy.md'), 'utf8')).replace('营业收入 >= 收入门槛', '营业收人 >= 收入门槛'),
    )
    const { code, out, err } = await simulate('--document', file)
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/research-subsidy\.md:\d+:\d+ {2}rule\.name-unknown/)])
  })

  it('writes every change to a file', async () => {
    const file = path.join(folder, 'changes.csv')
    await simulate('--set', RATE, '--out', file)
    const [head, first] = (await readFile(file, 'utf8')).split('\n')
    expect([head, first]).toEqual([
      'enterprise,measure,status_before,fen_before,status_after,fen_after',
      expect.stringMatching(/^e\d+,research-subsidy,eligible,\d+,eligible,\d+$/),
    ])
  })

  it('keeps figures in a reform file, and says which of them no longer hold', async () => {
    const file = path.join(folder, 'reform.md')
    await writeFile(file, `---\nid: reform\ntitle: 提高\ntitle_en: Higher\n---\n## 改什么 (What)\n\n\`\`\`changes\n${RATE}\n\`\`\`\n`)
    expect((await simulate('--reform', file, '--stamp')).code).toBe(0)
    expect(await readFile(file, 'utf8')).toMatch(/```figures\npopulation: [\s\S]*cost_after: \d+\.\d\d[\s\S]*run: [0-9a-f]{32}\n```/)
    expect((await simulate('--reform', file)).code).toBe(0)
    await writeFile(file, (await readFile(file, 'utf8')).replace('=15%', '=16%'))
    const { code, err } = await simulate('--reform', file)
    expect([code, err]).toEqual([1, expect.stringMatching(/cost_after was \d+\.\d\d, is \d+\.\d\d/)])
  })

  it('draws a curve whose points are those of single simulations', async () => {
    const { out } = await simulate('--curve', 'research-subsidy.补助比例=5%..15%:3', '--json')
    const { points } = JSON.parse(out) as { points: readonly { readonly value: string; readonly fen: string }[] }
    const single = await simulate('--set', RATE, '--json')
    expect(points.map(({ value }) => value)).toEqual(['5%', '10%', '15%'])
    expect(points[2]!.fen).toBe((JSON.parse(single.out) as Figures).simulations[0]!.after.fen)
  })

  it('finds the value at which the cost meets a budget, and says when there is none', async () => {
    const at = async (value: string): Promise<bigint> =>
      BigInt(
        (JSON.parse((await simulate('--set', `research-subsidy.补助比例=${value}`, '--json')).out) as Figures).simulations[0]!.after.fen,
      )
    const budget = (await at('13%')) + 1n
    const yuan = `${budget / 100n}.${String(budget % 100n).padStart(2, '0')}`
    const { out } = await simulate('--meet', yuan, '--by', 'research-subsidy.补助比例', '--json')
    const { crossings, monotone } = JSON.parse(out) as {
      crossings: readonly { readonly within: { readonly value: string }; readonly beyond: { readonly value: string } }[]
      monotone: boolean
    }
    expect(crossings.map(({ within, beyond }) => [within.value, beyond.value])).toEqual([['13%', '14%']])
    expect(monotone).toBe(true)
    const none = await simulate('--meet', '1', '--by', 'research-subsidy.补助比例=5%..15%')
    expect([none.code, none.out]).toEqual([0, expect.stringContaining('No value of 5% … 15% meets the budget')])
  })

  it.each([
    [['--set', 'research-subsidy.补助比率=15%'], 1, 'did you mean "补助比例"?'],
    [['--curve', 'research-subsidy.补助比例=20%..5%'], 1, 'reform.range'],
    [['--meet', '100'], 2, '--meet and --by go together'],
    [['--stamp'], 2, '--stamp goes with --reform'],
    [['--group', '行业'], 2, 'cannot be broken down by "行业"'],
  ])('refuses %j', async (args, code, message) => {
    const result = await simulate(...args)
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(message)])
  })
})
