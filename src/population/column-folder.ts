/** Columns as files: `meta.json` says what each file holds. What a person brings is looked at slot by slot; what we kept ourselves is read as it is. */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FactDeclaration } from '../core/facts.ts'
import type { Text } from '../core/messages.ts'
import { type Column, columnOf, isNumeric, NULL_SLOT, type RawColumn } from '../core/rule/columns/column.ts'
import { type Population, populationOf } from '../core/rule/columns/population.ts'
import { columnNamed, ID, type Names, UNREAD } from './catalogue.ts'
import { type Ids, rowOf } from './ids.ts'
import { type Problem, problemOf } from './messages.ts'
import { type ArrayName, asBytes, bytesOf, type Slots, sharedSlots } from './shared.ts'

const META = 'meta.json'
const FORMAT = 'planwright-columns/1'

const TYPES = {
  enum: 'enum',
  bool: 'yes-no',
  int: 'integer',
  date: 'date',
  fen: 'money',
  number: 'number',
  percent: 'percent',
  text: 'text',
} as const
type TypeName = keyof typeof TYPES
const STORAGE = { u8: 'Uint8Array', u16: 'Uint16Array', i32: 'Int32Array', f64: 'Float64Array' } as const
type Storage = keyof typeof STORAGE

/** One column in `meta.json`. */
type Entry = {
  readonly name: string
  readonly type: TypeName
  readonly storage: Storage
  readonly file?: string
  readonly nullable?: boolean
  readonly scale?: number
  readonly values?: readonly string[]
  /** Only in what we kept: what holds for all slots. */
  readonly held?: { readonly low?: number; readonly high?: number; readonly complete: boolean }
}
type Meta = { readonly n: number; readonly ids?: boolean; readonly columns: readonly Entry[]; readonly note?: unknown }

const nameIn = <N extends string>(names: Readonly<Record<N, string>>, value: string): N | undefined =>
  (Object.keys(names) as N[]).find((name) => names[name] === value)

const fileOf = ({ name, file }: Entry): string => file ?? `${name}.bin`

/** Ends the reading of a folder; caught where it began. */
class Broken extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}
const broken = (zh: string, en: string): never => {
  const what: Text = { zh, en }
  throw new Broken(problemOf('population.folder', { what }))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const entryOf = (value: unknown, index: number): Entry => {
  const at = index + 1
  if (!isRecord(value) || typeof value.name !== 'string') return broken(`第 ${at} 列没有 name。`, `column ${at} has no name.`)
  const { name, type, storage, file, scale, values } = value
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type))
    return broken(
      `列“${name}”的 type 须是 ${Object.keys(TYPES).join('、')} 之一。`,
      `the type of "${name}" is one of ${Object.keys(TYPES).join(', ')}.`,
    )
  if (typeof storage !== 'string' || !Object.hasOwn(STORAGE, storage))
    return broken(`列“${name}”的 storage 须是 u8、u16、i32 或 f64。`, `the storage of "${name}" is u8, u16, i32 or f64.`)
  const filed = file ?? `${name}.bin`
  if (typeof filed !== 'string' || filed !== path.basename(filed) || /[\\\0]/.test(filed))
    return broken(`列“${name}”的文件须在该文件夹内。`, `the file of "${name}" must lie in the folder itself.`)
  if (scale !== undefined && !Number.isInteger(scale))
    return broken(`列“${name}”的 scale 须是整数。`, `the scale of "${name}" is a whole number.`)
  if (values !== undefined && !(Array.isArray(values) && values.every((each) => typeof each === 'string')))
    return broken(`列“${name}”的 values 须是文字的列表。`, `the values of "${name}" are a list of texts.`)
  return value as unknown as Entry
}

const metaOf = (text: string): Meta => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return broken(`${META} 不是 JSON。`, `${META} is not JSON.`)
  }
  if (!isRecord(value) || !Array.isArray(value.columns)) return broken(`${META} 须有列表 columns。`, `${META} needs a list "columns".`)
  const { n } = value
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < 0 || n > 100_000_000)
    return broken('n 须是行数。', '"n" is the number of rows.')
  return { n, ids: value.ids === true, columns: value.columns.map(entryOf), note: value.note }
}

/** Which slots of a file are read. */
type Range = { readonly from: number; readonly count: number }

/** A file of so many slots as an array, whole or a range of it. */
const slotsAt = async (folder: string, file: string, name: ArrayName, length: number, range?: Range): Promise<Slots> => {
  const { from, count } = range ?? { from: 0, count: length }
  const handle = await open(path.join(folder, file)).catch(() => broken(`读不到 ${file}。`, `${file} cannot be read.`))
  try {
    const { size } = await handle.stat()
    if (size !== length * bytesOf(name))
      return broken(
        `${file} 有 ${size} 字节，应有 ${length * bytesOf(name)}。`,
        `${file} has ${size} bytes instead of ${length * bytesOf(name)}.`,
      )
    const slots = sharedSlots(name, count)
    const bytes = asBytes(slots)
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from * bytesOf(name) + at)
      if (bytesRead === 0) return broken(`${file} 在读取时变短了。`, `${file} became shorter while it was read.`)
      at += bytesRead
    }
    return slots
  } finally {
    await handle.close()
  }
}

/** Puts the slot for "unknown" where the bitmap beside the column has no bit. */
const withValid = async (folder: string, entry: Entry, slots: Slots): Promise<void> => {
  const file = `${fileOf(entry).replace(/\.bin$/, '')}.valid`
  const valid = await readFile(path.join(folder, file)).catch(() => null)
  if (valid === null) return
  if (valid.length < Math.ceil(slots.length / 8)) broken(`${file} 太短。`, `${file} is too short.`)
  const missing = NULL_SLOT[STORAGE[entry.storage]]
  for (let row = 0; row < slots.length; row++) if (((valid[row >> 3]! >> (row & 7)) & 1) === 0) slots[row] = missing
}

/** Codes in the order of the catalogue, whatever order the folder lists its values in. */
const recoded = (entry: Entry, slots: Slots, { values: declared }: FactDeclaration): void => {
  const listed = entry.values
  if (listed === undefined || listed.every((text, code) => text === declared[code]?.zh)) return
  const codes = listed.map((text) => declared.findIndex(({ zh, en }) => zh === text || en === text))
  const stray = codes.indexOf(-1)
  if (stray >= 0) broken(`列“${entry.name}”没有“${listed[stray]}”这一选项。`, `"${listed[stray]}" is no choice for "${entry.name}".`)
  for (let row = 0; row < slots.length; row++) slots[row] = codes[slots[row]!] ?? slots[row]!
}

const rawOf = async (folder: string, n: number, entry: Entry, declaration: FactDeclaration): Promise<RawColumn> => {
  const kind = TYPES[entry.type]
  if (kind !== declaration.type)
    broken(`列“${entry.name}”应是 ${declaration.type}。`, `column "${entry.name}" should be ${declaration.type}.`)
  const slots = await slotsAt(folder, fileOf(entry), STORAGE[entry.storage], n)
  await withValid(folder, entry, slots)
  if (kind === 'enum') recoded(entry, slots, declaration)
  const { scale = 0, values: texts = [] } = entry
  return (kind === 'text' ? { kind, values: slots, texts } : { kind, values: slots, scale }) as RawColumn
}

export type FolderReading = {
  readonly population: Population
  /** Columns of texts that no rule reads, by their names without the sign. */
  readonly groups: ReadonlyMap<string, Column>
  readonly ids: Ids
  readonly hash: string
  readonly note: unknown
}

const idsIn = async (folder: string, meta: Meta): Promise<Ids> => {
  if (!meta.ids) return null
  const ends = (await slotsAt(folder, `${ID}.ends`, 'Int32Array', meta.n + 1)) as Int32Array
  for (let row = 0; row < meta.n; row++) if (ends[row + 1]! < ends[row]!) broken(`${ID}.ends 须递增。`, `${ID}.ends must not decrease.`)
  return { ends, bytes: (await slotsAt(folder, `${ID}.bin`, 'Uint8Array', ends[meta.n]!)) as Uint8Array }
}

/** The entries that are wanted, with the facts they stand for. */
const chosenIn = (meta: Meta, names: Names, wanted: ReadonlySet<string>) => {
  const chosen = new Map<string, { readonly entry: Entry; readonly declaration: FactDeclaration }>()
  const seen = new Set<string>()
  for (const entry of meta.columns) {
    if (entry.name.startsWith(UNREAD)) continue
    const found = columnNamed(entry.name, names)
    if ('problem' in found) throw new Broken(found.problem)
    if (seen.has(found.key)) throw new Broken(problemOf('population.column-twice', { column: found.key }))
    seen.add(found.key)
    if (wanted.has(found.key)) chosen.set(found.key, { entry, declaration: found.declaration })
  }
  return chosen
}

const groupsIn = async (folder: string, meta: Meta): Promise<ReadonlyMap<string, Column>> => {
  const groups = new Map<string, Column>()
  for (const entry of meta.columns) {
    if (!entry.name.startsWith(UNREAD) || entry.type !== 'text' || entry.values === undefined) continue
    const values = await slotsAt(folder, fileOf(entry), STORAGE[entry.storage], meta.n)
    const name = entry.name.slice(UNREAD.length)
    groups.set(name, columnOf(name, { kind: 'text', values, texts: entry.values } as RawColumn, []))
  }
  return groups
}

/** Reads the columns that are wanted from a folder that somebody brings, or says what is wrong with it. */
export const readColumnFolder = async (
  folder: string,
  names: Names,
  wanted: ReadonlySet<string>,
): Promise<FolderReading | { readonly problem: Problem }> => {
  try {
    const text = await readFile(path.join(folder, META), 'utf8').catch(() => broken(`没有 ${META}。`, `there is no ${META}.`))
    const meta = metaOf(text)
    const hash = createHash('sha256').update(text)
    const raw = new Map<string, RawColumn>()
    for (const [key, { entry, declaration }] of chosenIn(meta, names, wanted)) {
      const column = await rawOf(folder, meta.n, entry, declaration)
      hash.update(asBytes(column.values as Slots))
      raw.set(key, column)
    }
    const ids = await idsIn(folder, meta)
    if (ids !== null) hash.update(ids.bytes).update(asBytes(ids.ends))
    const population = populationOf(meta.n, raw, names.facts, names.judgements)
    return { population, groups: await groupsIn(folder, meta), ids, hash: hash.digest('hex'), note: meta.note }
  } catch (error) {
    if (error instanceof Broken) return { problem: error.problem }
    if (error instanceof RangeError) return { problem: problemOf('population.folder', { what: error.message }) }
    throw error
  }
}

const heldOf = ({ layout }: Column): NonNullable<Entry['held']> =>
  isNumeric(layout) ? { low: Number(layout.low), high: Number(layout.high), complete: layout.complete } : { complete: layout.complete }

/** Writes a population as a folder of columns. `note` is kept beside them. */
export const writeColumnFolder = async (folder: string, { count, columns }: Population, ids: Ids, note: unknown): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const entries: Entry[] = []
  for (const [key, column] of columns) {
    const { layout, values } = column
    const file = `${entries.length}.bin`
    entries.push({
      name: key,
      type: nameIn(TYPES, layout.kind)!,
      storage: nameIn(STORAGE, layout.array)!,
      file,
      ...(isNumeric(layout) && layout.scale > 0 ? { scale: layout.scale } : {}),
      ...('texts' in layout ? { values: layout.texts } : {}),
      held: heldOf(column),
    })
    await writeFile(path.join(folder, file), asBytes(values as Slots))
  }
  if (ids !== null) {
    await writeFile(path.join(folder, `${ID}.bin`), ids.bytes)
    await writeFile(path.join(folder, `${ID}.ends`), asBytes(ids.ends))
  }
  const meta = { format: FORMAT, n: count, ids: ids !== null, endian: 'little', note, columns: entries }
  await writeFile(path.join(folder, META), JSON.stringify(meta))
}

const keptColumn = async (folder: string, n: number, entry: Entry, range: Range): Promise<Column> => {
  const kind = TYPES[entry.type]
  const array = STORAGE[entry.storage]
  const { low = 0, high = 0, complete = false } = entry.held ?? {}
  const values = await slotsAt(folder, fileOf(entry), array, n, range)
  const layout =
    kind === 'yes-no'
      ? { kind, array, complete }
      : kind === 'enum' || kind === 'text'
        ? { kind, array, texts: entry.values ?? [], complete }
        : { kind, array, scale: entry.scale ?? 0, low, high, complete }
  return { layout, values } as Column
}

/**
 * Reads back what `writeColumnFolder` wrote, only the columns that are wanted; null if it is not all there. With an id, only that enterprise's slots are read: the
 * population is that one row, or empty where there is no such id.
 */
export const readKeptFolder = async (
  folder: string,
  wanted: ReadonlySet<string>,
  id: string | null = null,
): Promise<Omit<FolderReading, 'hash' | 'groups'> | null> => {
  try {
    const meta = metaOf(await readFile(path.join(folder, META), 'utf8'))
    const entries = meta.columns.filter(({ name }) => wanted.has(name))
    const columnsIn = (range: Range) => Promise.all(entries.map((entry) => keptColumn(folder, meta.n, entry, range)))
    const all: Range = { from: 0, count: meta.n }
    const [ids, whole] = await Promise.all([idsIn(folder, meta), id === null ? columnsIn(all) : null])
    const row = id === null ? 0 : rowOf(ids, meta.n, id)
    const range = id === null ? all : { from: Math.max(0, row), count: row < 0 ? 0 : 1 }
    const columns = whole ?? (await columnsIn(range))
    return {
      population: { count: range.count, columns: new Map(entries.map(({ name }, index) => [name, columns[index]!])) },
      ids,
      note: meta.note,
    }
  } catch {
    // Half a snapshot is none: the file is read again.
    return null
  }
}
