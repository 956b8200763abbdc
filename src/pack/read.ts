/** From a folder to one checked value, or to every finding that says why not. The only file of this room that touches the disk. */
import { createHash } from 'node:crypto'
import { promises as disk } from 'node:fs'
import path from 'node:path'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { readMeasure } from '../core/rule/read.ts'
import type { Measure } from '../core/rule/tree.ts'
import { checkPack } from './check.ts'
import { readCsv } from './csv.ts'
import { type Descriptor, descriptorOf } from './descriptor.ts'
import type { Pack, ReadResult } from './pack.ts'
import { type Report, reporting } from './report.ts'
import * as rows from './rows.ts'
import type { TableName } from './tables.ts'

const DESCRIPTOR = 'datapackage.json'
const MAX_BYTES = 16 * 1024 * 1024
const MAX_FILES = 5000

const top = (file: string): Place => ({ file, line: 1, column: 1, end: 2 })

/** UTF-8, or GB18030 as older spreadsheets write it; a byte-order mark is dropped. Null if it is neither. */
export const decode = (bytes: Uint8Array): { readonly text: string; readonly encoding: 'utf-8' | 'gb18030' } | null => {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // The next encoding, if there is one.
    }
  }
  return null
}

/** SHA-256 over the sorted list of (path, SHA-256 of the text): the same text has the same hash on every machine. */
export const hashOfFiles = (files: ReadonlyMap<string, string>): string => {
  const whole = createHash('sha256')
  for (const name of [...files.keys()].sort()) whole.update(`${name}\0${createHash('sha256').update(files.get(name)!).digest('hex')}\n`)
  return whole.digest('hex')
}

/** Every text of a pack by its path below the folder, with what could not be read. */
export const textsOf = async (
  folder: string,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] }> => {
  const files = new Map<string, string>()
  const { found, report } = reporting(files)
  const root = await disk.realpath(folder).catch((error: NodeJS.ErrnoException) => {
    report('pack.folder', top(folder), {
      folder,
      reason: error.code === 'ENOENT' ? { zh: '文件夹不存在', en: 'there is no such folder' } : String(error.code),
    })
    return null
  })
  if (root === null) return { files, diagnostics: found }
  const entries = await disk.readdir(root, { recursive: true, withFileTypes: true })
  for (const entry of entries.slice(0, MAX_FILES)) {
    if (!/\.(csv|md|json)$/.test(entry.name)) continue
    const full = path.join(entry.parentPath, entry.name)
    const name = path.relative(root, full).split(path.sep).join('/')
    const real = await disk.realpath(full)
    if (!real.startsWith(root + path.sep)) {
      report('pack.file-outside', top(name), { path: name })
      continue
    }
    const { size } = await disk.stat(real)
    if (size > MAX_BYTES) {
      report('pack.file-large', top(name), { limit: MAX_BYTES })
      continue
    }
    const decoded = decode(await disk.readFile(real))
    if (!decoded) report('pack.encoding', top(name))
    else {
      files.set(name, decoded.text)
      if (decoded.encoding === 'gb18030') report('pack.not-utf8', top(name), {}, { severity: 'warning' })
    }
  }
  return { files, diagnostics: found }
}

/** The rows of one table from all of its files. */
const table = <T>(
  name: TableName,
  descriptor: Descriptor,
  files: ReadonlyMap<string, string>,
  report: Report,
  read: (row: rows.Row) => T,
): readonly T[] =>
  (descriptor.tables[name] ?? []).flatMap((file) => {
    const text = files.get(file)
    if (text === undefined) {
      report('pack.file-missing', descriptor.place, { path: file })
      return []
    }
    const csv = readCsv(text, file)
    for (const { code, place, params } of csv.problems) report(code, place, params)
    return rows.rowsOf(name, csv, report).map(read)
  })

const keyed = <T extends { readonly place: Place }>(
  items: readonly T[],
  key: (item: T) => string,
  report: Report,
): ReadonlyMap<string, T> => {
  const map = new Map<string, T>()
  for (const item of items) {
    const first = map.get(key(item))
    if (first)
      report(
        'pack.duplicate',
        item.place,
        { value: key(item) },
        { other: { place: first.place, note: { zh: '第一处', en: 'first given here' } } },
      )
    else map.set(key(item), item)
  }
  return map
}

/**
 * Builds and checks a pack from its texts. `today` is the day on which expiry is judged; no clock is read here. With `clausesMayHaveChanged` a block whose
 * clause was edited is no error: that is what stamping settles.
 */
export const packOf = (files: ReadonlyMap<string, string>, today: string, { clausesMayHaveChanged = false } = {}): ReadResult => {
  const { found, report } = reporting(files)
  const text = files.get(DESCRIPTOR)
  if (text === undefined) {
    report('pack.datapackage', top(DESCRIPTOR), { reason: { zh: '不存在', en: 'does not exist' } })
    return { pack: null, diagnostics: found }
  }
  const descriptor = descriptorOf(text, DESCRIPTOR, report)
  if (!descriptor) return { pack: null, diagnostics: found }

  const facts = keyed(table('facts', descriptor, files, report, rows.factOf), (each) => each.name, report)
  const measures = new Map<string, Measure>()
  for (const file of [...files.keys()].sort()) {
    if (!file.startsWith(`${descriptor.measures}/`) || !file.endsWith('.md') || file.endsWith('/README.md')) continue
    const { measure, diagnostics } = readMeasure(files.get(file)!, file, facts)
    found.push(...diagnostics)
    if (!measure) continue
    if (`${measure.id}.md` !== path.posix.basename(file)) report('pack.measure-file', measure.places.id!, { id: measure.id })
    const first = measures.get(measure.id)
    if (first)
      report(
        'pack.duplicate',
        measure.places.id!,
        { value: measure.id },
        { other: { place: first.places.id!, note: { zh: '第一处', en: 'first given here' } } },
      )
    else measures.set(measure.id, measure)
  }
  const pack: Pack = {
    ...descriptor.about,
    hash: hashOfFiles(files),
    files,
    facts,
    measures,
    sources: keyed(table('sources', descriptor, files, report, rows.sourceOf), (each) => each.id, report),
    documents: keyed(table('documents', descriptor, files, report, rows.documentOf), (each) => each.id, report),
    departments: keyed(table('departments', descriptor, files, report, rows.departmentOf), (each) => each.name, report),
    districts: keyed(table('districts', descriptor, files, report, rows.districtOf), (each) => each.name, report),
    tasks: keyed(table('tasks', descriptor, files, report, rows.taskOf), (each) => each.id, report),
    indicators: keyed(table('indicators', descriptor, files, report, rows.indicatorOf), (each) => each.id, report),
    targets: table('targets', descriptor, files, report, rows.targetOf),
    readings: table('readings', descriptor, files, report, rows.readingOf),
    goals: table('goals', descriptor, files, report, rows.goalOf),
  }
  found.push(...checkPack(pack, today).filter((each) => !(clausesMayHaveChanged && each.code === 'pack.clause-changed')))
  return { pack: found.some((each) => each.severity === 'error') ? null : pack, diagnostics: found }
}

/** Reads, builds and checks the pack in a folder. */
export const readPack = async (folder: string, today: string): Promise<ReadResult> => {
  const { files, diagnostics } = await textsOf(folder)
  if (diagnostics.some((each) => each.severity === 'error')) return { pack: null, diagnostics }
  const result = packOf(files, today)
  return { pack: result.pack, diagnostics: [...diagnostics, ...result.diagnostics] }
}
