/** What a CSV file came to, kept beside it so that it need not be read again. */
import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Population } from '../core/rule/columns/population.ts'
import { cacheFolder } from './cache.ts'
import { hashOfNames, type Names } from './catalogue.ts'
import { readKeptFolder, writeColumnFolder } from './column-folder.ts'
import type { Ids } from './ids.ts'

/** Raised when the same file would be read differently. */
const READER = 1

/** What is remembered of the reading, besides the columns. */
export type Kept = { readonly hash: string; readonly bad: number; readonly findings: readonly Diagnostic[] }

export type Snapshot = { readonly population: Population; readonly ids: Ids } & Kept

/** The name of a file's snapshot: another one as soon as the file, the catalogue or the reader is another. */
export const snapshotName = (file: string, { size, mtimeMs, ino }: Pick<Stats, 'size' | 'mtimeMs' | 'ino'>, names: Names): string => {
  const key = createHash('sha256').update(JSON.stringify([READER, path.resolve(file), size, mtimeMs, ino, hashOfNames(names)]))
  return `${path.basename(file)}-${key.digest('hex').slice(0, 16)}`
}

/** Where snapshots are kept: beside the file, or where the machine keeps what can be made again. */
const foldersFor = (file: string): readonly string[] => [
  path.join(path.dirname(path.resolve(file)), '.planwright-snapshot'),
  cacheFolder('snapshots'),
]

/** The columns that are wanted, for all enterprises or for one alone; null if there is no whole snapshot. */
export const readSnapshot = async (
  file: string,
  name: string,
  wanted: ReadonlySet<string>,
  id: string | null = null,
): Promise<Snapshot | null> => {
  for (const folder of foldersFor(file)) {
    const read = await readKeptFolder(path.join(folder, name), wanted, id)
    if (read !== null) return { population: read.population, ids: read.ids, ...(read.note as Kept) }
  }
  return null
}

/** Keeps a reading; earlier snapshots of the file go. False where no folder can be written: the file is then read again next time. */
export const writeSnapshot = async (file: string, name: string, { population, ids, hash, bad, findings }: Snapshot): Promise<boolean> => {
  const note: Kept = { hash, bad, findings }
  for (const folder of foldersFor(file)) {
    const unfinished = path.join(folder, `${name}.${process.pid}.partial`)
    try {
      await mkdir(folder, { recursive: true })
      await writeColumnFolder(unfinished, population, ids, note)
      const own = name.slice(0, -16)
      for (const other of await readdir(folder))
        if (other.startsWith(own) && /^[0-9a-f]{16}(\.|$)/.test(other.slice(own.length)) && other !== path.basename(unfinished))
          await rm(path.join(folder, other), { recursive: true, force: true })
      await rename(unfinished, path.join(folder, name))
      return true
    } catch {
      await rm(unfinished, { recursive: true, force: true }).catch(() => {})
    }
  }
  return false
}
