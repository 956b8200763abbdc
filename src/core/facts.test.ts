import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOfDay } from './dates.ts'
import { type Exact, exactOf, numerator } from './exact.ts'
import { factLabel, factOf, readFact, readFacts, shownFact } from './facts.ts'
import { yuanText } from './money.ts'
import { sampleCatalogue } from './rule/samples/catalogue.ts'

const codeOf = (name: string, value: unknown): string => {
  const { facts, problems } = readFacts({ [name]: value }, sampleCatalogue)
  expect(facts.size + problems.length).toBe(1)
  return problems[0]?.code ?? ''
}
const readOf = (name: string, value: unknown): unknown => {
  const { facts, problems } = readFacts({ [name]: value }, sampleCatalogue)
  expect(problems).toEqual([])
  return [...facts.values()][0]
}

describe('a value as people write it', () => {
  it.each<[string, unknown, unknown]>([
    ['软硬件投资额', '2000 万元', 2_000_000_000],
    ['软硬件投资额', '2000万元', 2_000_000_000],
    ['软硬件投资额', '2000 万', 2_000_000_000],
    ['软硬件投资额', '1.5亿元', 15_000_000_000],
    ['软硬件投资额', '8.32', 832],
    ['软硬件投资额', 8.32, 832],
    ['软硬件投资额', ' 10 元 ', 1000],
    ['软硬件投资额', '0', 0],
    ['软硬件投资额', '-0', 0],
    ['软硬件投资额', '90071992547409.93', { n: 9007199254740993n, d: 1n }],
    ['利润', '-5', -500],
    ['营业收入增长率', '30%', exactOf('0.3')],
    ['营业收入增长率', '-2.5 ‰', exactOf('-0.0025')],
    ['营业收入增长率', '0', 0],
    ['服务企业数', '100', 100],
    ['服务企业数', '100 家', 100],
    ['日均解析量', '60 万次', 600_000],
    ['日均解析量', '60 万', 600_000],
    ['租金单价', '18 元/平方米/月', 1800],
    ['租金单价', '18', 1800],
    ['租金单价', '2 千', 200_000],
    ['面积', '1.25 平方米', exactOf('1.25')],
    ['评分', '7', 7],
    ['严重失信', '是', true],
    ['严重失信', 'No', false],
    ['严重失信', false, false],
    ['认定级别', '省级', '省级'],
    ['认定级别', 'provincial', '省级'],
    ['成立日期', '2024-02-29', numberOfDay('2024-02-29')],
    ['主营业务', '软件 开发', '软件 开发'],
  ])('reads %s %j', (name, written, value) => {
    expect(readOf(name, written)).toEqual(value)
  })
  it.each<[string, unknown, string]>([
    ['软硬件投资额', '1e3', 'fact.number'],
    ['软硬件投资额', '1E3 元', 'fact.number'],
    ['软硬件投资额', 'NaN', 'fact.number'],
    ['软硬件投资额', Number.NaN, 'fact.number'],
    ['软硬件投资额', Number.POSITIVE_INFINITY, 'fact.number'],
    ['软硬件投资额', '１００', 'fact.number'],
    ['软硬件投资额', '1,000', 'fact.number'],
    ['软硬件投资额', '1，000 元', 'fact.number'],
    ['软硬件投资额', '1 000', 'fact.number'],
    ['软硬件投资额', '1.', 'fact.number'],
    ['软硬件投资额', '.5', 'fact.number'],
    ['软硬件投资额', '1.2.3', 'fact.number'],
    ['软硬件投资额', '007', 'fact.number'],
    ['软硬件投资额', '+5', 'fact.number'],
    ['软硬件投资额', '--5', 'fact.number'],
    ['软硬件投资额', '0x10', 'fact.number'],
    ['软硬件投资额', '一百', 'fact.number'],
    ['软硬件投资额', '10  元', 'fact.number'],
    ['软硬件投资额', '5 元 左右', 'fact.number'],
    ['软硬件投资额', '9'.repeat(30), 'fact.number'],
    ['软硬件投资额', '9'.repeat(201), 'fact.too-long'],
    ['软硬件投资额', true, 'fact.number'],
    ['软硬件投资额', 0.1 + 0.2, 'fact.binary'],
    ['软硬件投资额', 2 ** 53, 'fact.binary'],
    ['软硬件投资额', 1e21, 'fact.number'],
    ['软硬件投资额', '8.325', 'fact.fen'],
    ['软硬件投资额', '-1', 'fact.negative'],
    ['软硬件投资额', '30%', 'fact.unit'],
    ['软硬件投资额', '5 家', 'fact.unit'],
    ['软硬件投资额', '5 佳', 'fact.unit'],
    ['软硬件投资额', '5 元/元', 'fact.unit'],
    ['软硬件投资额', {}, 'fact.form'],
    ['软硬件投资额', [[[[['5']]]]], 'fact.form'],
    ['软硬件投资额', '5\u0000', 'fact.characters'],
    ['软硬件投资额', '5\ufffd', 'fact.characters'],
    ['主营业务', '软\ud800件', 'fact.characters'],
    ['主营业务', 'x'.repeat(201), 'fact.too-long'],
    ['利润', '-2000 亿元', 'fact.too-small'],
    ['营业收入增长率', '30', 'fact.percent'],
    ['营业收入增长率', '0.3', 'fact.percent'],
    ['营业收入增长率', '30 元', 'fact.unit'],
    ['服务企业数', '1.5', 'fact.whole'],
    ['服务企业数', '5 次', 'fact.unit'],
    ['租金单价', '18 元', 'fact.unit'],
    ['评分', '5%', 'fact.unit'],
    ['严重失信', '1', 'fact.yes-no'],
    ['严重失信', '也许', 'fact.yes-no'],
    ['认定级别', '镇级', 'fact.enum'],
    ['成立日期', '2023-02-30', 'fact.date'],
    ['成立日期', '2023-2-3', 'fact.date'],
    ['成立日期', '20230203', 'fact.date'],
    ['成立日期', '1899-12-31', 'fact.date'],
    ['没有这一项', '1', 'fact.unknown'],
    ['上年面积', '1', 'fact.unknown'],
    ['营业收入@-0', '1', 'fact.unknown'],
    ['x'.repeat(1000), '1', 'fact.unknown'],
  ])('refuses %s %j', (name, written, code) => {
    expect(codeOf(name, written)).toBe(code)
  })
  it('names the nearest fact', () => {
    expect(readFacts({ 软硬件投资: '1' }, sampleCatalogue).problems[0]?.message.en).toBe(
      'There is no fact named "软硬件投资"; did you mean "软硬件投资额"?',
    )
  })
  it('fills every message in both languages', () => {
    for (const [name, value] of Object.entries({
      软硬件投资额: '-1',
      服务企业数: '1.5',
      认定级别: '镇级',
      营业收入增长率: '3',
      利润: '-1 万亿元',
    })) {
      for (const { message } of readFacts({ [name]: value }, sampleCatalogue).problems) {
        expect(message.zh + message.en).not.toMatch(/\{\w+\}|undefined|object/)
      }
    }
  })
})

describe('facts as a form gives them', () => {
  it.each([null, undefined, '', '   '])('treats %j as unknown', (value) => {
    expect(readFacts({ 服务企业数: value }, sampleCatalogue)).toEqual({ facts: new Map(), problems: [] })
  })
  it.each([null, 3, 'x', [], undefined])('refuses %j instead of an object', (given) => {
    expect(readFacts(given, sampleCatalogue).problems.map(({ code }) => code)).toEqual(['fact.object'])
  })
  it('takes years back by prefix or by mark, and refuses both at once', () => {
    expect([...readFacts({ 上年营业收入: 1, '营业收入@-3': 2 }, sampleCatalogue).facts.keys()]).toEqual(['营业收入@-1', '营业收入@-3'])
    expect(readFacts({ 上年营业收入: 1, '营业收入@-1': 2 }, sampleCatalogue).problems[0]?.code).toBe('fact.twice')
  })
  it('answers judgements by the names it is given', () => {
    const judgements = new Set(['sample.择优'])
    expect(readFacts({ 'sample.择优': '是' }, sampleCatalogue, judgements).facts.get('sample.择优')).toBe(true)
    expect(readFacts({ 'sample.择优': '好' }, sampleCatalogue, judgements).problems[0]?.code).toBe('fact.yes-no')
    expect(readFacts({ 'sample.择优': '是' }, sampleCatalogue).problems[0]?.code).toBe('fact.unknown')
  })
  it('refuses ten thousand facts at once, and says how many are allowed', () => {
    const given = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`甲${index}`, 1]))
    expect(readFacts(given, sampleCatalogue).problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['fact.too-many', 'At most 1000 facts can be given at once.'],
    ])
  })
  it('never throws and never leaves out a name without saying so, whatever is given', () => {
    const names = fc.oneof(
      fc.constantFrom(...sampleCatalogue.keys(), '__proto__', 'constructor', '上年营业收入'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.dictionary(names, fc.anything(), { maxKeys: 6 }), (given) => {
        const { facts, problems } = readFacts(given, sampleCatalogue)
        const asked = Object.values(given).filter((value) => value != null && !(typeof value === 'string' && value.trim() === ''))
        expect(facts.size + problems.length).toBe(asked.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('money in and out', () => {
  it('reads back what it wrote, to the fen', () => {
    const declaration = sampleCatalogue.get('利润')!
    fc.assert(
      fc.property(fc.bigInt({ min: -100_000_000_000n, max: 10n ** 19n }), (fen) => {
        const read = readFact(yuanText(fen), '利润', declaration)
        expect('value' in read && numerator(read.value as Exact)).toBe(fen)
      }),
    )
  })
  it('never makes an amount of a text that is not one', () => {
    const pieces = fc.constantFrom('1', '0', '9', '.', ',', '，', ' ', '万', '亿', '元', '%', 'e', '-', '+', '１', '/', '家', '\u3000')
    const plain = /^\s*(-?)(\d+)(?:\.(\d+))?\s?(千亿|百亿|十亿|万亿|千万|百万|十万|亿|万|千|百)?元?\s*$/
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const written = parts.join('')
        const read = readFact(written, '软硬件投资额', sampleCatalogue.get('软硬件投资额')!)
        if (!('value' in read)) return
        const found = plain.exec(written)
        expect(found, written).not.toBeNull()
        const [, , whole = '', part = '', scale = ''] = found!
        const size = { '': 2, 百: 4, 千: 5, 万: 6, 十万: 7, 百万: 8, 千万: 9, 亿: 10, 十亿: 11, 百亿: 12, 千亿: 13, 万亿: 14 }[scale]!
        const fen = BigInt((whole + part).padEnd(whole.length + size, '0').slice(0, whole.length + Math.max(size, part.length)))
        expect(numerator(read.value as Exact)).toBe(fen)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('names and values for a reader', () => {
  it('calls a yearly fact by its year in both languages', () => {
    expect(factLabel('营业收入@-1', sampleCatalogue, 'zh')).toBe('上年营业收入')
    expect(factLabel('营业收入@-1', sampleCatalogue, 'en')).toBe('revenue of the year before')
    expect(factLabel('营业收入@-3', sampleCatalogue, 'zh')).toBe('3年前营业收入')
    expect(factOf('前年营业收入', sampleCatalogue)).toMatchObject({ key: '营业收入@-2', back: 2 })
  })
  it('shows values in the reader’s language', () => {
    expect(shownFact('省级', sampleCatalogue.get('认定级别')!, 'en')).toBe('provincial')
    expect(shownFact(true, sampleCatalogue.get('严重失信')!, 'en')).toBe('yes')
    expect(shownFact(numberOfDay('2024-02-29'), sampleCatalogue.get('成立日期')!, 'zh')).toBe('2024-02-29')
    expect(shownFact(200_000, sampleCatalogue.get('租金单价')!, 'en')).toBe('2,000 yuan per m² per month')
    expect(shownFact(null, sampleCatalogue.get('利润')!, 'zh')).toBe('—')
  })
})
