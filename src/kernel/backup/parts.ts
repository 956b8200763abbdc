/** The files of a backup: each written whole and hashed, or not there. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type Dirent } from 'node:fs'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from './messages.ts'
import { type Sealer, sealing } from './seal.ts'

export const SUMS = 'SHA256SUMS'
export const MANIFEST = 'manifest.json'
/** What stands behind the name of an encrypted part. */
export const SEALED = '.sealed'

/** A file of a backup: its name below the backup's folder, its size, the SHA-256 of its bytes. */
export type Part = { readonly part: string; readonly bytes: number; readonly sha256: string }

/** Writes what comes through as one part; it is on the disk when this answers. */
export const writePart = async (folder: string, name: string, stages: Stages, sealer: Sealer | null): Promise<Part> => {
  const part = sealer ? name + SEALED : name
  const place = path.join(folder, part)
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const file = createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline([...stages, ...(sealer ? [sealing(name, sealer)] : []), meter, file])
  return { part, bytes, sha256: hash.digest('hex') }
}

/** As `sha256sum` writes and checks it. */
export const sumsOf = (parts: readonly Part[]): string =>
  parts
    .map(({ part, sha256 }) => `${sha256}  ${part}\n`)
    .sort()
    .join('')

/** Makes sure that the names in a folder are on the disk. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Every folder below, deepest first, and the folder itself. */
export const syncFolders = async (folder: string): Promise<void> => {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true, recursive: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name))
  for (const each of folders.sort().reverse()) await syncFolder(each)
  await syncFolder(folder)
}

const hashOfFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The parts that a backup lists, after each was held against its hash. Refuses a folder that is no whole backup, and any part that is not what was written. */
export const soundParts = async (folder: string): Promise<ReadonlySet<string>> => {
  const text = await readFile(path.join(folder, SUMS), 'utf8').catch(() => fail('backup.none', { folder }))
  const parts: Part[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256 = '', part = ''] = /^([0-9a-f]{64}) {2}([\w./-]+)$/.exec(line) ?? []
    const isBelow = part !== '' && path.normalize(part) === part && !part.startsWith('..') && !path.isAbsolute(part)
    if (!isBelow) return fail('backup.damaged', { part: SUMS })
    const found = await hashOfFile(path.join(folder, part)).catch(() => null)
    if (found !== sha256) return fail('backup.damaged', { part })
    parts.push({ part, sha256, bytes: 0 })
  }
  if (sumsOf(parts) !== text) return fail('backup.damaged', { part: SUMS })
  return new Set(parts.map(({ part }) => part))
}

/** A stream and what it passes through. */
export type Stages = readonly [Readable, ...Transform[]]

/** Everything that comes through, at once. */
export const collected = async (stages: Stages): Promise<Buffer> => {
  const pieces: Buffer[] = []
  const end = new Writable({
    write(bytes: Buffer, _encoding, done) {
      pieces.push(bytes)
      done()
    },
  })
  await pipeline([...stages, end])
  return Buffer.concat(pieces)
}
