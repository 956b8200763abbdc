import { describe, expect, it } from 'vitest'
import { pastedFacts } from './pasted-facts.ts'

describe('facts that are pasted', () => {
  it('are read from JSON, numbers as they are written', () => {
    expect(pastedFacts('{"营业收入": 20000000, "独立法人": "是"}', 'E1')).toEqual({ given: { 营业收入: '20000000', 独立法人: '是' } })
  })
  it('are read from the line of the enterprise below a header, with the units that the header names', () => {
    const text = 'enterprise,营业收入[万元],上年(营业收入),研发投入[fen],增长率[%],#note\r\nE1,1,2 元,5,3,x\r\nE2,2000,,1234567,20,y\r\n'
    expect(pastedFacts(text, 'E2')).toEqual({
      given: { 营业收入: '2000 万元', 上年营业收入: '', 研发投入: '12345.67 元', 增长率: '20%' },
    })
    expect(pastedFacts(text, 'E1')).toMatchObject({ given: { 研发投入: '0.05 元', 上年营业收入: '2 元' } })
  })
  it('are those of the first line where no id stands in it', () => {
    expect(pastedFacts('独立法人\n是\n', 'E1')).toEqual({ given: { 独立法人: '是' } })
  })
  it('are none without a text', () => {
    expect(pastedFacts(' \n', 'E1')).toEqual({ given: {} })
  })
  it.each(['{"a":1', 'enterprise,独立法人\nE2,是', '独立法人', '独立法人,营业收入\n是'])(
    'are refused where they are neither: %j',
    (text) => {
      expect(pastedFacts(text, 'E1')).toHaveProperty('problem')
    },
  )
})
