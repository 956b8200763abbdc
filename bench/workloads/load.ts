/** From a CSV file to columns, against only reading the file and finding where its lines end; and from what is kept of it. */
import { closeSync, openSync, readSync, rmSync } from 'node:fs'
import path from 'node:path'
import { csvOf } from '../data.ts'
import { checkedPack } from '../engine.ts'
import { load } from '../loaded.ts'
import { median, timeOf } from '../timing.ts'
import { atMost, duration, type Workload } from '../workload.ts'

const CHUNK = 1 << 20
const LF = 0x0a
const ROUNDS = 5

type Counter = (bytes: Uint8Array, length: number) => number
/** As JavaScript looks at bytes, and as the machine's own search does. */
const byLoop: Counter = (bytes, length) => {
  let lines = 0
  for (let at = 0; at < length; at++) if (bytes[at] === LF) lines++
  return lines
}
const bySearch: Counter = (bytes, length) => {
  let lines = 0
  for (let at = bytes.indexOf(LF); at >= 0 && at < length; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}

/** Counts the lines of a file, on one thread. */
const linesIn = (file: string, count: Counter): number => {
  const handle = openSync(file, 'r')
  const chunk = new Uint8Array(CHUNK)
  let lines = 0
  for (let length = readSync(handle, chunk); length > 0; length = readSync(handle, chunk)) lines += count(chunk, length)
  closeSync(handle)
  return lines
}

export const workload: Workload = {
  title: 'Loading a population',
  clock: 'wall',
  run: async ({ city }) => {
    const file = await csvOf('city', city)
    const pack = await checkedPack()
    const times = { loop: [] as number[], search: [] as number[], csv: [] as number[], snapshot: [] as number[] }
    /** CPU time of all threads: what it would take on a machine that does nothing else is this by their number. */
    const cpu = { csv: [] as number[], snapshot: [] as number[] }
    const counts = new Set<number>()
    /** Loads, and waits apart until the snapshot is written. */
    const loadFrom = async (from: 'csv' | 'snapshot'): Promise<void> => {
      const [began, spent] = [performance.now(), process.cpuUsage()]
      const loaded = await load(file, pack)
      times[from].push(performance.now() - began)
      const { user, system } = process.cpuUsage(spent)
      cpu[from].push((user + system) / 1000)
      await loaded.kept
      counts.add(loaded.population.count + 1)
      if (loaded.from !== from) throw new Error(`loaded from ${loaded.from} instead of ${from}`)
    }
    for (let round = 0; round < ROUNDS; round++) {
      times.loop.push(await timeOf('wall', () => counts.add(linesIn(file, byLoop))))
      times.search.push(await timeOf('wall', () => counts.add(linesIn(file, bySearch))))
      rmSync(path.join(path.dirname(file), '.planwright-snapshot'), { recursive: true, force: true })
      await loadFrom('csv')
      await loadFrom('snapshot')
    }
    if (counts.size !== 1) throw new Error(`${city} enterprises, but ${[...counts].join(' and ')} lines`)
    const ratio = median(times.csv.map((ms, round) => ms / times.loop[round]!))
    const what = `${city.toLocaleString('en')} enterprises`
    const snapshot = median(times.snapshot)
    return [
      {
        what: `${what}, bytes read and line ends counted`,
        figure: duration(median(times.loop)),
        note: 'a loop over the bytes, one thread',
      },
      { what: `${what}, the same by the search of the machine`, figure: duration(median(times.search)), note: 'indexOf, one thread' },
      {
        what: `${what}, from CSV`,
        figure: duration(median(times.csv)),
        ratio,
        of: 'reading and counting',
        goal: atMost(ratio, 4, '×'),
        note: `every cell checked; as many threads as there are cores; CPU time of all ${duration(median(cpu.csv))}`,
      },
      {
        what: `${what}, from the snapshot`,
        figure: duration(snapshot),
        goal: atMost(snapshot, 100, 'ms'),
        note: `CPU time of all ${duration(median(cpu.snapshot))}`,
      },
    ]
  },
}
