/** From a path to a population: a CSV file, its snapshot, or a folder of columns; or the synthetic one of the pack. */
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Column } from '../core/rule/columns/column.ts'
import type { Population } from '../core/rule/columns/population.ts'
import type { SyntheticNote } from '../core/synthetic/describe.ts'
import type { Names } from './catalogue.ts'
import { readColumnFolder } from './column-folder.ts'
import { readCsvFile } from './csv-file.ts'
import type { Ids } from './ids.ts'
import { type Problem, problemOf } from './messages.ts'
import { readSnapshot, snapshotName, writeSnapshot } from './snapshot.ts'
import { syntheticNamed } from './synthetic/name.ts'
import { noteBeside, noteIn } from './synthetic/note.ts'
import { syntheticPopulation } from './synthetic/synthetic.ts'

export type Loaded = {
  readonly population: Population
  readonly ids: Ids
  /** Of the content: the same rows have the same hash wherever they lie. */
  readonly hash: string
  /** Rows that were left out; the first findings say why. */
  readonly bad: number
  readonly findings: readonly Diagnostic[]
  readonly from: 'csv' | 'snapshot' | 'columns' | 'synthetic'
  /** What to break results down by, by name: only where the population brings it. */
  readonly groups: ReadonlyMap<string, Column>
  /** What to say of a population that was made; null: nothing says that it was. */
  readonly synthetic: SyntheticNote | null
  /** Done when the snapshot is written. */
  readonly kept: Promise<unknown>
}
export type Refused = { readonly findings: readonly Diagnostic[] }

/** Called now and then with the share that is done. */
export type Progress = (share: number) => void

const refused = (file: string, { code, message }: Problem): Refused => ({
  findings: [{ code, message, severity: 'error', place: { file, line: 1, column: 1, end: 1 } }],
})

const loadCsv = async (
  file: string,
  status: { readonly size: number; readonly mtimeMs: number; readonly ino: number },
  names: Names,
  wanted: ReadonlySet<string>,
  progress: Progress,
  threads: number,
): Promise<Loaded | Refused> => {
  const name = snapshotName(file, status, names)
  const kept = await readSnapshot(file, name, wanted)
  const said = { groups: new Map(), synthetic: await noteBeside(file) }
  if (kept !== null) return { ...kept, ...said, from: 'snapshot', kept: Promise.resolve() }
  const read = await readCsvFile(file, status.size, names, threads, progress)
  if ('refused' in read) return { findings: read.refused }
  const { population: whole, ids, hash, bad, findings } = read
  const written = writeSnapshot(file, name, { population: whole, ids, hash, bad, findings })
  const columns = new Map([...whole.columns].filter(([key]) => wanted.has(key)))
  return { population: { count: whole.count, columns }, ids, hash, bad, findings, ...said, from: 'csv', kept: written }
}

/** Loads the columns that are wanted, or says why it cannot. */
export const loadPopulation = async (
  at: string,
  names: Names,
  wanted: ReadonlySet<string>,
  progress: Progress = () => {},
  threads = Math.min(4, availableParallelism()),
): Promise<Loaded | Refused> => {
  const named = syntheticNamed(at, names.synthetic ?? null)
  if (named !== null) {
    if ('problem' in named) return refused(at, named.problem)
    const { note, ...made } = await syntheticPopulation(named.source, wanted, { ...named, threads })
    return { ...made, bad: 0, findings: [], from: 'synthetic', synthetic: note, kept: Promise.resolve() }
  }
  const status = await stat(at).catch(() => null)
  if (status === null) return refused(at, problemOf('population.unreadable', { file: at }))
  try {
    if (!status.isDirectory()) return await loadCsv(at, status, names, wanted, progress, threads)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return refused(at, problemOf('population.unreadable', { file: at }))
  }
  const read = await readColumnFolder(at, names, wanted)
  if ('problem' in read) return refused(at, read.problem)
  const { note, ...rest } = read
  return { ...rest, bad: 0, findings: [], from: 'columns', synthetic: noteIn(note), kept: Promise.resolve() }
}
