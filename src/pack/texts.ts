/** The texts of a pack's folder. The only file of this room that touches the disk, and it only reads. */
import { promises as disk } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Text } from '../core/messages.ts'
import { type Reporter, reporting, topOf } from './report.ts'

const MEGABYTE = 1024 * 1024
/** The largest file that is read, in bytes, by the end of its name; other files are none of a pack's. */
const MAX_BYTES: Readonly<Record<string, number>> = { '.md': MEGABYTE, '.json': MEGABYTE, '.csv': 16 * MEGABYTE }
const MAX_FILES = 5000

const tidy = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null => {
  try {
    return tidy(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** Whether bytes that are no UTF-8 were meant to be: most of what lies beyond ASCII can be read as such. GB18030 hardly ever can. */
const isBrokenUtf8 = (loose: string): boolean => {
  const beyond = [...loose].filter((character) => character > '\u007f')
  return beyond.filter((character) => character !== '\ufffd').length > beyond.length / 2
}

/**
 * UTF-8, or GB18030 as older spreadsheets write it, without a byte-order mark and with line breaks made one. Null if it is neither. In a damaged UTF-8 text
 * each broken place becomes U+FFFD, which the check reports with its line: read as GB18030 the whole text would turn into other words.
 */
export const decode = (bytes: Uint8Array): { readonly text: string; readonly encoding: 'utf-8' | 'gb18030' } | null => {
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const loose = tidy(new TextDecoder('utf-8').decode(bytes))
  if (isBrokenUtf8(loose)) return { text: loose, encoding: 'utf-8' }
  const gb18030 = decoded(bytes, 'gb18030')
  return gb18030 === null ? null : { text: gb18030, encoding: 'gb18030' }
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '不存在', en: 'it does not exist' },
  ENOTDIR: { zh: '不是文件夹', en: 'it is not a folder' },
  EACCES: { zh: '没有读取权限', en: 'permission denied' },
  EPERM: { zh: '没有读取权限', en: 'permission denied' },
  ELOOP: { zh: '链接指向自己', en: 'the link leads back to itself' },
}
const reasonOf = (error: unknown): Text => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return REASONS[code] ?? { zh: code, en: code }
}

/** Reads one file that belongs to the pack; what cannot be read is reported, and null. */
const textOf = async (root: string, full: string, name: string, { report }: Reporter): Promise<string | null> => {
  try {
    const real = await disk.realpath(full)
    if (!real.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) {
      report('pack.file-outside', topOf(name), { path: name })
      return null
    }
    const status = await disk.stat(real)
    const limit = MAX_BYTES[path.extname(name)]!
    if (!status.isFile()) report('pack.file-unreadable', topOf(name), { reason: { zh: '不是普通文件', en: 'it is not a regular file' } })
    else if (status.size > limit) report('pack.file-large', topOf(name), { limit })
    else {
      const decoded = decode(await disk.readFile(real))
      if (!decoded) report('pack.encoding', topOf(name))
      else if (decoded.encoding === 'gb18030') report('pack.not-utf8', topOf(name), {}, { severity: 'warning' })
      return decoded?.text ?? null
    }
  } catch (error) {
    report('pack.file-unreadable', topOf(name), { reason: reasonOf(error) })
  }
  return null
}

/**
 * Every text of a pack (`*.csv`, `*.md`, `*.json`) by its path below the folder, with what could not be read. Hidden files and folders are passed over;
 * a link that leads out of the folder is refused.
 */
export const textsOf = async (
  folder: string,
  limit = MAX_FILES,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] }> => {
  const files = new Map<string, string>()
  const reporter = reporting(files)
  const names: string[] = []
  let root: string
  try {
    root = await disk.realpath(folder)
    for await (const entry of await disk.opendir(root, { recursive: true })) {
      const name = path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
      if (entry.isDirectory() || MAX_BYTES[path.extname(name)] === undefined || name.split('/').some((part) => part.startsWith('.')))
        continue
      if (names.push(name) <= limit) continue
      reporter.report('pack.files-many', topOf(folder), { limit })
      return { files, diagnostics: reporter.found }
    }
  } catch (error) {
    reporter.report('pack.folder', topOf(folder), { folder, reason: reasonOf(error) })
    return { files, diagnostics: reporter.found }
  }
  for (const name of names.sort()) {
    const text = await textOf(root, path.join(root, name), name, reporter)
    if (text !== null) files.set(name.normalize('NFC'), text)
  }
  return { files, diagnostics: reporter.found }
}

/** The folder in which all of an archive lies, as most programs pack it; empty where there is none. */
const folderOfAll = (names: readonly string[]): string => {
  const [first = ''] = names
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folder !== '' && names.every((name) => name.startsWith(folder)) ? folder : ''
}

/** The texts of a pack that came as files in memory, by the rules of `textsOf`. */
export const textsIn = (
  given: ReadonlyMap<string, Uint8Array>,
): { readonly files: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] } => {
  const files = new Map<string, string>()
  const { found, report } = reporting(files)
  const own = [...given.keys()].filter((name) => !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
  const folder = folderOfAll(own)
  for (const full of own.sort()) {
    const name = full.slice(folder.length)
    const limit = MAX_BYTES[path.extname(name)]
    const bytes = given.get(full)!
    if (limit === undefined) continue
    const decoded = bytes.length > limit ? null : decode(bytes)
    if (bytes.length > limit) report('pack.file-large', topOf(name), { limit })
    else if (!decoded) report('pack.encoding', topOf(name))
    else {
      if (decoded.encoding === 'gb18030') report('pack.not-utf8', topOf(name), {}, { severity: 'warning' })
      files.set(name.normalize('NFC'), decoded.text)
    }
  }
  return { files, diagnostics: found }
}
