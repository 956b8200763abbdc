import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table as CSV', () => {
  it('quotes what has a comma, a quote or a line end, and leaves an unknown value empty', () => {
    expect(csvOf([['a,b', '他说"好"', null, 'x\ny']])).toBe('\ufeff"a,b","他说""好""",,"x\ny"\r\n')
  })

  it('never hands a formula to a spreadsheet, and leaves negative numbers alone', () => {
    expect(csvOf([['=1+1', '@SUM(A1)', '-3.50', '-cmd', '+86']])).toBe("\ufeff'=1+1,'@SUM(A1),-3.50,'-cmd,'+86\r\n")
    expect(csvOf([['\t=1', '\r=1', '\n=1', '\0=1']])).toBe('\ufeff\'\t=1,"\'\r=1","\'\n=1",\'\0=1\r\n')
  })

  it('has as many lines as rows, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string().map((text) => text.replace(/[\r\n]/g, '')),
            { minLength: 1, maxLength: 4 },
          ),
          { maxLength: 9 },
        ),
        (rows) => {
          expect(csvOf(rows).split('\r\n').length).toBe(rows.length + 1)
        },
      ),
    )
  })
})
