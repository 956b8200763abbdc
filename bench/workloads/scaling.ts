/** From ten measures to three hundred, and from a tenth of a city to the whole: a cell costs the same. */
import { deciderOf } from '../../src/population/block.ts'
import { WHEN } from '../engine.ts'
import { loadedWith } from '../loaded.ts'
import { inTurn } from '../timing.ts'
import { atMost, duration, type Line, perCell, type Workload } from '../workload.ts'

const MEASURES = [10, 23, 300] as const
/** Cells that are decided at once. */
const CELLS = 1 << 19
/** What a cell may cost more where there is more of everything. */
const CLIFF = 1.3

export const workload: Workload = {
  title: 'Scaling: decided with reasons, relations and totals',
  clock: 'thread',
  run: async ({ city, slow }) => {
    const lines: Line[] = []
    let first: number | null = null
    for (const measureCount of MEASURES) {
      const { measures, population, ids } = await loadedWith('city', city, measureCount)
      const rows = Math.floor(CELLS / measureCount)
      const decider = deciderOf({ measures, when: WHEN, population, ids, lines: 'none' }, rows)
      const firstRows = (count: number) => () => {
        for (let from = 0; from < count; from += rows) decider.decide(from, Math.min(from + rows, count))
      }
      const counts = [slow, city]
      const times = await inTurn('thread', counts.map(firstRows), { rounds: 3, warm: 1 })
      for (const [index, count] of counts.entries()) {
        const cells = count * measureCount
        const each = times[index]!.ms / cells
        first ??= each
        lines.push({
          what: `${count.toLocaleString('en')} enterprises × ${measureCount} measures`,
          figure: `${duration(times[index]!.ms)}, ${perCell(times[index]!.ms, cells)}`,
          ratio: each / first,
          of: 'a cell of the first line',
          goal: atMost(each / first, CLIFF, '×'),
        })
      }
    }
    return lines
  },
}
