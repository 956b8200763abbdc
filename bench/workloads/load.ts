/** From a CSV file to columns, against only reading the file and finding where its lines end; and from what is kept of it. */
import { closeSync, openSync, readSync, rmSync } from 'node:fs'
import path from 'node:path'
import { csvOf } from '../data.ts'
import { loadedWith } from '../loaded.ts'
import { inTurn, median, timeOf } from '../timing.ts'
import { atMost, duration, type Workload } from '../workload.ts'

const CHUNK = 1 << 20
const LF = 0x0a

/** Counts the lines of a file, in one thread. */
const linesIn = (file: string): number => {
  const handle = openSync(file, 'r')
  const chunk = new Uint8Array(CHUNK)
  let lines = 0
  for (let length = readSync(handle, chunk); length > 0; length = readSync(handle, chunk))
    for (let at = chunk.indexOf(LF); at >= 0 && at < length; at = chunk.indexOf(LF, at + 1)) lines++
  closeSync(handle)
  return lines
}

export const workload: Workload = {
  title: 'Loading a population',
  clock: 'wall',
  run: async ({ city }) => {
    const file = await csvOf('city', city)
    const forget = () => rmSync(path.join(path.dirname(file), '.planwright-snapshot'), { recursive: true, force: true })
    const counted = new Set<number>()
    const [split, read] = await inTurn(
      'wall',
      [
        () => counted.add(linesIn(file)),
        async () => {
          forget()
          counted.add((await loadedWith('city', city, 10)).population.count + 1)
        },
      ],
      { rounds: 3, warm: 1 },
    )
    if (counted.size !== 1) throw new Error(`${city} enterprises, but ${[...counted].join(' and ')} lines`)
    const kept: number[] = []
    for (let round = 0; round < 7; round++) kept.push(await timeOf('wall', () => loadedWith('city', city, 10)))
    const snapshot = median(kept)
    const what = `${city.toLocaleString('en')} enterprises`
    return [
      { what: `${what}, bytes read and split into lines`, figure: duration(split!.ms) },
      {
        what: `${what}, from CSV`,
        figure: duration(read!.ms),
        ratio: read!.ratio,
        of: 'reading and splitting',
        goal: atMost(read!.ratio, 4, '×'),
        note: 'checked cell by cell; the pack read and the snapshot written within the time',
      },
      {
        what: `${what}, from the snapshot`,
        figure: duration(snapshot),
        goal: atMost(snapshot, 100, 'ms'),
        note: 'the pack read within the time',
      },
    ]
  },
}
