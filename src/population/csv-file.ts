/** A CSV file as a population, read on several threads where it is large. */
import { closeSync, openSync } from 'node:fs'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Column } from '../core/rule/columns/column.ts'
import { type Population, populationOf } from '../core/rule/columns/population.ts'
import type { Names } from './catalogue.ts'
import { readingOf } from './csv.ts'
import { type Columns, layoutsOf } from './csv-columns.ts'
import { rawColumn } from './field.ts'
import { claim, type Helper, helperThread, newClaims } from './helper.ts'
import { areUnique, type Ids } from './ids.ts'
import { type Gist, gistOf, type Plan, place, planOf } from './join.ts'
import type { Progress } from './load.ts'
import { PIECE, type Piece, partOf, piecesIn } from './piece.ts'
import { allPiecesOf, piecesOf, type Reader, type Reading, readerOf, sourceOf } from './reader.ts'

/** Below so many pieces, starting a thread takes longer than it saves. */
const LARGE = 4

export type CsvFile = Gist & { readonly population: Population; readonly ids: Ids }
export type RefusedFile = { readonly refused: readonly Diagnostic[] }

/** Takes one piece after another and lets others have a turn in between. */
const taken = async (pieces: Iterable<Piece>, { size, piece: length }: Reading, progress: Progress): Promise<readonly Piece[]> => {
  const all: Piece[] = []
  for (const piece of pieces) {
    all.push(piece)
    progress((piece.index + 1) / piecesIn(size, length))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}

const alone = async (reader: Reader, progress: Progress): Promise<CsvFile> => {
  const { header, rows, reading } = reader
  const pieces = await taken(allPiecesOf(reader), reading, progress)
  const { count, columns, ids } = readingOf(rows)
  return { ...gistOf(pieces, header.line), population: populationOf(count, columns, reading.names.facts, reading.names.judgements), ids }
}

/** The columns of the plan, once all have written their rows. */
const populationIn = async (plan: Plan, { rows, reading }: Reader, helpers: readonly Helper[]): Promise<Population> => {
  const fields = rows.fields.filter((field) => field !== null)
  const columns: Columns = new Map(fields.map((field, index) => [field.key, rawColumn(field.kind, plan.columns[index]!)]))
  const claims = newClaims()
  const asked = helpers.map((helper) => helper.layouts(columns, claims))
  const own = layoutsOf(columns, reading.names, () => claim(claims))
  const layouts = new Map([own, ...(await Promise.all(asked))].flatMap((each) => [...each]))
  return {
    count: plan.count,
    columns: new Map([...columns].map(([key, { values }]) => [key, { layout: layouts.get(key)!, values } as Column])),
  }
}

/** Reads with helpers; null where only a single reader can tell what the file says. */
const together = async (reader: Reader, helperOf: typeof helperThread, threads: number, progress: Progress): Promise<CsvFile | null> => {
  const { header, rows, reading } = reader
  const claims = newClaims()
  const helpers = Array.from({ length: threads - 1 }, () => helperOf(reading, claims))
  try {
    const pieces = await taken(
      piecesOf(reader, () => claim(claims)),
      reading,
      progress,
    )
    const parts = [partOf(rows, pieces), ...(await Promise.all(helpers.map(({ part }) => part)))]
    const hasIds = header.idColumn >= 0
    const plan = planOf(parts, header.line, hasIds)
    // Without a column of ids, the number of a row depends on all before it.
    if (plan === null || (!hasIds && plan.bad > 0)) return null
    const placed = helpers.map((helper, index) => helper.place(plan.placements[index + 1]!))
    const fits = [place(rows, plan.placements[0]!), ...(await Promise.all(placed))]
    if (fits.includes(false)) return null
    const { ids, seams, count, bad, findings, hash } = plan
    const ascending = parts.every((part) => part.ascending)
    if (ids !== null && !areUnique(ids, seams, ascending)) return null
    return { count, bad, findings, hash, population: await populationIn(plan, reader, helpers), ids }
  } finally {
    for (const helper of helpers) helper.end()
  }
}

/** Reads a file of `size` bytes on so many threads; whatever their number, the result is the same. */
export const readCsvFile = async (
  file: string,
  size: number,
  names: Names,
  threads: number,
  progress: Progress,
  { piece, helperOf } = { piece: PIECE, helperOf: helperThread },
): Promise<CsvFile | RefusedFile> => {
  const descriptor = openSync(file, 'r')
  try {
    const reading: Reading = { file, size, names, piece }
    const open = (unique: boolean) => readerOf(reading, sourceOf(descriptor), unique)
    const isLarge = threads > 1 && piecesIn(size, piece) >= LARGE
    const first = open(!isLarge)
    if (first.header.findings.length > 0) return { refused: first.header.findings }
    if (!isLarge) return await alone(first, progress)
    return (await together(first, helperOf, threads, progress)) ?? (await alone(open(true), progress))
  } finally {
    closeSync(descriptor)
  }
}
