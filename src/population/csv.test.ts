import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFact } from '../core/facts.ts'
import { factsAt, type Population, populationOf } from '../core/rule/columns/population.ts'
import { readPack } from '../pack/read.ts'
import type { Names } from './catalogue.ts'
import { type CsvReading, csvReader } from './csv.ts'
import { MAX_ROW } from './header.ts'
import { idAt } from './ids.ts'

let names: Names
beforeAll(async () => {
  const { pack } = await readPack(path.resolve(import.meta.dirname, '../../test/packs/xincheng'), '2026-01-01')
  if (!pack) throw new Error('the invented pack has errors')
  names = { facts: pack.facts, judgements: new Set(['scenario-award.择优']) }
})

const utf8 = new TextEncoder()
/** Reads a file in pieces of `size` bytes. */
const readBytes = (bytes: Uint8Array, size = bytes.length): CsvReading => {
  const reader = csvReader('city.csv', bytes.length, names)
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
  return reader.end()
}
const read = (text: string): CsvReading => readBytes(utf8.encode(text))
const populationIn = ({ count, columns }: CsvReading): Population => populationOf(count, columns, names.facts, names.judgements)
const rowsIn = (reading: CsvReading) =>
  Array.from({ length: reading.count }, (_, row) => ({
    id: new TextDecoder().decode(idAt(reading.ids, row)),
    facts: Object.fromEntries(factsAt(populationIn(reading), row)),
  }))
const codesIn = ({ findings }: CsvReading) => findings.map(({ code, place }) => `${code} ${place.line}:${place.column}`)

describe('a population as CSV', () => {
  it('reads values as machines and as people write them', () => {
    const rows = rowsIn(
      read(
        'enterprise,营业收入,上年(营业收入),企业规模,独立法人,成立日期,员工人数,scenario-award.择优\n' +
          'A1,1200.50,900,small,true,2020-02-29,12,yes\nA2,2 万元,,小型,否,,,\n',
      ),
    )
    expect(rows).toEqual([
      {
        id: 'A1',
        facts: {
          营业收入: 120_050,
          '营业收入@-1': 90_000,
          企业规模: '小型',
          独立法人: true,
          成立日期: 18_321,
          员工人数: 12,
          'scenario-award.择优': true,
        },
      },
      { id: 'A2', facts: { 营业收入: 2_000_000, 企业规模: '小型', 独立法人: false } },
    ])
  })

  it('counts money in fen and in 万元 where the header says so', () => {
    expect(rowsIn(read('营业收入[分],研发投入[万元]\n7,1.5\n'))).toEqual([{ id: '1', facts: { 营业收入: 7, 研发投入: 1_500_000 } }])
  })

  it('wants the sign of a percentage, in the cell or in the header', () => {
    expect(rowsIn(read('营业收入增长率[%]\n8.25\n-3\n')).map(({ facts }) => facts.营业收入增长率)).toEqual([
      { n: 33n, d: 400n },
      { n: -3n, d: 100n },
    ])
    const unsigned = read('营业收入增长率\n8.25\n8.25%\n')
    expect([unsigned.count, codesIn(unsigned)]).toEqual([1, ['fact.percent 2:1']])
  })

  it('keeps what was read when a later number has more decimal places', () => {
    expect(rowsIn(read('租用面积\n10\n10.125\n')).map(({ facts }) => facts.租用面积)).toEqual([10, { n: 81n, d: 8n }])
  })

  it('reads quotes, a byte order mark and either line end', () => {
    const text = '\uFEFFenterprise,企业规模\r\n"a ""b"", c","小型"\r\n"two\nlines",大型\r\n'
    const reading = read(text)
    expect(rowsIn(reading).map(({ id }) => id)).toEqual(['a "b", c'])
    expect(codesIn(reading)).toEqual(['population.id 3:1'])
  })

  it('refuses a header that is not UTF-8 and says why', () => {
    const gb18030 = Uint8Array.from([0xd3, 0xaa, 0xd2, 0xb5, 0xca, 0xd5, 0xc8, 0xeb, 0x0a, 0x31, 0x0a])
    const reading = readBytes(gb18030)
    expect([reading.refused, codesIn(reading)]).toEqual([true, ['population.encoding 1:1']])
  })

  it('names the nearest column for one that does not exist, and skips those that begin with #', () => {
    const reading = read('营业收人,#备注\n1,x\n')
    expect(reading.refused).toBe(true)
    expect(reading.findings[0]?.message.zh).toContain('是否指“营业收入”')
    expect(read('#备注,员工人数\n"anything",3\n').count).toBe(1)
  })

  it('refuses two columns for one fact and a unit that does not fit', () => {
    expect(codesIn(read('上年营业收入,营业收入@-1\n1,1\n'))).toEqual(['population.column-twice 1:8'])
    expect(codesIn(read('员工人数[万元]\n1\n'))).toEqual(['population.column-unit 1:1'])
  })

  it('leaves a bad row out, names line and column, and counts it', () => {
    const reading = read('enterprise,员工人数,企业规模\na,1,小型\nb,一,小型\nc,2\na,3,小型\nd,4,巨型\n,5,小型\nz,6,小型\n')
    expect(rowsIn(reading).map(({ id }) => id)).toEqual(['a', 'z'])
    expect(reading.bad).toBe(5)
    expect(codesIn(reading)).toEqual([
      'fact.number 3:3',
      'population.cells 4:1',
      'population.id-twice 5:1',
      'fact.enum 6:5',
      'population.id 7:1',
    ])
  })

  it('goes on at the next line after a quote that never ends', () => {
    const reading = read('enterprise,员工人数\n"a,1\nb,2\n')
    expect([rowsIn(reading).map(({ id }) => id), codesIn(reading)]).toEqual([['b'], ['population.quote 2:2']])
  })

  it('passes over a line of many megabytes without holding it', () => {
    const bytes = utf8.encode(`enterprise,员工人数\na,${'9'.repeat(3 * MAX_ROW)}\nb,2\n`)
    const reading = readBytes(bytes, 1 << 16)
    expect([rowsIn(reading).map(({ id }) => id), codesIn(reading)]).toEqual([['b'], ['population.row-long 2:1']])
  })

  it('reads every plain number as a single fact is read', () => {
    const plain = fc.tuple(
      fc.constantFrom('', '-'),
      fc.constantFrom('0', '7', '10', '007', '123456', '900719925474099', '9007199254740993'),
      fc.constantFrom('', '.', '.5', '.50', '.005', '.000', '.123456789'),
    )
    fc.assert(
      fc.property(
        plain.map((parts) => parts.join('')),
        fc.constantFrom('营业收入', '员工人数', '租用面积', '月租金单价'),
        (text, name) => {
          const one = readFact(text, name, names.facts.get(name)!)
          const reading = read(`${name}\n${text}\n`)
          // 53 bits are the limit of a column, not of a single fact.
          if (codesIn(reading)[0]?.startsWith('population.decimals')) return
          expect(rowsIn(reading).map(({ facts }) => facts[name])).toEqual('value' in one ? [one.value] : [])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('reads any bytes, in pieces of any size, to the same rows or the same findings', () => {
    const cell = fc.constantFrom('1', '小型', '"', '""', '"a"', ',', '\n', '\r\n', 'x', '2020-01-01', '是', '\u0000', '9'.repeat(30), '')
    const body = fc.oneof(
      fc.array(cell).map((parts) => utf8.encode(parts.join(''))),
      fc.uint8Array({ maxLength: 200 }),
    )
    const header = fc.constantFrom('', 'enterprise,员工人数\n', '员工人数,企业规模,独立法人\n')
    fc.assert(
      fc.property(header, body, fc.integer({ min: 1, max: 9 }), (head, bytes, size) => {
        const all = Uint8Array.from([...utf8.encode(head), ...bytes])
        const whole = readBytes(all, Math.max(1, all.length))
        const pieces = readBytes(all, size)
        expect([rowsIn(pieces), pieces.bad, pieces.findings]).toEqual([rowsIn(whole), whole.bad, whole.findings])
      }),
      { numRuns: 500 },
    )
  })
})
