/** Files that people hand in: looked at before they are kept, kept under the SHA-256 of their bytes, outside of what a browser can reach. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { Config } from './config.ts'
import { fail } from './messages.ts'
import { stateFolder } from './postgres.ts'

export const MAX_FILE = 20 * 1024 * 1024
const SCAN_MS = 60_000

/** What a scanner said of a file. `not-scanned`: this installation has none. */
export type Scan = 'not-scanned' | 'pending' | 'clean' | 'infected' | 'error'

/** What may be handed in: the ending of the name, and what the bytes then have to be. Texts are UTF-8. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  txt: 'text/plain',
}

/** For the `accept` of a file field, and for sentences. */
export const FILE_ENDINGS = Object.keys(TYPES)

const LONGEST_NAME = 120
const LONGEST_GIVEN = 1000

/** A name that is safe in a header, in a folder and on a page: no path, no control or direction characters, not too long. */
export const safeName = (name: string): string => {
  // What nobody names a file with is cut first: trimming looks at the same blanks again and again.
  const last = name.slice(-LONGEST_GIVEN).toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?%;]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const [, stem = plain, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/su.exec(plain) ?? []
  const short = [...stem].slice(0, LONGEST_NAME).join('')
  return `${short === '' ? 'file' : short}${ending.toLowerCase()}`
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
  } catch {
    return false
  }
}

/** The safe name and the type of a file, both sure; refused where size, ending or content do not fit. */
export const checkedFile = async (name: string, bytes: Uint8Array): Promise<{ readonly name: string; readonly type: string }> => {
  const safe = safeName(name)
  if (bytes.length === 0) return fail('kernel.file-empty', { name: safe })
  if (bytes.length > MAX_FILE) return fail('kernel.file-large', { name: safe, limit: MAX_FILE / 1024 / 1024 })
  const ending = /\.([a-z0-9]+)$/.exec(safe)?.[1] ?? ''
  const type = Object.hasOwn(TYPES, ending) ? TYPES[ending]! : fail('kernel.file-ending', { name: safe, endings: FILE_ENDINGS.join(' ') })
  const found = await fileTypeFromBuffer(bytes)
  const fits = type.startsWith('text/') ? found === undefined && isText(bytes) : found?.mime === type
  return fits ? { name: safe, type } : fail('kernel.file-content', { name: safe, ending })
}

/** The SHA-256 of bytes, as 64 hex digits. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type Files = {
  /** What is said of a new file until it was scanned. */
  readonly unscanned: Extract<Scan, 'not-scanned' | 'pending'>
  /** Keeps the bytes and answers with their SHA-256; the same bytes are kept once. */
  readonly keep: (bytes: Uint8Array) => Promise<string>
  /** Refused where the file is gone. */
  readonly read: (sha256: string) => Promise<Uint8Array>
  /** Asks the scanner: exit code 0 is clean, 1 infected, as clamdscan has it. */
  readonly scan: (sha256: string) => Promise<Scan>
}

const ran = (command: readonly string[], file: string): Promise<number | null> =>
  new Promise((resolve) => {
    const [program = '', ...args] = command
    const child = spawn(program, [...args, file], { stdio: 'ignore', timeout: SCAN_MS })
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code))
  })

/** The files of an installation in one folder. `scanner`: a command that gets a file's path as its last argument; null: there is none. */
export const filesIn = (folder: string, scanner: string | null): Files => {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256)
  const command = scanner?.split(/\s+/).filter(Boolean) ?? []
  return {
    unscanned: command.length === 0 ? 'not-scanned' : 'pending',
    keep: async (bytes) => {
      const sha256 = sha256Of(bytes)
      const place = placeOf(sha256)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      const own = `${place}.${randomBytes(6).toString('hex')}`
      const file = await open(own, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
        await rename(own, place)
      } catch (error) {
        await file.close().catch(() => {})
        await rm(own, { force: true })
        throw error
      }
      return sha256
    },
    read: async (sha256) => {
      const bytes = await readFile(placeOf(sha256)).catch(() => fail('kernel.file-gone', { hash: sha256.slice(0, 12) }))
      // What was altered on the disk is not what was handed in.
      return sha256Of(bytes) === sha256 ? bytes : fail('kernel.file-gone', { hash: sha256.slice(0, 12) })
    },
    scan: async (sha256) => {
      if (command.length === 0) return 'not-scanned'
      const code = await ran(command, placeOf(sha256))
      return code === 0 ? 'clean' : code === 1 ? 'infected' : 'error'
    },
  }
}

/** Where the files of this installation lie. */
export const filesFolderOf = ({ home, dataFolder, filesFolder }: Config): string => filesFolder ?? stateFolder(home, dataFolder, 'files')

/** The files of this installation. */
export const filesOf = (config: Config): Files => filesIn(filesFolderOf(config), config.scanner)
