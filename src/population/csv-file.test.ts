import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPack } from '../pack/read.ts'
import type { Names } from './catalogue.ts'
import { layoutsOf } from './csv-columns.ts'
import { readCsvFile } from './csv-file.ts'
import { claim, type Helper, helperThread } from './helper.ts'
import { idAt } from './ids.ts'
import { place } from './join.ts'
import { PIECE, type Piece, partOf } from './piece.ts'
import { piecesOf, type Reading, readerOf } from './reader.ts'

let folder = ''
let file = ''
let names: Names
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'csv-file-'))
  file = path.join(folder, 'city.csv')
  const { pack } = await readPack(path.resolve(import.meta.dirname, '../../test/packs/xincheng'), '2026-01-01')
  if (!pack) throw new Error('the invented pack has errors')
  const text = { ...pack.facts.get('企业规模')!, name: '行业名称', type: 'text' as const, values: [] }
  names = { facts: new Map([...pack.facts, ['行业名称', text]]), judgements: new Set() }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A helper on this thread, which takes turns with the other readers: threads without their price. */
const turns =
  (bytes: Uint8Array): typeof helperThread =>
  (reading: Reading, claims): Helper => {
    const read = (into: Uint8Array, at: number): number => {
      const part = bytes.subarray(at, at + into.length)
      into.set(part)
      return part.length
    }
    const reader = readerOf(reading, read, false)
    const all = async () => {
      const pieces: Piece[] = []
      for (const piece of piecesOf(reader, () => claim(claims))) {
        pieces.push(piece)
        await setImmediate()
      }
      return partOf(reader.rows, pieces)
    }
    return {
      part: all(),
      place: async (placement) => place(reader.rows, placement),
      layouts: async (columns, next) => layoutsOf(columns, reading.names, () => claim(next)),
      end: () => {},
    }
  }

const utf8 = new TextEncoder()
/** All that a reading says. */
const said = async (bytes: Uint8Array, threads: number, piece: number, helperOf = turns(bytes), progress: () => void = () => {}) => {
  await writeFile(file, bytes)
  const read = await readCsvFile(file, bytes.length, names, threads, progress, { piece, helperOf })
  if ('refused' in read) return read
  const { ids, population, ...gist } = read
  const rows = Array.from({ length: population.count }, (_, row) => Buffer.from(idAt(ids, row)).toString())
  const columns = [...population.columns].map(([key, { layout, values }]) => [key, layout, [...values]])
  return { ...gist, rows, columns }
}

describe('a CSV file on several threads', () => {
  it('gives what one thread gives, whatever the bytes and wherever the pieces end', async () => {
    const cell = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(',', '\n', ',,', '1', '2.5', '小型', '大型', 'true', '2020-01-01') },
      fc.constantFrom('\r\n', '\n\n', '"', '""', '"a\nb"', '"a,""b"', 'x', 'false', '\u0000', '-3', '1.125', '9007199254740991', ' ', ''),
    )
    const line = fc.tuple(fc.constantFrom('a', 'b', 'c1', 'd', 'e2', '"f\n,"', ''), fc.array(cell, { maxLength: 9 }))
    const good = fc
      .tuple(
        fc.nat(40),
        fc.constantFrom('', '7', '3.25'),
        fc.constantFrom('', '小型', 'large'),
        fc.constantFrom('', '软件', '"制\n造"', '金融'),
      )
      .map(([id, area, size, text]) => `e${id},${area},${size},${text}`)
    const body = fc.oneof(
      fc.array(line.map(([id, cells]) => `${id},${cells.join('')}`)).map((lines) => lines.join('\n')),
      fc.array(good, { maxLength: 30 }).map((lines) => lines.join('\n')),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    )
    const header = fc.constantFrom(
      'enterprise,租用面积,企业规模,行业名称\n',
      '\uFEFFenterprise,租用面积,企业规模,行业名称\r\n',
      '租用面积,独立法人\n',
      '员工人数\n',
      '"租用\n面积"\n',
    )
    await fc.assert(
      fc.asyncProperty(
        header,
        body,
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 60 }),
        async (head, rest, threads, piece) => {
          const bytes = utf8.encode(head + rest)
          expect(await said(bytes, threads, piece)).toEqual(await said(bytes, 1, piece))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('puts texts, decimal places and lines of several threads together without reading again', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => {
      const area = row < 1000 ? row : row < 2000 ? `${row}.5` : `${row}.125`
      return `e${row + 1000},${row % 500 === 499 ? 'x' : area},${row % 3 === 0 ? '小型' : ''},${['软件', '制造', `第${row}业`][row % 3]}`
    })
    const bytes = utf8.encode(`enterprise,租用面积,企业规模,行业名称\n${rows.join('\n')}\n`)
    let pieces = 0
    const piece = 8192
    const one = await said(bytes, 1, piece)
    expect(await said(bytes, 3, piece, helperThread, () => pieces++)).toEqual(one)
    expect('bad' in one && one.bad).toBe(6)
    expect(pieces).toBeLessThanOrEqual(Math.ceil(bytes.length / piece))
  })

  it('has one hash for one content, whatever the number of threads', async () => {
    const bytes = utf8.encode(`enterprise,员工人数\n${'x,1\n'.repeat(10)}`)
    const [first, second] = [await said(bytes, 1, PIECE), await said(bytes, 4, PIECE)]
    expect('hash' in first && 'hash' in second && first.hash === second.hash && first.bad === 9).toBe(true)
  })
})
