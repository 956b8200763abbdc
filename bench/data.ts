/** The populations of the benchmark and their right answers: made once, kept below `.data`. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Cells, differencesOf, type Hashes, hashesOf, newCells, setRow } from './cells.ts'
import published from './expected.json' with { type: 'json' }
import { PROFILES, type Profile, writeCsv } from './generate.ts'
import { type Columns, columnsOf, readColumns, writeColumns } from './population/columns.ts'
import { SCHEMA } from './population/schema.ts'
import { RUN } from './population/texts.ts'
import { cellsOf, MEASURES } from './reference.ts'
import type { Answer, Lists } from './workload.ts'

const SEED = 1
export const DATA = path.join(import.meta.dirname, '.data')
export const folderOf = (profile: Profile, count: number): string => path.join(DATA, `${profile}-${SEED}-${count}`)

/** Enterprises as typed arrays, and what each is paid. */
export type Data = { readonly profile: Profile; readonly count: number; readonly columns: Columns; readonly right: Cells }

/** Grants and undetermined cells as they were published for so many enterprises. */
const publishedFor = (profile: Profile, count: number): Hashes | null =>
  (published as Readonly<Record<string, Hashes>>)[`${profile} ${SEED} ${count}`] ?? null

const listsOf = (cells: Cells, profile: Profile, count: number): Lists | null => {
  const expected = publishedFor(profile, count)
  if (!expected) return null
  const own = hashesOf(cells)
  return { grants: own.grants === expected.grants, undetermined: own.undetermined === expected.undetermined }
}

const make = async (profile: Profile, count: number): Promise<void> => {
  console.error(`making ${count} enterprises (${profile}) …`)
  const folder = folderOf(profile, count)
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const rowOf = PROFILES[profile]
  writeColumns(
    unfinished,
    columnsOf(count, (row) => rowOf(SEED, row)),
    { n: count, seed: SEED, profile },
  )
  const right = newCells(count)
  for (let row = 0; row < count; row++) setRow(right, row, cellsOf(rowOf(SEED, row)))
  const lists = listsOf(right, profile, count)
  if (lists && !(lists.grants && lists.undetermined)) throw new Error('the reference does not give the published lists')
  for (const [measure, id] of MEASURES.entries()) {
    writeFileSync(path.join(unfinished, `${id}.status`), right.status[measure]!)
    writeFileSync(path.join(unfinished, `${id}.amount`), right.amount[measure]!)
  }
  await writeCsv(path.join(unfinished, 'run.csv'), RUN, count, SEED, profile)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}

const bytesOf = (file: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
}

/** The CSV of a population under headers that `planwright run` reads. */
export const csvOf = async (profile: Profile, count: number): Promise<string> => {
  if (!existsSync(folderOf(profile, count))) await make(profile, count)
  return path.join(folderOf(profile, count), 'run.csv')
}

export const dataOf = async (profile: Profile, count: number): Promise<Data> => {
  const folder = path.dirname(await csvOf(profile, count))
  return {
    profile,
    count,
    columns: readColumns(folder),
    right: {
      status: MEASURES.map((id) => new Uint8Array(bytesOf(path.join(folder, `${id}.status`)))),
      amount: MEASURES.map((id) => new Float64Array(bytesOf(path.join(folder, `${id}.amount`)))),
    },
  }
}

/** The first rows: a smaller population is a prefix of a larger one. */
export const firstRows = ({ profile, columns, right }: Data, count: number): Data => ({
  profile,
  count,
  columns: Object.fromEntries(SCHEMA.map(({ name }) => [name, columns[name].subarray(0, count)])) as Columns,
  right: {
    status: right.status.map((states) => states.subarray(0, count)),
    amount: right.amount.map((amounts) => amounts.subarray(0, count)),
  },
})

/** Cell by cell against the reference, and list by list against what was published. */
export const judged = (cells: Cells, { right, profile, count }: Data, own: boolean): Answer => {
  const { amounts, states } = differencesOf(cells, right)
  return { wrong: amounts, miscalled: states, lists: listsOf(cells, profile, count), own }
}
