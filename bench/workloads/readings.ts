/** Ten thousand readings from the file of an office: looked at, entered all or none, and approved, each of them in the record and on the disk. */
import path from 'node:path'
import { allMigrations, appOf, load } from '../../src/app.ts'
import { addDays } from '../../src/core/dates.ts'
import { migrate, type openDatabase } from '../../src/kernel/database.ts'
import { workbookOf } from '../../src/kernel/spreadsheet/write.ts'
import { approveReadings, enterReadings, previewReadings, readTable, tableTextOf } from '../../src/modules/plan/index.ts'
import { groundIn } from '../../test/ground.ts'
import { postWith, somebody } from '../../test/people.ts'
import { checkedPack } from '../engine.ts'
import { withDurableDatabase } from '../postgres.ts'
import { median, timeOf } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const HOME = path.resolve(import.meta.dirname, '../..')
const SAMPLE = path.join(HOME, 'packs/sample')
const READINGS = 10_000
const UPLOAD_MS = 3000
const HEAD = ['Indicator id', 'Scope', 'What is new in the scope', 'Period', 'Value', 'Source title'] as const

/** A reading of every day for each indicator that offices report, as one file in a scope of its own. */
const rowsOf = async (scope: string): Promise<readonly (readonly string[])[]> => {
  const { indicators, readings } = await checkedPack(SAMPLE)
  const own = [...indicators.values()].flatMap(({ id, origin }) => {
    const known = readings.find(({ indicator }) => indicator === id)
    return known && origin !== 'operations' ? [{ id, value: known.value }] : []
  })
  return Array.from({ length: READINGS }, (_, row) => {
    const { id, value } = own[row % own.length]!
    return [id, scope, 'invented for the benchmark', addDays('2023-12-30', -Math.floor(row / own.length)), value, 'benchmark']
  })
}
const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode([HEAD, ...rows].map((row) => row.join(',')).join('\n'))
const workbook = (rows: readonly (readonly string[])[]): Uint8Array =>
  workbookOf([{ name: 'Readings', columns: HEAD.map((head) => ({ head })), rows }])

const people = async (database: Awaited<ReturnType<typeof openDatabase>>) => {
  const [typist, checker] = await Promise.all(['typist', 'checker'].map((name) => somebody(database, { name })))
  if (!typist || !checker) throw new Error('nobody is there')
  const posts = [postWith('planner')]
  return { typist: { ...typist, posts }, checker: { ...checker, posts } }
}

const tableOf = (bytes: Uint8Array) => {
  const read = readTable(tableTextOf(bytes))
  if ('problem' in read) throw new Error(JSON.stringify(read.problem))
  return [...read.rows]
}

export const workload: Workload = {
  title: `Readings: ${READINGS.toLocaleString('en')} rows of one file, on disk before they are acknowledged (fsync on)`,
  clock: 'wall',
  run: ({ rounds }) =>
    withDurableDatabase('bench_readings', async (database) => {
      await migrate(database.db, allMigrations())
      const app = appOf(groundIn(HOME, database, () => new Date()))
      await load(app, SAMPLE, 'bench')
      const { typist, checker } = await people(database)
      const times = { csv: [] as number[], workbook: [] as number[], entered: [] as number[], approved: [] as number[] }
      const looked = async (bytes: Uint8Array) => {
        const rows = tableOf(bytes)
        const checked = await app.perform(typist, previewReadings, { rows })
        const wrong = checked.find(({ problems }) => problems.length > 0)
        if (wrong || checked.length !== READINGS) throw new Error(JSON.stringify(wrong?.problems ?? checked.length))
        return rows
      }
      for (let round = 0; round < Math.min(rounds, 3); round++) {
        const rows = await rowsOf(`round ${round}`)
        const [csv, book] = [csvOf(rows), workbook(rows)]
        times.csv.push(await timeOf('wall', () => looked(csv)))
        times.workbook.push(await timeOf('wall', () => looked(book)))
        let ids: readonly string[] = []
        // Whoever presses the button after the preview has the table looked at once more, as it then stands.
        const enter = async () => (ids = (await app.perform(typist, enterReadings, { rows: await looked(csv) })).ids)
        times.entered.push(await timeOf('wall', enter))
        const approve = async () => {
          const done = await app.perform(checker, approveReadings, { readings: [...ids] })
          if (done.length !== READINGS || done.some(({ problem }) => problem !== null))
            throw new Error(JSON.stringify(done.filter(({ problem }) => problem).slice(0, 3)))
        }
        times.approved.push(await timeOf('wall', approve))
      }
      const [csv, book, entered, approved] = [times.csv, times.workbook, times.entered, times.approved].map(median) as [
        number,
        number,
        number,
        number,
      ]
      const lines: readonly Line[] = [
        { what: 'CSV read, every row checked and shown', figure: duration(csv) },
        { what: 'the same from a workbook (.xlsx)', figure: duration(book) },
        { what: 'read, checked and entered', figure: duration(entered), goal: atMost(entered, UPLOAD_MS, 'ms') },
        { what: 'approved by a second person', figure: duration(approved) },
      ]
      return lines
    }),
}
