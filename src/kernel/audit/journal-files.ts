/**
 * The folder of a journal: a file for each day (UTC) on which something was recorded, `2026-03-01.journal`. The first line of a file names the one before it with the
 * hash of what it held by then, and a line in that one names the file after it; so one that is missing or was altered is noticed, wherever it stood.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import readline from 'node:readline'
import { fail } from '../messages.ts'

const NAME = /^\d{4}-\d\d-\d\d\.journal$/
const FIRST = '# first'
const AFTER = /^# after (\d{4}-\d\d-\d\d\.journal) (\d+) ([0-9a-f]{64})$/
const BEFORE = /^# before (\d{4}-\d\d-\d\d\.journal)$/
const LINE_END = 10

const filesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).filter((name) => NAME.test(name)).sort()

/** SHA-256 of the first `size` bytes of a file, or of as many as it has. */
const hashOf = async (file: string, size: number): Promise<string> => {
  const hash = createHash('sha256')
  if (size > 0) for await (const chunk of createReadStream(file, { end: size - 1 })) hash.update(chunk)
  return hash.digest('hex')
}

/** Writes at the end of a file that is there. A line that was torn when the machine stopped is ended. */
const appending = async (file: string): Promise<FileHandle> => {
  const handle = await open(file, 'a+', 0o600)
  const { size } = await handle.stat()
  if (size > 0 && (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== LINE_END) await handle.appendFile('\n')
  return handle
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Puts a file with one line at its place, whole or not at all; false: another process was quicker. */
const placed = async (folder: string, name: string, line: string): Promise<boolean> => {
  const draft = path.join(folder, `.${name}.${process.pid}`)
  const handle = await open(draft, 'w', 0o600)
  await handle.appendFile(`${line}\n`)
  await handle.sync().finally(() => handle.close())
  try {
    await link(draft, path.join(folder, name))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft)
    await syncFolder(folder)
  }
}

export type Opened = { readonly name: string; readonly handle: FileHandle }

/** The file of a day, to append to: the newest one, or a new one behind it. */
export const openedFor = async (folder: string, day: string): Promise<Opened> => {
  const wanted = `${day}.journal`
  const newest = (await filesIn(folder)).at(-1)
  // A clock that was put back does not put lines before those that are there.
  if (newest !== undefined && newest >= wanted) return { name: newest, handle: await appending(path.join(folder, newest)) }
  if (newest === undefined) await placed(folder, wanted, FIRST)
  else {
    const last = await appending(path.join(folder, newest))
    try {
      const { size } = await last.stat()
      const isNew = await placed(folder, wanted, `# after ${newest} ${size} ${await hashOf(path.join(folder, newest), size)}`)
      if (isNew) {
        await last.appendFile(`# before ${wanted}\n`)
        await last.datasync()
      }
    } finally {
      await last.close()
    }
  }
  return { name: wanted, handle: await appending(path.join(folder, wanted)) }
}

/** Hands every line of every file to `read`, in their order; refuses a folder from which a file is missing or in which one was altered. */
export const readFiles = async (folder: string, read: (line: string) => void): Promise<void> => {
  const names = await filesIn(folder)
  for (const [index, name] of names.entries()) {
    const broken = (file: string): never => fail('kernel.journal-broken', { folder, file })
    const before = names[index - 1]
    let isHead = true
    for await (const line of readline.createInterface({
      input: createReadStream(path.join(folder, name)),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (isHead) {
        const [, after, size, hash] = AFTER.exec(line) ?? []
        if (after === undefined && line !== FIRST) broken(name)
        if (after !== before) broken(after ?? before ?? name)
        if (before !== undefined && (await hashOf(path.join(folder, before), Number(size))) !== hash) broken(before)
        isHead = false
        continue
      }
      const next = BEFORE.exec(line)?.[1]
      if (next !== undefined && next !== names[index + 1]) broken(next)
      read(line)
    }
    if (isHead) broken(name)
  }
}
