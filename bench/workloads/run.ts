/** `planwright run` as it is typed: from files to grants in a file, and what memory it takes. */
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { newCells } from '../cells.ts'
import { typed } from '../command.ts'
import { csvOf, DATA, dataOf, judged } from '../data.ts'
import { ON } from '../engine.ts'
import { packOf } from '../many.ts'
import { ELIGIBLE, MEASURES, UNDETERMINED } from '../reference.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const OUT = path.join(DATA, 'grants.csv')
/** The policy has so many measures. */
const POLICY = 23

type Report = { readonly times: { readonly peak_mib: number } }

/** The cells of the ten measures as the file of grants has them. */
const grantsIn = (file: string, count: number) => {
  const cells = newCells(count)
  const place = new Map(MEASURES.map((id, index) => [id as string, index]))
  const states: Readonly<Record<string, number>> = { eligible: ELIGIBLE, undetermined: UNDETERMINED }
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1, -1)) {
    const [enterprise, id, status, fen] = line.split(',')
    const measure = place.get(id!)
    if (measure === undefined) continue
    cells.status[measure]![Number(enterprise) - 1] = states[status!]!
    cells.amount[measure]![Number(enterprise) - 1] = Number(fen)
  }
  return cells
}

export const workload: Workload = {
  title: 'The whole command, from files to grants in a file',
  clock: 'wall',
  run: async ({ city }) => {
    const file = await csvOf('city', city)
    const data = await dataOf('city', city)
    const snapshots = path.join(path.dirname(file), '.planwright-snapshot')
    const lines: Line[] = []
    for (const [measures, from] of [
      [MEASURES.length, 'CSV'],
      [MEASURES.length, 'the snapshot'],
      [POLICY, 'CSV'],
      [POLICY, 'the snapshot'],
    ] as const) {
      if (from === 'CSV') rmSync(snapshots, { recursive: true, force: true })
      const { said, ms } = await typed(['run', packOf(measures), '--population', file, '--on', ON, '--out', OUT, '--json'])
      const { peak_mib } = (JSON.parse(said) as Report).times
      lines.push({
        what: `${city.toLocaleString('en')} enterprises × ${measures} measures, from ${from}`,
        figure: `${duration(ms)}, at most ${peak_mib} MiB`,
        ...(measures === POLICY ? { goal: atMost(peak_mib, 1536, 'MiB') } : {}),
        ...(measures === MEASURES.length ? { answer: judged(grantsIn(OUT, city), data, true) } : {}),
      })
    }
    rmSync(OUT)
    return lines
  },
}
