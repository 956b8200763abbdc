/** A million enterprises at once: generated loops, relations included, against the loop written by hand. */
import { cellsOf, compileColumns, type Reasons } from '../../src/core/rule/columns/columns.ts'
import { layoutOf, type Population } from '../../src/core/rule/columns/population.ts'
import { planOf } from '../../src/core/rule/stacking/plan.ts'
import type { Measure } from '../../src/core/rule/tree.ts'
import { newCells } from '../cells.ts'
import { type Data, dataOf, judged } from '../data.ts'
import { checkedPack, populationIn, WHEN } from '../engine.ts'
import { byHand } from '../hand.ts'
import { MEASURES } from '../reference.ts'
import { inTurn } from '../timing.ts'
import { atMost, duration, type Line, perCell, type Sizes, type Workload } from '../workload.ts'

/** The generated program over a whole population, and the cells it writes. */
const generated = (measures: readonly Measure[], population: Population, reasons: Reasons) => {
  const program = compileColumns(measures, layoutOf(population), WHEN, reasons, planOf(measures, WHEN))
  const cells = cellsOf(program, population.count)
  return { cells, run: (): void => program.run(population, cells) }
}

const linesFor = async (data: Data, { rounds }: Sizes, goal: boolean): Promise<readonly Line[]> => {
  const pack = await checkedPack()
  const population = populationIn(data.columns, pack.facts)
  const measures = [...pack.measures.values()]
  const hand = { cells: newCells(data.count), run: (): void => byHand(data.columns, hand.cells) }
  const contestants = [
    { name: 'by hand', own: hand },
    { name: 'generated', own: generated(measures, population, 'none') },
    { name: 'generated, with reasons of open cells', own: generated(measures, population, 'open') },
    { name: 'generated, with all reasons', own: generated(measures, population, 'all') },
  ]
  const times = await inTurn(
    'thread',
    contestants.map(({ own }) => own.run),
    { rounds, warm: 3 },
  )
  return contestants.map(({ name, own: { cells } }, index) => {
    const { ms, ratio } = times[index]!
    return {
      what: `${data.profile}, ${data.count.toLocaleString('en')} enterprises, ${name}`,
      figure: `${duration(ms)}, ${perCell(ms, data.count * MEASURES.length)}`,
      ...(index === 0 ? {} : { ratio, of: 'by hand' }),
      ...(goal && index === 1 ? { goal: atMost(ratio, 1.3, '×') } : {}),
      answer: judged(cells, data, true),
    }
  })
}

export const workload: Workload = {
  title: 'A whole population at once, ten measures, relations included',
  clock: 'thread',
  run: async (sizes) => [
    ...(await linesFor(await dataOf('city', sizes.city), sizes, true)),
    ...(await linesFor(await dataOf('stress', sizes.stress), { ...sizes, rounds: 3 }, false)),
  ],
}
