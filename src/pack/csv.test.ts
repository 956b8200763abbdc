import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CELLS, readCsv } from './csv.ts'

const cells = (text: string): string[][] => readCsv(text, 't.csv').rows.map((row) => row.map((cell) => cell.text))
const problems = (text: string): string[] =>
  readCsv(text, 't.csv').problems.map(({ code, place }) => `${code} ${place.line}:${place.column}`)

describe('a table', () => {
  it.each([
    ['plain cells', 'a,b\n1,2\n', [['1', '2']]],
    ['no line break at the end', 'a,b\n1,2', [['1', '2']]],
    ['Windows line breaks', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['old Macintosh line breaks', 'a,b\r1,2\r', [['1', '2']]],
    ['empty lines between rows', 'a,b\n\n1,2\n\n', [['1', '2']]],
    ['commas, quotes and line breaks in quotes', 'a,b\n"1,5","say ""yes""\nand go"\n', [['1,5', 'say "yes"\nand go']]],
    ['an empty cell in quotes', 'a,b\n"",\n', [['', '']]],
    ['white space around values', 'a,b\n 1 ,\t2\n', [['1', '2']]],
    ['a head and no rows', 'a,b\n', []],
  ])('is read with %s', (_what, text, expected) => {
    expect(problems(text)).toEqual([])
    expect(cells(text)).toEqual(expected)
  })

  it.each([
    ['a quote that is not closed', 'a,b\n1,"2\n3,4\n', ['pack.csv-quote 2:3']],
    ['text behind a closing quote', 'a,b\n"1"x,2\n', ['pack.csv-quote 2:1']],
    ['a quote inside of a plain cell', 'a,b\n1,2"3\n', ['pack.csv-quote 2:4']],
    ['a row too short', 'a,b\n1\n2,3\n', ['pack.csv-cells 2:1']],
    ['a row too long', 'a,b\n1,2,3\n', ['pack.csv-cells 2:1']],
    ['a column without a name', 'a,\n1,2\n', ['pack.csv-header 1:3']],
    ['a column named twice', 'a,a\n1,2\n', ['pack.csv-header 1:3']],
    ['nothing at all', '', ['pack.csv-empty 1:1']],
  ])('is refused with %s, at its place', (_what, text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('counts lines through a cell of several lines', () => {
    const [, row] = readCsv('a,b\n"1\n2\n3",x\n4,y\n', 't.csv').rows
    expect(row?.[1]?.place).toEqual({ file: 't.csv', line: 5, column: 3, end: 4 })
  })

  it('stops at a million cells', () => {
    expect(problems(`a\n${'1\n'.repeat(MAX_CELLS)}`)).toEqual([`pack.csv-large ${MAX_CELLS + 1}:1`])
  })

  it('gives back what was written into it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '字', ',', '"', '\n', ' ', '|') }).map((text) => text.trim())
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = `a,b\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`
        expect(problems(text)).toEqual([])
        expect(cells(text)).toEqual(rows)
      }),
    )
  })
})
