/** Random well-typed expressions, as texts: whatever the language has, in every combination. A new construct is a line in the list of its type. */
import fc from 'fast-check'
import { call, choice, infix, property, relation, type Written, word } from './written.ts'

/** The types of expressions; months and days are numbers with these units. */
const TYPES = ['money', 'percent', 'plain', 'count', 'area', 'months', 'days', 'date', 'level', 'text', 'condition'] as const
type TypeName = (typeof TYPES)[number]
type Expressions = { readonly [T in TypeName]: fc.Arbitrary<Written> }

/** What may be named besides facts, by type; `known` lets rules ask whether something is known. */
export type Names = { readonly [T in TypeName]?: readonly string[] } & { readonly known: boolean }

const SIGNS = ['=', '!=', '<', '<=', '>', '>=']
const EQUAL = ['=', '!=']
/** The second choice of the level of recognition, a fact with a name longer than PostgreSQL keeps. */
export const LONG_NAME = '上年度经市级以上主管部门认定并公布的平台建设运营主体级别'

/** What is named or written down, by type. */
const LEAVES: Readonly<Record<TypeName, readonly string[]>> = {
  money: ['软硬件投资额', '营业收入', '上年(营业收入)', '前年(营业收入)', '近年合计(营业收入, 3)', '利润', '小额费用'].concat([
    '0 元',
    '5 元',
    '0.03 元',
    '333.33 元',
    '2 万元',
    '1 亿元',
    '90071992547409.93 元',
  ]),
  percent: ['营业收入增长率', '利润增长率', '30%', '8.25%', '2‰', '0%', '100%', '-5%'],
  plain: ['评分', '复评分', '2.5', '0.001', '3', '0', '9007199254740993'],
  count: ['服务企业数', '合作企业数', '0 家', '1 家', '3 家', '100 家'],
  area: ['面积', '0 平方米', '99.5 平方米', '1000 平方米'],
  months: ['月数', '1 个月', '3 月', '12 月', '-1 个月', '2.5 月', '3000 个月'],
  days: ['1 天', '30 日', '0.5 天', '90000 日'],
  date: ['成立日期', '认定日期', '决定日', '2023-01-31', '2024-02-29', '2199-12-31', '@"2023-03-31"', 'date(2024, 6, 30)'],
  level: ['认定级别', LONG_NAME],
  text: ['主营业务', '备注', '"a"', '"A"', '"it’s 100%"', '"省级"'],
  condition: ['严重失信', '独立法人', 'true', 'false'],
}
const STEPS: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  money: ['1 元', '100 元', '1 万元', '0.03 元', '小额费用', '利润'],
  percent: ['1%', '0.5%', '营业收入增长率'],
  plain: ['1', '0.25', '复评分'],
  count: ['1 家', '10 家', '合作企业数'],
  area: ['1 平方米', '0.1 平方米', '1000 平方米'],
  months: ['1 月', '3 月'],
  days: ['1 天', '7 天'],
}
const FACTORS = ['2', '0.7', '(1 / 7)', '-1', '12', '0']

/** Expressions of every type, up to a depth of four. */
export const expressions = (names: Names): Expressions =>
  fc.letrec<Record<TypeName, Written>>((tie) => {
    const of = Object.fromEntries(TYPES.map((type) => [type, tie(type)])) as Expressions
    const any = (...texts: readonly string[]) => fc.constantFrom(...texts).map(word)
    const one = (type: TypeName, ...more: readonly fc.Arbitrary<Written>[]): fc.Arbitrary<Written> =>
      fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule', withCrossShrink: true },
        any(...LEAVES[type]),
        ...(names[type]?.length ? [any(...names[type])] : []),
        ...more,
      )
    const pair = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>, write: (a: A, b: B) => Written) =>
      fc.tuple(a, b).map(([x, y]) => write(x, y))
    const three = <A, B, C>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>, c: fc.Arbitrary<C>, write: (a: A, b: B, c: C) => Written) =>
      fc.tuple(a, b, c).map(([x, y, z]) => write(x, y, z))
    const joined = (a: fc.Arbitrary<Written>, signs: readonly string[], b: fc.Arbitrary<Written>) =>
      three(a, fc.constantFrom(...signs), b, infix)
    const several = (each: fc.Arbitrary<Written>, minLength: number) => fc.array(each, { minLength, maxLength: 3 })

    const choiceOf = (own: fc.Arbitrary<Written>) => three(of.condition, own, own, choice)
    /** What every number can be. */
    const numbers = (type: TypeName): fc.Arbitrary<Written>[] => {
      const own = of[type]
      return [
        joined(own, ['+', '-'], own),
        pair(fc.constantFrom('min', 'max', 'sum'), several(own, 2), (name, args) => call(name, ...args)),
        own.map((x) => call('abs', x)),
        several(own, 1).map((args) => call('mean', ...args)),
        pair(own, own, (a, b) => call('max', { full: `[${a.full}, ${b.full}]`, lean: `[${a.lean}, ${b.lean}]`, level: a.level })),
        pair(own, any(...(STEPS[type] ?? [])), (x, y) => call('modulo', x, y)),
        three(fc.constantFrom('floor', 'ceiling', 'round'), own, any(...(STEPS[type] ?? [])), call),
        joined(own, ['*', '/'], fc.oneof(any(...FACTORS), of.plain)),
        choiceOf(own),
      ]
    }
    /** What every number and day can be asked. */
    const asked = (type: TypeName): fc.Arbitrary<Written>[] => {
      const own = of[type]
      return [
        joined(own, SIGNS, own),
        three(own, own, own, (x, a, b) => relation`${x} between ${a} and ${b}`),
        fc
          .tuple(own, fc.constantFrom('[', '('), own, own, fc.constantFrom(']', ')'))
          .map(([x, open, a, b, close]) => relation`${x} in ${open}${a}..${b}${close}`),
        three(own, own, own, (x, a, b) => relation`${x} in [${a}, > ${b}]`),
      ]
    }
    const isKnown = [...TYPES.map((type) => of[type])].map((own) =>
      pair(own, fc.constantFrom('known', 'unknown'), (x, answer) => relation`${x} is ${answer}`),
    )

    return {
      money: one(
        'money',
        joined(of.money, ['*', '/'], of.percent),
        pair(of.area, of.months, (a, b) => infix(infix(a, '*', b), '*', word('租金单价'))),
        ...numbers('money'),
      ),
      percent: one(
        'percent',
        joined(of.money, ['/'], of.money),
        joined(of.count, ['/'], of.count),
        joined(of.percent, ['*'], of.percent),
        ...numbers('percent'),
      ),
      plain: one(
        'plain',
        several(of.condition, 1).map((conditions) => call('count_true', ...conditions)),
        pair(fc.constantFrom('year', 'month', 'day', 'weekday'), of.date, call),
        pair(of.date, fc.constantFrom('year', 'month', 'day', 'weekday'), property),
        of.text.map((each) => call('string length', each)),
        ...numbers('plain'),
      ),
      count: one('count', pair(fc.constantFrom('floor', 'ceiling', 'round'), of.count, call), ...numbers('count')),
      area: one('area', ...numbers('area')),
      months: one(
        'months',
        pair(of.date, of.date, (a, b) => call('months', a, b)),
        ...numbers('months'),
      ),
      days: one(
        'days',
        pair(of.date, of.date, (a, b) => call('days', a, b)),
        joined(of.date, ['-'], of.date),
        ...numbers('days'),
      ),
      date: one(
        'date',
        joined(of.date, ['+', '-'], of.days),
        pair(of.date, of.months, (a, n) => call('add_months', a, n)),
        choiceOf(of.date),
      ),
      level: one('level', choiceOf(of.level)),
      text: one(
        'text',
        choiceOf(of.text),
        pair(of.text, any('1', '2'), (x, from) => call('substring', x, from)),
        three(of.text, any('1', '2'), any('1', '3'), (x, from, count) => call('substring', x, from, count)),
      ),
      condition: one(
        'condition',
        several(of.condition, 2).map((parts) => parts.reduce((a, b) => infix(a, 'and', b))),
        several(of.condition, 2).map((parts) => parts.reduce((a, b) => infix(a, 'or', b))),
        of.condition.map((each) => call('not', each)),
        pair(fc.constantFrom('all', 'any'), several(of.condition, 1), (name, parts) => call(name, ...parts)),
        choiceOf(of.condition),
        joined(of.level, EQUAL, any('"国家级"', '"省级"')),
        pair(
          of.level,
          fc.subarray(['"国家级"', '"省级"', '"市级"'], { minLength: 1 }),
          (x, list) => relation`${x} in [${list.join(', ')}]`,
        ),
        three(fc.constantFrom('contains', 'starts with', 'ends with'), of.text, any('""', '"a"', '"级"', '"100%"', '"𠮷"'), call),
        joined(of.text, EQUAL, of.text),
        three(of.text, of.text, of.text, (x, a, b) => relation`${x} in [${a}, ${b}]`),
        joined(of.condition, EQUAL, of.condition),
        three(of.date, of.date, fc.constantFrom('0 年', '2 年'), (a, b, n) => infix(call('years', a, b), '>=', word(n))),
        ...(['money', 'percent', 'plain', 'count', 'area', 'months', 'days', 'date'] as const).flatMap(asked),
        ...(names.known ? isKnown : []),
      ),
    }
  })
