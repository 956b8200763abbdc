/** One reader of a CSV file: reads pieces of it into its own rows, then writes them where they belong. The same on every thread. */
import { readSync } from 'node:fs'
import type { Names } from './catalogue.ts'
import { type Header, readHeader } from './header.ts'
import { type Piece, piecesIn, readPiece, type Source } from './piece.ts'
import { newRows, type Rows } from './rows.ts'
import { newWindow, roomIn, took, type Window } from './window.ts'

/** What every reader of a file needs to know. */
export type Reading = { readonly file: string; readonly size: number; readonly names: Names; readonly piece: number }

export type Reader = { readonly header: Header; readonly rows: Rows; readonly read: Source; readonly reading: Reading }

const CHUNK = 1 << 16

/** The bytes of an open file. */
export const sourceOf =
  (descriptor: number): Source =>
  (into, place) =>
    readSync(descriptor, into, 0, into.length, place)

const headerIn = (window: Window, read: Source, { file, names }: Reading): Header => {
  for (;;) {
    const got = read(roomIn(window, CHUNK), window.filled)
    took(window, got)
    const header = readHeader(window, got === 0, file, names)
    if (header !== null) return header
  }
}

/** `unique`: whether this is the only reader, which must find ids that are there twice. */
export const readerOf = (reading: Reading, read: Source, unique: boolean): Reader => {
  const window = newWindow()
  const header = headerIn(window, read, reading)
  return { header, rows: newRows(reading.file, reading.size, window, header, unique), read, reading }
}

/** Reads the pieces that `claim` hands out, until it hands out one that does not exist. */
export function* piecesOf({ header, rows, read, reading }: Reader, claim: () => number): Generator<Piece> {
  const count = piecesIn(reading.size, reading.piece)
  for (let index = claim(); index < count; index = claim())
    yield readPiece(rows, read, index, index === 0 ? header.next : null, reading.piece)
}

/** Reads all pieces one after another, each from where the one before ended. */
export function* allPiecesOf({ header, rows, read, reading }: Reader): Generator<Piece> {
  const count = piecesIn(reading.size, reading.piece)
  for (let [index, begin] = [0, header.next]; index < count; index++) {
    const piece = readPiece(rows, read, index, begin, reading.piece)
    begin = piece.end
    yield piece
  }
}
