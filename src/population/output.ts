/** Where the lines of a run go. Under the final name there is either a whole run or none. */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { GRANTS_HEADER } from './grants.ts'
import { lineRoot } from './inclusion.ts'
import { type Problem, problemOf } from './messages.ts'

export type Output = {
  readonly write: (lines: Uint8Array) => Promise<void>
  /** Gives the result its name; `record` is what a folder keeps beside the grants. */
  readonly finish: (record: Readonly<Record<string, unknown>>) => Promise<string>
  /** Takes away what is unfinished. */
  readonly discard: () => Promise<void>
  /** Whether an earlier attempt at the same run had died. */
  readonly again: boolean
}

const lineWriter = async (file: string, header: string) => {
  const handle = await open(file, 'w')
  const hash = createHash('sha256')
  const tree = lineRoot()
  const put = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes)
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
  }
  await put(new TextEncoder().encode(header))
  const write = (lines: Uint8Array): Promise<void> => {
    tree.take(lines)
    return put(lines)
  }
  const close = async () => {
    await handle.sync()
    await handle.close()
    return { sha256: hash.digest('hex'), ...tree.end() }
  }
  return { write, close, abandon: () => handle.close().catch(() => {}) }
}

/** One file of lines below a header, whatever stood there before. */
export const fileOutput = async (file: string, header = GRANTS_HEADER): Promise<Output> => {
  const unfinished = `${file}.${process.pid}.partial`
  const writer = await lineWriter(unfinished, header)
  return {
    write: writer.write,
    finish: async () => {
      await writer.close()
      await rename(unfinished, file)
      return file
    },
    discard: async () => {
      await writer.abandon()
      await rm(unfinished, { force: true })
    },
    again: false,
  }
}

const isAlive = (process_: number): boolean => {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The folder of a run, if the run was written before. */
export const runFolder = async (folder: string, run: string): Promise<string | null> => {
  const own = path.join(folder, run)
  return (await stat(path.join(own, 'run.json')).catch(() => null)) === null ? null : own
}

/** A folder of the run's own. What a run that died has left is taken away; what a living one writes is not touched. */
export const folderOutput = async (folder: string, run: string): Promise<Output | { readonly problem: Problem }> => {
  const unfinished = path.join(folder, `${run}.partial`)
  const sign = path.join(unfinished, 'process')
  const again = (await stat(unfinished).catch(() => null)) !== null
  const owner = Number(await readFile(sign, 'utf8').catch(() => ''))
  if (owner > 0 && owner !== process.pid && isAlive(owner))
    return { problem: problemOf('population.run-busy', { process: owner, folder: unfinished }) }
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await writeFile(sign, String(process.pid))
  const writer = await lineWriter(path.join(unfinished, 'grants.csv'), GRANTS_HEADER)
  return {
    write: writer.write,
    finish: async (record) => {
      const grants = await writer.close()
      await writeFile(
        path.join(unfinished, 'run.json'),
        `${JSON.stringify({ ...record, grants: { file: 'grants.csv', ...grants } }, null, 2)}\n`,
      )
      await rm(sign)
      await rename(unfinished, path.join(folder, run))
      return path.join(folder, run)
    },
    discard: async () => {
      await writer.abandon()
      await rm(unfinished, { recursive: true, force: true })
    },
    again,
  }
}
