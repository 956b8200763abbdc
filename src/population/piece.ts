/** A piece of a CSV file, read by itself: the rows that begin within it. */
import { createHash } from 'node:crypto'
import type { Diagnostic } from '../core/diagnostic.ts'
import { NEWLINE } from './cell.ts'
import { type Rows, readRows } from './rows.ts'
import type { ArrayName } from './shared.ts'
import { moveTo, roomIn, took, type Window } from './window.ts'

/** Bytes of a piece. The hash of a file is made of the hashes of these. */
export const PIECE = 4 << 20
const CHUNK = 1 << 20
/** The last row of a piece ends a little beyond it. */
const TAIL = 1 << 16

/** Reads bytes from a place in the file; answers how many, 0 at its end. */
export type Source = (into: Uint8Array, place: number) => number

export type Piece = {
  readonly index: number
  /** Where its first row begins in the file, and where the one after its last does. */
  readonly begin: number
  readonly end: number
  /** Its rows among all that the same reader has read. */
  readonly from: number
  readonly to: number
  readonly bytesOfIds: number
  readonly lines: number
  readonly bad: number
  /** The first ones; lines are counted from the beginning of the piece. */
  readonly findings: readonly Diagnostic[]
  /** How many texts each column knows after it. */
  readonly texts: readonly number[]
  readonly hash: string
}

/** What a reader's column came to. */
export type ColumnEnd = { readonly array: ArrayName; readonly scale: number; readonly widest: number; readonly texts: readonly string[] }

/** What one reader has read. */
export type Part = { readonly pieces: readonly Piece[]; readonly columns: readonly ColumnEnd[]; readonly ascending: boolean }

export const piecesIn = (size: number, length = PIECE): number => Math.max(1, Math.ceil(size / length))

/** Moves to where rows begin: to `begin`, or behind the first line end. False if that is not at hand. */
const findBegin = (window: Window, begin: number | null, last: boolean): boolean => {
  const { bytes, filled, base } = window
  const newline = begin === null ? bytes.subarray(0, filled).indexOf(NEWLINE, window.at) : -1
  const at = begin !== null ? begin - base : newline < 0 ? filled : newline + 1
  window.at = Math.min(at, filled)
  return last || (begin !== null ? at <= filled : newline >= 0)
}

/**
 * Reads the rows that begin in a piece, behind its first byte and up to the first of the next piece. Where they begin is known (`begin`), or taken to be behind the first line
 * end: whoever puts pieces together sees whether the piece before ended there.
 */
export const readPiece = (rows: Rows, read: Source, index: number, begin: number | null, length = PIECE): Piece => {
  const { window, fields, ids } = rows
  const stop = (index + 1) * length
  const hash = createHash('sha256')
  const [from, bad] = [rows.count, rows.bad]
  rows.line = 1
  rows.findings = []
  moveTo(window, index * length)
  let first = -1
  for (;;) {
    const place = window.base + window.filled
    const room = roomIn(window, place < stop ? Math.min(CHUNK, stop - place) : TAIL)
    const got = read(room, place)
    took(window, got)
    if (place < stop) hash.update(room.subarray(0, got))
    const last = got === 0
    if (first < 0) {
      if (!findBegin(window, begin, last)) continue
      first = window.base + window.at
    }
    readRows(rows, stop + 1, last)
    if (last || (!rows.skipping && window.base + window.at > stop)) break
  }
  return {
    index,
    begin: first,
    end: window.base + window.at,
    from,
    to: rows.count,
    bytesOfIds: rows.idColumn < 0 ? 0 : ids.words.ends[rows.count]! - ids.words.ends[from]!,
    lines: rows.line - 1,
    bad: rows.bad - bad,
    findings: rows.findings,
    texts: fields.flatMap((field) => (field === null ? [] : field.form === 'word' ? field.texts.length : 0)),
    hash: hash.digest('hex'),
  }
}

/** What a reader has read, once it has read all its pieces. */
export const partOf = ({ fields, ids }: Rows, pieces: readonly Piece[]): Part => ({
  pieces,
  columns: fields
    .filter((field) => field !== null)
    .map((field) =>
      field.form === 'number'
        ? { array: field.array, scale: field.scale, widest: field.widest, texts: [] }
        : { array: field.array, scale: 0, widest: 0, texts: field.texts },
    ),
  ascending: ids.ascending,
})
