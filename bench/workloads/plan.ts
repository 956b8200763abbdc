/** A plan of a thousand indicators in five dimensions with twenty years of months: every target assessed with its forecast, and one indicator for its page. */
import { type Assessment, assess, assessAll } from '../../src/modules/plan/index.ts'
import { planOf } from '../plan.ts'
import { median, timeOf } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const DAY = '2026-06-30'
const SIZE = { indicators: 1000, dimensions: 5, years: 20 }
const ALL_MS = 2000
const PAGE_MS = 50

/** How many were judged by decimal arithmetic, and how many have a forecast. */
const counted = (all: readonly Assessment[]): string =>
  `${all.filter(({ ratio }) => ratio !== null).length} with a ratio, ${all.filter(({ fan }) => fan.length > 0).length} with a forecast`

export const workload: Workload = {
  title: 'Plan: 1,000 indicators × 5 dimensions × 240 months',
  clock: 'thread',
  run: async ({ rounds }) => {
    const pack = await planOf(SIZE)
    const [target] = pack.targets
    if (!target) throw new Error('the plan has no target')
    let all: readonly Assessment[] = []
    const times = { cpu: [] as number[], wall: [] as number[], page: [] as number[] }
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      // A copy is a pack that nobody has looked at: nothing is kept from the round before.
      const fresh = { ...pack }
      const began = performance.now()
      times.cpu.push(await timeOf('thread', () => (all = assessAll(fresh, DAY, DAY))))
      times.wall.push(performance.now() - began)
      times.page.push(await timeOf('wall', () => assess(fresh, target, DAY, DAY)))
    }
    const [cpu, wall, page] = [median(times.cpu), median(times.wall), median(times.page)]
    const lines: readonly Line[] = [
      {
        what: `${all.length.toLocaleString('en')} targets assessed`,
        figure: duration(cpu),
        goal: atMost(cpu, ALL_MS, 'ms'),
        note: counted(all),
      },
      { what: 'the same by the wall clock', figure: duration(wall) },
      { what: 'one indicator, by the wall clock', figure: duration(page), goal: atMost(page, PAGE_MS, 'ms') },
    ]
    return lines
  },
}
