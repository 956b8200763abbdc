/**
 * A whole population on two threads against one. The laboratory keeps its threads: what V8 compiled for a question is there for the next, and two threads share the rows alone.
 * A command starts its threads anew: V8 compiles the loops once more for each, on cores that are no longer free then, so that a second one wins only where the rows take
 * long beside that; `run` starts one from 1.4 million enterprises on (`threadsFor`). Both are timed at the size of the city.
 */
import { decideAll } from '../../src/population/decide.ts'
import { openPool, type Pool } from '../../src/population/lab/pool.ts'
import { WHEN } from '../engine.ts'
import { loadedWith } from '../loaded.ts'
import { median } from '../timing.ts'
import { atLeast, duration, type Workload } from '../workload.ts'

const MEASURES = 23
const ROUNDS = 9
const WARMING = 3

type Loaded = Awaited<ReturnType<typeof loadedWith>>
/** Milliseconds with one thread and with two, in turns. */
type Turns = { readonly one: readonly number[]; readonly two: readonly number[] }

const inTurns = async (work: (threads: 1 | 2) => Promise<number>): Promise<Turns> => {
  const turns = { one: [] as number[], two: [] as number[] }
  for (let round = -WARMING; round < ROUNDS; round++) {
    const [one, two] = [await work(1), await work(2)]
    if (round < 0) continue
    turns.one.push(one)
    turns.two.push(two)
  }
  return turns
}

const kept = async ({ measures, facts, population, ids }: Loaded): Promise<Turns> => {
  const bench = { law: { measures, facts }, population, ids, groups: [] }
  const paying = new Uint16Array(new SharedArrayBuffer(2 * population.count))
  const question = { before: WHEN, after: [], detail: false, lines: false, paying } as const
  const pools: Readonly<Record<1 | 2, Pool>> = { 1: await openPool(bench, 1), 2: await openPool(bench, 2) }
  const turns = await inTurns(async (threads) => {
    const began = performance.now()
    await pools[threads].ask(question)
    return performance.now() - began
  })
  await Promise.all([pools[1].close(), pools[2].close()])
  return turns
}

const fresh = ({ measures, population, ids }: Loaded): Promise<Turns> =>
  inTurns(async (threads) => (await decideAll({ measures, when: WHEN, population, ids, lines: 'some' }, threads, async () => {})).computeMs)

export const workload: Workload = {
  title: 'Two threads against one',
  clock: 'wall',
  run: async ({ city }) => {
    const loaded = await loadedWith('city', city, MEASURES)
    const what = `${city.toLocaleString('en')} enterprises × ${MEASURES} measures`
    const ratioOf = ({ one, two }: Turns): number => median(one.map((each, round) => each / two[round]!))
    const [staying, starting] = [await kept(loaded), await fresh(loaded)]
    const ratio = ratioOf(staying)
    return [
      {
        what: `${what}, threads that stay (laboratory): one`,
        figure: duration(median(staying.one)),
        ratio,
        of: 'two threads',
        goal: atLeast(ratio, 1.6, '×'),
      },
      { what: `${what}, threads that stay (laboratory): two`, figure: duration(median(staying.two)) },
      {
        what: `${what}, threads started anew (one command): one`,
        figure: duration(median(starting.one)),
        ratio: ratioOf(starting),
        of: 'two threads',
        note: 'therefore a command takes one',
      },
      { what: `${what}, threads started anew (one command): two`, figure: duration(median(starting.two)) },
    ]
  },
}
