import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsAround } from '../../../test/equality/rows.ts'
import { factsAt, type Population, populationOfFacts } from '../../core/rule/columns/population.ts'
import { decide, isConsidered, judgementKey, uncountedOf } from '../../core/rule/evaluate.ts'
import { maskOf } from '../../core/rule/mask.ts'
import type { When } from '../../core/rule/outcome.ts'
import { reformed } from '../../core/rule/reform/apply.ts'
import { type Reform, settingsIn } from '../../core/rule/reform/reform.ts'
import { planOf } from '../../core/rule/stacking/plan.ts'
import { stack } from '../../core/rule/stacking/stack.ts'
import type { Measure } from '../../core/rule/tree.ts'
import type { Pack } from '../../pack/pack.ts'
import { readPack } from '../../pack/read.ts'
import { decideAll } from '../decide.ts'
import { type Ask, type Lab, openLab } from './lab.ts'
import type { Simulation } from './simulation.ts'

const WHEN: When = { on: '2026-03-01', known: '2026-03-01' }
const ROWS = 2000

let pack: Pack
let population: Population
let lab: Lab
let measures: readonly Measure[]

beforeAll(async () => {
  const read = await readPack(path.resolve(import.meta.dirname, '../../../test/packs/xincheng'), WHEN.on)
  if (!read.pack) throw new Error('the invented pack has errors')
  pack = read.pack
  measures = [...pack.measures.values()]
  const judgements = new Set(measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))
  population = populationOfFacts(rowsAround(measures, pack.facts, ROWS, 7), pack.facts, judgements)
  const groups = ['企业规模', '独立法人'].map((name) => ({ name, column: population.columns.get(name)! }))
  lab = await openLab({ law: { measures, facts: pack.facts }, population, ids: null, groups }, 2)
})
afterAll(() => lab.close())

const settings = (text: string): Reform => settingsIn(text, '--set').value
const edit = (id: string, from: string, to: string): Reform => {
  const { source, file } = pack.measures.get(id)!
  expect(source.split(from)).toHaveLength(2)
  return [{ kind: 'document', file, text: source.replace(from, to) }]
}

/** One enterprise as the interpreter decides it. */
const cellsOf = (law: readonly Measure[], row: number, when: When) => {
  const facts = factsAt(population, row)
  const own = law.filter((measure) => isConsidered(measure, when))
  const awards = stack(planOf(own, when), own.map((measure) => decide(measure, facts, when)), facts) // biome-ignore format: one line
  return new Map(
    own.map((measure, place) => [
      measure.id,
      { ...awards[place]!, mask: maskOf(measure, facts, when), counts: uncountedOf(measure).length === 0 },
    ]),
  )
}
type Cells = ReturnType<typeof cellsOf>

const fenOf = (cells: Cells, counted: boolean): bigint =>
  [...cells.values()].reduce((sum, { award, counts }) => (counts === counted ? sum + (award ?? 0n) : sum), 0n)
const isPaid = (cells: Cells): boolean => [...cells.values()].some(({ award, counts }) => counts && (award ?? 0n) > 0n)

/** The whole result, recomputed one enterprise at a time. */
const naive = (law: readonly Measure[], when: When, baseline: When) => {
  const rows = Array.from({ length: ROWS }, (_, row) => ({ row, old: cellsOf(measures, row, baseline), now: cellsOf(law, row, when) }))
  const changes = rows.map(({ row, old, now }) => ({ row, fen: fenOf(now, true) - fenOf(old, true), old, now }))
  const sum = (list: readonly { readonly fen: bigint }[]) => ({ count: list.length, fen: list.reduce((all, { fen }) => all + fen, 0n) })
  const side = (pick: 'old' | 'now') => ({
    fen: rows.reduce((all, each) => all + fenOf(each[pick], true), 0n),
    uncounted: rows.reduce((all, each) => all + fenOf(each[pick], false), 0n),
    recipients: rows.filter((each) => isPaid(each[pick])).length,
  })
  const tally = (id: string, pick: 'old' | 'now') => {
    const cells = rows.flatMap((each) => each[pick].get(id) ?? [])
    const count = (status: string): number => cells.filter((cell) => cell.status === status).length
    return cells.length === 0
      ? null
      : {
          eligible: count('eligible'),
          ineligible: count('ineligible'),
          undetermined: count('undetermined'),
          recipients: cells.filter(({ award }) => (award ?? 0n) > 0n).length,
          fen: cells.reduce((all, { award }) => all + (award ?? 0n), 0n),
        }
  }
  const moved = (id: string, picks: (old: bigint, now: bigint) => boolean) =>
    sum(
      rows.flatMap(({ old, now }) => {
        const [a, b] = [old.get(id)?.award ?? 0n, now.get(id)?.award ?? 0n]
        return a !== b && picks(a, b) ? [{ fen: b - a }] : []
      }),
    )
  const ids = [...new Set([...rows[0]!.now.keys(), ...rows[0]!.old.keys()])]
  const grouped = (name: string) => {
    const { layout } = population.columns.get(name)!
    const values = 'texts' in layout ? layout.texts : ['否', '是']
    const valueIn = (row: number): string | null => {
      const value = factsAt(population, row).get(name)
      return value === undefined ? null : value === true ? '是' : value === false ? '否' : String(value)
    }
    return [...values, null].map((value) => {
      const own = changes.filter(({ row }) => valueIn(row) === value)
      const at = (pick: 'old' | 'now') => ({
        fen: own.reduce((all, each) => all + fenOf(each[pick], true), 0n),
        recipients: own.filter((each) => isPaid(each[pick])).length,
      })
      return {
        value,
        before: at('old'),
        after: at('now'),
        winners: sum(own.filter(({ fen }) => fen > 0n)),
        losers: sum(own.filter(({ fen }) => fen < 0n)),
      }
    })
  }
  const size = (fen: bigint): bigint => (fen < 0n ? -fen : fen)
  return {
    enterprises: ROWS,
    before: side('old'),
    after: side('now'),
    winners: sum(changes.filter(({ fen }) => fen > 0n)),
    losers: sum(changes.filter(({ fen }) => fen < 0n)),
    unchanged: changes.filter(({ fen }) => fen === 0n).length,
    entering: rows.filter(({ old, now }) => !isPaid(old) && isPaid(now)).length,
    leaving: rows.filter(({ old, now }) => isPaid(old) && !isPaid(now)).length,
    measures: ids.map((id) => ({
      id,
      before: tally(id, 'old'),
      after: tally(id, 'now'),
      entering: moved(id, (a, b) => a === 0n && b > 0n),
      leaving: moved(id, (a, b) => a > 0n && b === 0n),
      raised: moved(id, (a, b) => a > 0n && b > a),
      lowered: moved(id, (a, b) => b > 0n && b < a),
    })),
    groups: ['企业规模', '独立法人'].map((name) => ({ name, values: grouped(name) })),
    largest: changes
      .filter(({ fen }) => fen !== 0n)
      .sort((a, b) => (size(a.fen) === size(b.fen) ? a.row - b.row : size(a.fen) > size(b.fen) ? -1 : 1))
      .slice(0, 10)
      .map(({ row, fen }) => ({ enterprise: String(row + 1), fen })),
  }
}

/** The part of a simulation that `naive` recomputes. */
const figures = ({
  enterprises,
  before,
  after,
  winners,
  losers,
  unchanged,
  entering,
  leaving,
  measures: own,
  groups,
  largest,
}: Simulation) => {
  const plain = ({ count, fen }: { readonly count: number; readonly fen: bigint }) => ({ count, fen })
  return {
    enterprises,
    before,
    after,
    winners,
    losers,
    unchanged,
    entering,
    leaving,
    measures: own.map((each) => ({
      id: each.id,
      before: each.before,
      after: each.after,
      entering: plain(each.entering),
      leaving: plain(each.leaving),
      raised: each.raised,
      lowered: each.lowered,
    })),
    groups,
    largest: largest.map(({ enterprise, fen }) => ({ enterprise, fen })),
  }
}

const simulated = async (ask: Ask): Promise<readonly Simulation[]> => {
  const found = await lab.simulate(ask)
  if ('diagnostics' in found) throw new Error(found.diagnostics.map(({ message }) => message.en).join('\n'))
  return found
}

const reforms: Readonly<Record<string, () => Reform>> = {
  'a rate': () => settings('research-subsidy.补助比例=20%'),
  'a rate and a cap': () => settings('research-subsidy.补助比例=7%;research-subsidy.补助上限=30 万元'),
  'the end of a measure': () => settings('growth-award.in_force=2024-01-01..2025-12-31'),
  'a condition': () => edit('growth-award', '  - 独立法人\n', '  - 独立法人 or 严重失信\n'),
  'a relation': () => edit('growth-award', 'highest research-subsidy：两项择其高。\nen: The higher of the two is paid.\n', ''),
  nothing: () => [],
}

describe('a simulation', () => {
  it.each(Object.keys(reforms))('gives for %s what deciding each enterprise twice gives', async (name) => {
    const reform = reforms[name]!()
    const law = reformed({ measures, facts: pack.facts }, reform, WHEN.on).measures!
    const [simulation] = await simulated({ reforms: [reform], when: WHEN })
    expect(figures(simulation!)).toEqual(naive(law, WHEN, WHEN))
  })

  it('compares with the law of another day', async () => {
    const baseline = { on: '2024-06-30', known: '2024-06-30' }
    const [simulation] = await simulated({ reforms: [[]], when: WHEN, baseline })
    expect(figures(simulation!)).toEqual(naive(measures, WHEN, baseline))
    expect(simulation!.winners.count + simulation!.losers.count).toBeGreaterThan(0)
  })

  it('computes two reforms side by side as it computes each alone, and totals alone as with everything', async () => {
    const both = ['a rate', 'a condition'].map((name) => reforms[name]!())
    const together = await simulated({ reforms: both, when: WHEN })
    const alone = await Promise.all(both.map((reform) => simulated({ reforms: [reform], when: WHEN })))
    expect(together).toEqual(alone.flat())
    expect(await lab.totals({ reforms: both, when: WHEN })).toEqual(together.map(({ after }) => after))
  })

  it('comes to what a run over the law with the reform written into it comes to', async () => {
    const reform = reforms['a rate and a cap']!()
    const law = reformed({ measures, facts: pack.facts }, reform, WHEN.on).measures!.filter((measure) => isConsidered(measure, WHEN))
    const [{ measures: own }] = (await simulated({ reforms: [reform], when: WHEN })) as [Simulation]
    const run = await decideAll({ measures: law, when: WHEN, population, ids: null, lines: 'none' }, 1, async () => {})
    expect(own.map(({ id, after }) => [id, after!.eligible, after!.undetermined, after!.fen])).toEqual(
      law.map(({ id }, place) => [id, run.tallies[place]!.eligible, run.tallies[place]!.undetermined, run.tallies[place]!.fen]),
    )
  })

  it('says why enterprises leave: the conditions that do not hold, with how many', async () => {
    const [{ measures: own }] = (await simulated({
      reforms: [edit('growth-award', '  - 独立法人\n', '  - 独立法人\n  - 营业收入 >= 3 亿元\n')],
      when: WHEN,
    })) as [Simulation]
    const { leaving } = own.find(({ id }) => id === 'growth-award')!
    expect(leaving.count).toBeGreaterThan(0)
    expect(leaving.why).toEqual([
      { text: { zh: '不满足：营业收入不低于 3 亿元', en: 'does not hold: revenue is at least 300 million yuan' }, count: leaving.count },
    ])
  })

  it('adds every change to exactly one band', async () => {
    const [simulation] = (await simulated({ reforms: [reforms['a rate']!()], when: WHEN })) as [Simulation]
    const { bands, winners, losers, before, after } = simulation
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(winners.count + losers.count)
    expect(bands.reduce((sum, { fen }) => sum + fen, 0n)).toBe(after.fen - before.fen)
    expect(
      bands.every(
        ({ from, to, count, fen }) =>
          count === 0 || ((from === null || fen >= from * BigInt(count)) && (to === null || fen <= to * BigInt(count))),
      ),
    ).toBe(true)
  })

  it('refuses a reform that is wrong, and goes on with the next', async () => {
    const refused = await lab.simulate({ reforms: [settings('research-subsidy.补助比例=20 万元')], when: WHEN })
    expect('diagnostics' in refused && refused.diagnostics.map(({ code }) => code)).toEqual(['reform.type'])
    expect(await simulated({ reforms: [[]], when: WHEN })).toHaveLength(1)
  })

  it('gives up a question that nobody waits for, and answers the next', async () => {
    const controller = new AbortController()
    const first = lab.simulate({ reforms: [reforms['a rate']!()], when: WHEN }, controller.signal)
    const second = simulated({ reforms: [reforms['a condition']!()], when: WHEN })
    controller.abort()
    await expect(first).rejects.toThrow('abort')
    expect((await second)[0]!.words.length).toBeGreaterThan(0)
  })
})
