/** Puts together what several readers have read of one file, so that nobody can tell how many there were. */
import { createHash } from 'node:crypto'
import type { Diagnostic } from '../core/diagnostic.ts'
import { NULL_SLOT } from '../core/rule/columns/column.ts'
import { POWERS } from './field.ts'
import type { Part, Piece } from './piece.ts'
import { MAX_FINDINGS, type Rows } from './rows.ts'
import { type ArrayName, type Slots, sharedSlots } from './shared.ts'

/** What all rows of a file come to, besides their values. */
export type Gist = { readonly count: number; readonly bad: number; readonly findings: readonly Diagnostic[]; readonly hash: string }

/** A column of the whole file, in shared memory. */
export type Whole = { readonly array: ArrayName; readonly scale: number; readonly texts: readonly string[]; readonly values: Slots }

/** Where the rows of one reader go. */
export type Placement = {
  readonly spans: readonly { readonly from: number; readonly to: number; readonly row: number; readonly id: number }[]
  readonly columns: readonly {
    readonly values: Slots
    readonly array: ArrayName
    /** Slots are multiplied by it. */
    readonly factor: number
    /** The code of each of the reader's codes; null where they are the same. */
    readonly codes: readonly number[] | null
  }[]
  readonly ids: { readonly bytes: Uint8Array; readonly ends: Int32Array } | null
}

export type Plan = Gist & {
  readonly columns: readonly Whole[]
  readonly ids: { readonly bytes: Uint8Array; readonly ends: Int32Array } | null
  /** The rows with which pieces begin. */
  readonly seams: readonly number[]
  readonly placements: readonly Placement[]
}

/** Pieces in the order of the file; `line` is that of the first row. */
export const gistOf = (pieces: readonly Piece[], line: number): Gist => {
  const findings: Diagnostic[] = []
  let before = line - 1
  for (const piece of pieces) {
    for (const { place, ...finding } of piece.findings.slice(0, MAX_FINDINGS - findings.length))
      findings.push({ ...finding, place: { ...place, line: place.line + before } })
    before += piece.lines
  }
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece.hash, 'hex')
  return {
    count: pieces.reduce((sum, { from, to }) => sum + to - from, 0),
    bad: pieces.reduce((sum, { bad }) => sum + bad, 0),
    findings,
    hash: hash.digest('hex'),
  }
}

type Owned = Piece & { readonly reader: number }

/** The texts of a column in the order in which the file has them, and what each reader's codes are among them. */
const textsOf = (parts: readonly Part[], pieces: readonly Owned[], column: number) => {
  const known = new Map<string, number>()
  const codes = parts.map((): number[] => [])
  for (const { reader, texts } of pieces) {
    const own = codes[reader]!
    for (const text of parts[reader]!.columns[column]!.texts.slice(own.length, texts[column])) {
      const code = known.get(text) ?? known.size
      known.set(text, code)
      own.push(code)
    }
  }
  return { texts: [...known.keys()], codes: codes.map((own) => (own.every((code, index) => code === index) ? null : own)) }
}

/** How the parts of a file become one; null if a piece did not begin where the one before ended, or a value has no room among those of another reader. */
export const planOf = (parts: readonly Part[], line: number, hasIds: boolean): Plan | null => {
  const pieces: readonly Owned[] = parts
    .flatMap((part, reader) => part.pieces.map((piece) => ({ ...piece, reader })))
    .sort((a, b) => a.index - b.index)
  if (pieces.some(({ begin }, index) => index > 0 && begin !== pieces[index - 1]!.end)) return null
  const gist = gistOf(pieces, line)
  const columns = (parts[0]?.columns ?? []).map((first, column) => {
    const own = parts.map((part) => part.columns[column]!)
    const array = own.find((each) => each.array === 'Float64Array')?.array ?? first.array
    const scale = Math.max(...own.map((each) => each.scale))
    const factors = own.map((each) => POWERS[scale - each.scale]!)
    const { texts, codes } = textsOf(parts, pieces, column)
    return {
      array,
      scale,
      texts,
      codes,
      factors,
      fits: own.every(({ widest }, reader) => widest * factors[reader]! <= Number.MAX_SAFE_INTEGER),
    }
  })
  if (columns.some(({ fits }) => !fits)) return null
  const wholes = columns.map(({ array, scale, texts }) => ({ array, scale, texts, values: sharedSlots(array, gist.count) }))
  const bytesOfIds = pieces.reduce((sum, piece) => sum + piece.bytesOfIds, 0)
  const ids = hasIds
    ? { bytes: sharedSlots('Uint8Array', bytesOfIds) as Uint8Array, ends: sharedSlots('Int32Array', gist.count + 1) as Int32Array }
    : null
  const spans = parts.map((): Placement['spans'][number][] => [])
  let [row, id] = [0, 0]
  const seams: number[] = []
  for (const { reader, from, to, bytesOfIds: more } of pieces) {
    spans[reader]!.push({ from, to, row, id })
    seams.push(row)
    row += to - from
    id += more
  }
  const placements = parts.map((_, reader) => ({
    spans: spans[reader]!,
    columns: columns.map(({ array, factors, codes }, column) => ({
      values: wholes[column]!.values,
      array,
      factor: factors[reader]!,
      codes: codes[reader]!,
    })),
    ids,
  }))
  return { ...gist, columns: wholes, ids, seams, placements }
}

/** Writes slots as others; false if one has no room. */
const convert = (from: Slots, to: Slots, missing: number, other: number, factor: number, codes: readonly number[] | null): boolean => {
  for (let row = 0; row < from.length; row++) {
    const slot = from[row]!
    if (slot === missing || Number.isNaN(slot)) to[row] = other
    else {
      const value = codes === null ? slot * factor : codes[slot]!
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false
      to[row] = value
    }
  }
  return true
}

/** Writes the rows of a reader where they belong; false if one has no room there. */
export const place = ({ fields, ids: own }: Rows, { spans, columns, ids }: Placement): boolean => {
  for (const [index, field] of fields.filter((each) => each !== null).entries()) {
    const { values, array, factor, codes } = columns[index]!
    for (const { from, to, row } of spans) {
      const rows = field.values.subarray(from, to)
      const target = values.subarray(row, row + to - from)
      if (array === field.array && factor === 1 && codes === null) target.set(rows)
      else if (!convert(rows, target, NULL_SLOT[field.array], NULL_SLOT[array], factor, codes)) return false
    }
  }
  if (ids === null) return true
  const { bytes, ends } = own.words
  for (const { from, to, row, id } of spans) {
    const start = ends[from]!
    ids.bytes.set(bytes.subarray(start, ends[to]!), id)
    for (let each = from + 1; each <= to; each++) ids.ends[row + each - from] = ends[each]! - start + id
  }
  return true
}
