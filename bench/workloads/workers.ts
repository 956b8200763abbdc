/** A whole population on two threads against one. */
import { decideAll } from '../../src/population/decide.ts'
import { WHEN } from '../engine.ts'
import { loadedWith } from '../loaded.ts'
import { median } from '../timing.ts'
import { atLeast, duration, type Workload } from '../workload.ts'

const MEASURES = 23
const ROUNDS = 5

export const workload: Workload = {
  title: 'Two threads against one',
  clock: 'wall',
  run: async ({ city }) => {
    const { measures, population, ids } = await loadedWith('city', city, MEASURES)
    const job = { measures, when: WHEN, population, ids, lines: 'some' } as const
    const times = [1, 2].map((threads) => ({ threads, compute: [] as number[], whole: [] as number[] }))
    for (let round = -1; round < ROUNDS; round++)
      for (const { threads, compute, whole } of times) {
        const began = performance.now()
        const { computeMs } = await decideAll(job, threads, async () => {})
        if (round < 0) continue
        compute.push(computeMs)
        whole.push(performance.now() - began)
      }
    const [one, two] = times.map(({ compute, whole }) => ({ compute: median(compute), whole: median(whole) }))
    const ratio = one!.compute / two!.compute
    const line = (what: string, { compute, whole }: { compute: number; whole: number }) => ({
      what: `${city.toLocaleString('en')} enterprises × ${MEASURES} measures, ${what}`,
      figure: `${duration(compute)} to decide`,
      note: `${duration(whole)} with starting, compiling and the lines of grants`,
    })
    return [{ ...line('one thread', one!), ratio, of: 'two threads', goal: atLeast(ratio, 1.6, '×') }, line('two threads', two!)]
  },
}
