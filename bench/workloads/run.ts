/** `planwright run` as it is typed: from files to grants in a file, and what memory it takes. */
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { newCells } from '../cells.ts'
import { csvOf, DATA, dataOf, judged } from '../data.ts'
import { ON } from '../engine.ts'
import { packOf } from '../many.ts'
import { ELIGIBLE, MEASURES, UNDETERMINED } from '../reference.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const CLI = path.join(import.meta.dirname, '../../src/cli/main.ts')
const OUT = path.join(DATA, 'grants.csv')
/** The policy has so many measures. */
const POLICY = 23

type Report = { readonly from: string; readonly times: { readonly peak_mib: number } }

/** Types the command; gives what it reported and the seconds a person waited. */
const typed = async (pack: string, population: string): Promise<{ readonly report: Report; readonly ms: number }> => {
  const began = performance.now()
  const args = [CLI, 'run', pack, '--population', population, '--on', ON, '--out', OUT, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 })
  return { report: JSON.parse(stdout) as Report, ms: performance.now() - began }
}

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
    rmSync(path.join(path.dirname(file), '.planwright-snapshot'), { recursive: true, force: true })
    const lines: Line[] = []
    for (const [measures, name] of [
      [MEASURES.length, 'from CSV'],
      [MEASURES.length, 'from the snapshot'],
      [POLICY, 'from the snapshot'],
    ] as const) {
      const { report, ms } = await typed(packOf(measures), file)
      lines.push({
        what: `${city.toLocaleString('en')} enterprises × ${measures} measures, ${name}`,
        figure: `${duration(ms)}, at most ${report.times.peak_mib} MiB`,
        ...(measures === POLICY ? { goal: atMost(report.times.peak_mib, 1536, 'MiB') } : {}),
        ...(measures === MEASURES.length ? { answer: judged(grantsIn(OUT, city), data, true) } : {}),
      })
    }
    rmSync(OUT)
    return lines
  },
}
