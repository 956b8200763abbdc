/**
 * A whole population on two threads against one. V8 compiles the loops once more for each thread, on cores that are no longer free then: what a thread costs before it has
 * decided anything is paid twice and not halved, so that two threads win only where the rows take long beside it. `run` starts a second one from 1.4 million enterprises on
 * (`threadsFor`); here both are timed at the size of the city. The CPU time of the thread that had most to do says how evenly the rows were shared; that of the process, what it cost.
 */
import { decideAll } from '../../src/population/decide.ts'
import { WHEN } from '../engine.ts'
import { loadedWith } from '../loaded.ts'
import { median } from '../timing.ts'
import { atLeast, duration, type Workload } from '../workload.ts'

const MEASURES = 23
const ROUNDS = 5

type Times = { readonly wall: number; readonly busiest: number; readonly process: number; readonly whole: number }

export const workload: Workload = {
  title: 'Two threads against one',
  clock: 'wall',
  run: async ({ city }) => {
    const { measures, population, ids } = await loadedWith('city', city, MEASURES)
    const job = { measures, when: WHEN, population, ids, lines: 'some' } as const
    const timesOf = async (threads: number): Promise<Times> => {
      const [began, cpu] = [performance.now(), process.cpuUsage()]
      const { computeMs, cpuMs } = await decideAll(job, threads, async () => {})
      const { user, system } = process.cpuUsage(cpu)
      return { wall: computeMs, busiest: cpuMs, process: (user + system) / 1000, whole: performance.now() - began }
    }
    const rounds: { readonly one: Times; readonly two: Times }[] = []
    for (let round = -1; round < ROUNDS; round++) {
      const times = { one: await timesOf(1), two: await timesOf(2) }
      if (round >= 0) rounds.push(times)
    }
    const middle = (threads: 'one' | 'two', clock: keyof Times): number => median(rounds.map((round) => round[threads][clock]))
    const ratioOf = (clock: keyof Times): number => median(rounds.map(({ one, two }) => one[clock] / two[clock]))
    const what = `${city.toLocaleString('en')} enterprises × ${MEASURES} measures`
    const wall = (threads: 'one' | 'two') => ({
      figure: duration(middle(threads, 'wall')),
      note: `${duration(middle(threads, 'whole'))} with starting, compiling and the lines of grants; CPU time of the process ${duration(middle(threads, 'process'))}`,
    })
    const busiest = (threads: 'one' | 'two') => ({ figure: duration(middle(threads, 'busiest')) })
    const [wallRatio, busiestRatio] = [ratioOf('wall'), ratioOf('busiest')]
    return [
      { what: `${what}, one thread`, ...wall('one'), ratio: wallRatio, of: 'two threads', goal: atLeast(wallRatio, 1.6, '×') },
      { what: `${what}, two threads`, ...wall('two') },
      {
        what: 'CPU time of the thread that decides',
        ...busiest('one'),
        ratio: busiestRatio,
        of: 'the busier of two',
        goal: atLeast(busiestRatio, 1.6, '×'),
      },
      { what: 'CPU time of the busier of two', ...busiest('two') },
    ]
  },
}
