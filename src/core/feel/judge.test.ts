import { describe, expect, it } from 'vitest'
import type { FeelCase, KitValue } from './case.ts'
import { judge } from './judge.ts'

const NIL: KitValue = { t: 'nil', v: '' }
const decimal = (v: string): KitValue => ({ t: 'decimal', v })
const yesNo = (v: boolean): KitValue => ({ t: 'boolean', v: String(v) })
const text = (v: string): KitValue => ({ t: 'string', v })

type Inputs = Readonly<Record<string, KitValue>>

const caseOf = (expression: string, expected: KitValue, inputs: Inputs = {}, more: Partial<FeelCase> = {}): FeelCase => ({
  line: 1,
  name: 'made-up 001',
  alone: true,
  kind: 'literalExpression',
  text: expression,
  inputs: new Map(Object.entries(inputs)),
  expected,
  resultType: null,
  ...more,
})
/** `passed`, `wrong`, or the reason of the refusal. */
const said = (...given: Parameters<typeof caseOf>): string => {
  const verdict = judge(caseOf(...given))
  return verdict.verdict === 'refused' ? verdict.reason : verdict.verdict
}

describe('an expression that both languages have', () => {
  it.each<[string, KitValue, Inputs?]>([
    ['2 * (3 + 4) - 1', decimal('13')],
    ['0.1 + 0.2', decimal('0.3')],
    ['7 / 8', decimal('.875')],
    ['2 / 3', decimal('0.66666666666667')],
    ['price * amount', decimal('12.6'), { price: decimal('4.2'), amount: decimal('3') }],
    ['- -price', decimal('4.2'), { price: decimal('4.2') }],
    ['1 / 0', NIL],
    ['1 + 1 / 0', NIL],
    ['10 in (1, < 5, >= 10)', yesNo(true)],
    ['5 in (1..5)', yesNo(false)],
    ['7 between 7 and 8 and not(false)', yesNo(true)],
    ['level in ["a", "b"]', yesNo(false), { level: text('c') }],
    ['if open then "yes" else "no"', text('no'), { open: yesNo(false) }],
    ['founded', { t: 'date', v: '2021-03-04' }, { founded: { t: 'date', v: '2021-03-04' } }],
    ['@"2021-03-04"', { t: 'date', v: '2021-03-04' }],
    ['date("2021-03-04") < date(2021, 3, 5)', yesNo(true)],
    ['founded in [date("2021-01-01")..date("2021-12-31")]', yesNo(true), { founded: { t: 'date', v: '2021-03-04' } }],
    ['founded.year * 100 + founded.month', decimal('202103'), { founded: { t: 'date', v: '2021-03-04' } }],
    ['date(2021, 3, 4).weekday + @"2021-03-04".day', decimal('8')],
    ['contains("foobar", "ob") and starts with("foobar", "foo") and not(ends with("foobar", "foo"))', yesNo(true)],
    ['starts with(code, "65")', yesNo(true), { code: text('6510') }],
    ['ends with("", "")', yesNo(true)],
    ['string length("𠮷野家")', decimal('3')],
    ['substring(code, 2, 2) = substring("x51", 2)', yesNo(true), { code: text('6510') }],
    ['floor(-1.5) + ceiling(-1.5) + floor(4 / 3)', decimal('-2')],
    ['modulo(-10.1, 4.5)', decimal('3.4')],
    ['modulo(12, -5)', decimal('-3')],
    ['modulo(12, 0)', NIL],
    ['all([true, false]) or sum([1, 2, 3.5]) > 6', yesNo(true)],
    ['mean(11, 2, 10)', decimal('7.66666666666667')],
    ['any(false, all(true, 1 < 2), false)', yesNo(true)],
    ['min(3, 2, max(1, 0.5))', decimal('1')],
    ['sum(1, 2, 3.5) = 6.5', yesNo(true)],
    ['"横綱" != "横网"', yesNo(true)],
  ])('gives the same value: %s', (expression, expected, inputs) => {
    expect(said(expression, expected, inputs)).toBe('passed')
  })
  it.each<[string, KitValue]>([
    ['1 + 1', decimal('3')],
    ['1 + 1', text('2')],
    ['1 + 1', NIL],
    ['1 / 0', decimal('0')],
    ['1 / 3', decimal('0.33')],
    ['0.12345678', decimal('0.123456789')],
    ['true', yesNo(false)],
    ['"a"', { t: 'list', v: [text('a')] }],
  ])('is wrong where it gives another: %s', (expression, expected) => {
    expect(said(expression, expected)).toBe('wrong')
  })
})

describe('an expression that FEEL reads differently', () => {
  it.each<[string, string, Inputs?]>([
    ['2021-03-04', 'feel.not-feel'],
    ['d in [2021-03-01..2021-03-31]', 'feel.not-feel', { d: { t: 'date', v: '2021-03-04' } }],
    ['决定日', 'feel.not-feel'],
    ['30%', 'feel.not-feel'],
    ['3 家', 'feel.not-feel'],
    ['1 # one', 'feel.not-feel'],
    ['x is known', 'feel.not-feel', { x: decimal('1') }],
    ['count_true(true)', 'feel.not-feel'],
    ['round(1.5, 1)', 'feel.not-feel'],
    ['year(d)', 'feel.not-feel', { d: { t: 'date', v: '2021-03-04' } }],
    ['5 in [> 4, 3]', 'feel.not-feel'],
    ['floor(1.56, 1)', 'feel.step'],
    ['"a\\n"', 'feel.escape'],
    ['string length("\\u0009")', 'feel.escape'],
    ['substring("ab", 3)', 'feel.beyond-text'],
    ['substring("ab", 2, 5)', 'feel.beyond-text'],
    ['d - d', 'feel.day-difference', { d: { t: 'date', v: '2021-03-04' } }],
    ['false in (true, true)', 'feel.false-member'],
    ['3 in [5..1]', 'feel.range-backwards'],
    ['if 1 / 0 = 1 then 1 else 2', 'feel.no-value'],
    ['not(1 / 0 = 1)', 'feel.no-value'],
    ['min(1, 1 / 0)', 'feel.no-value'],
    ['1 / 3 * 3', 'feel.precision'],
    ['1 / 3 = 1 / 3', 'feel.precision'],
    ['mean(1, 1, 2) * 3', 'feel.precision'],
    ['modulo(123456789, 7)', 'feel.precision'],
    ['floor(1234567890123456789 / 7)', 'feel.precision'],
    ['1234567890123456789012345678901234567', 'feel.precision'],
  ])('is refused before it is compared: %s', (expression, reason, inputs) => {
    for (const expected of [NIL, decimal('1'), yesNo(true)]) expect(said(expression, expected, inputs)).toBe(reason)
  })
})

describe('an expression that the language refuses', () => {
  it.each([
    ['null', 'rule.null'],
    ['1 < "a"', 'rule.type-mismatch'],
    ['true and 1', 'rule.not-condition'],
    ['.5', 'rule.expected'],
    ['1e3', 'rule.number-form'],
    ['{ a: 1 }.a', 'feel.context'],
    ['[1, 2, 3]', 'feel.list'],
    ['(function(a) a)(1)', 'feel.function'],
    ['for i in 1..3 return i', 'feel.iteration'],
    ['1 instance of number', 'feel.instance-of'],
    ['abs(n: 1)', 'feel.named-argument'],
    ['time("10:00:00")', 'feel.temporal'],
    ['@"P1D"', 'feel.temporal'],
    ['2 ** 3', 'feel.power'],
    ['sqrt(4)', 'rule.function-unknown'],
    ['constructor(true)', 'rule.function-unknown'],
    ['decimal(1.25, 1)', 'rule.function-unknown'],
    ['mean()', 'rule.argument-count'],
    ['any()', 'rule.argument-count'],
    ['all([])', 'rule.argument-count'],
    ['contains(["a", "a"])', 'feel.list'],
    ['min([1, 2][1])', 'feel.list'],
    ['min([1, 2], 3)', 'feel.list'],
    ['any(1, true)', 'rule.not-condition'],
    ['modulo("a", 2)', 'rule.argument-type'],
    ['date("2021-02-29")', 'rule.day-unknown'],
    ['date(2021, 1 + 1, 1)', 'rule.date-form'],
    ['date("12021-02-28")', 'rule.day-unknown'],
    ['date("2021-02-28").hour', 'rule.expected'],
    ['"a".year', 'rule.argument-type'],
    ['contains("a", 1)', 'rule.argument-type'],
    ['substring("ab", -1)', 'rule.argument-type'],
    ['upper case("a")', 'rule.function-unknown'],
  ])('says why: %s', (expression, reason) => {
    expect(said(expression, NIL)).toBe(reason)
  })
  it('or that needs more than itself and plain inputs', () => {
    expect(said('1', decimal('1'), {}, { kind: 'decisionTable' })).toBe('feel.logic')
    expect(said('1', decimal('1'), {}, { alone: false })).toBe('feel.model')
    expect(said('1', decimal('1'), { 'Full Name': text('a') })).toBe('feel.name')
    expect(said('a or true', yesNo(true), { a: NIL })).toBe('feel.input')
    expect(said('a', NIL, { a: { t: 'dateTime', v: '2021-03-04T00:00:00' } })).toBe('feel.input')
    expect(said('true', yesNo(true), { a: NIL })).toBe('passed')
    expect(said('1', NIL, {}, { resultType: 'string' })).toBe('feel.result-type')
    expect(said('1', NIL, {}, { resultType: 'tAmount' })).toBe('feel.result-type')
    expect(said('1', decimal('1'), {}, { resultType: 'number' })).toBe('passed')
  })
})
