/** Random well-typed rules as text, and random facts: what every way of computing a rule is held against. */
import fc from 'fast-check'
import { sampleOf } from './catalogue.ts'

/** An expression twice: with every parenthesis, and with only those that precedence needs. Both mean the same. */
export type Written = { readonly full: string; readonly lean: string; readonly level: number }

/** How tightly an expression binds: `if` least, then or, and, comparison, sum, product, and what needs no parentheses. */
const [IF, OR, AND, RELATION, SUM, PRODUCT, UNIT] = [0, 1, 2, 3, 4, 5, 6]

const word = (text: string): Written => ({ full: text, lean: text, level: UNIT })
const within = ({ lean, level }: Written, least: number): string => (level < least ? `(${lean})` : lean)

/** `left sign right`, read from the left: the right side needs parentheses one level earlier. */
const infix =
  (sign: string, level: number, leftLeast = level, rightLeast = level + 1) =>
  (left: Written, right: Written): Written => ({
    full: `(${left.full} ${sign} ${right.full})`,
    lean: `${within(left, leftLeast)} ${sign} ${within(right, rightLeast)}`,
    level,
  })
const call = (name: string, args: readonly Written[]): Written => ({
  full: `${name}(${args.map(({ full }) => full).join(', ')})`,
  lean: `${name}(${args.map(({ lean }) => lean).join(', ')})`,
  level: UNIT,
})
const property = (of: Written, name: string): Written => ({
  full: `(${of.full}).${name}`,
  lean: `${within(of, UNIT)}.${name}`,
  level: UNIT,
})
const compared = (sign: string) => infix(sign, RELATION, SUM, SUM)
/** A part of a longer form, which is a relation: `x between a and b`, `x in [a..b)`. */
const relation = (parts: readonly (Written | string)[]): Written => ({
  full: `(${parts.map((part) => (typeof part === 'string' ? part : part.full)).join('')})`,
  lean: parts.map((part) => (typeof part === 'string' ? part : within(part, SUM))).join(''),
  level: RELATION,
})
const choice = (condition: Written, then: Written, otherwise: Written): Written => ({
  full: `(if ${condition.full} then ${then.full} else ${otherwise.full})`,
  lean: `if ${condition.lean} then ${then.lean} else ${otherwise.lean}`,
  level: IF,
})

const SIGNS = ['=', '!=', '<', '<=', '>', '>=']

/** What may be named besides facts; `known` lets rules ask whether a fact is known. */
export type Names = { readonly money: readonly string[]; readonly percent: readonly string[]; readonly known: boolean }

type Kinds = { money: Written; percent: Written; count: Written; day: Written; condition: Written }

/** Expressions of every kind, up to the depth. */
export const expressions = (names: Names): { readonly [K in keyof Kinds]: fc.Arbitrary<Kinds[K]> } => {
  const { money, percent, count, day, condition } = fc.letrec<Kinds>((tie) => {
    const two = <T extends Written>(
      kind: fc.Arbitrary<T>,
      signs: readonly string[],
      join: (sign: string) => (a: Written, b: Written) => Written,
    ) => fc.tuple(fc.constantFrom(...signs), kind, kind).map(([sign, a, b]) => join(sign)(a, b))
    const any = (leaf: fc.Arbitrary<Written>, ...more: fc.Arbitrary<Written>[]) =>
      fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, ...more)
    return {
      money: any(
        fc
          .constantFrom(
            '软硬件投资额',
            '营业收入',
            '上年(营业收入)',
            '利润',
            '近年合计(营业收入, 2)',
            '0 元',
            '5 元',
            '0.03 元',
            '2 万元',
            ...names.money,
          )
          .map(word),
        two(tie('money'), ['+', '-'], (sign) => infix(sign, SUM)),
        fc.tuple(fc.constantFrom('*', '/'), tie('money'), tie('percent')).map(([sign, a, b]) => infix(sign, PRODUCT)(a, b)),
        fc
          .tuple(fc.constantFrom('min', 'max', 'sum'), fc.array(tie('money'), { minLength: 2, maxLength: 3 }))
          .map(([name, args]) => call(name, args)),
        fc.tuple(fc.constantFrom('floor', 'ceiling', 'round'), tie('money'), tie('money')).map(([name, x, step]) => call(name, [x, step])),
        tie('money').map((x) => call('abs', [x])),
        fc.tuple(tie('condition'), tie('money'), tie('money')).map(([test, a, b]) => choice(test, a, b)),
      ),
      percent: any(
        fc.constantFrom('营业收入增长率', '30%', '2‰', '0%', '100%', ...names.percent).map(word),
        fc.tuple(tie('money'), tie('money')).map(([a, b]) => infix('/', PRODUCT)(a, b)),
        two(tie('percent'), ['+', '-'], (sign) => infix(sign, SUM)),
        fc.tuple(tie('percent'), tie('percent')).map(([a, b]) => infix('*', PRODUCT)(a, b)),
      ),
      count: any(
        fc.constantFrom('服务企业数', '0 家', '3 家').map(word),
        two(tie('count'), ['+', '-'], (sign) => infix(sign, SUM)),
        fc.tuple(tie('condition'), tie('count'), tie('count')).map(([test, a, b]) => choice(test, a, b)),
      ),
      day: any(
        fc.constantFrom('成立日期', '决定日', '2024-02-29', '@"2024-02-29"', 'date(2024, 6, 30)').map(word),
        fc.tuple(tie('day'), fc.constantFrom('1 日', '40 日', '0.5 日', '90000 日')).map(([a, n]) => infix('+', SUM)(a, word(n))),
        fc
          .tuple(tie('day'), fc.constantFrom('1 个月', '13 个月', '-1 个月', '3000 个月'))
          .map(([a, n]) => call('add_months', [a, word(n)])),
      ),
      condition: any(
        fc
          .constantFrom(
            '严重失信',
            'true',
            'false',
            '认定级别 = "省级"',
            '认定级别 != "市级"',
            ...(names.known ? ['严重失信 is known', '营业收入 is unknown'] : []),
          )
          .map((text) => ({
            full: text.includes(' ') ? `(${text})` : text,
            lean: text,
            level: text.includes(' ') ? RELATION : UNIT,
          })),
        two(tie('money'), SIGNS, compared),
        two(tie('percent'), SIGNS, compared),
        two(tie('count'), SIGNS, compared),
        two(tie('day'), SIGNS, compared),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => parts.reduce(infix('and', AND))),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => parts.reduce(infix('or', OR))),
        tie('condition').map((of) => call('not', [of])),
        fc.tuple(tie('money'), tie('money'), tie('money')).map(([x, a, b]) => relation([x, ' between ', a, ' and ', b])),
        fc
          .tuple(tie('count'), fc.constantFrom('[', '('), tie('count'), tie('count'), fc.constantFrom(']', ')'))
          .map(([x, open, a, b, close]) => relation([x, ` in ${open}`, a, '..', b, close])),
        fc
          .tuple(fc.constantFrom('认定级别', '主营业务'), fc.subarray(['国家级', '省级', '市级'], { minLength: 1 }))
          .map(([name, values]) => relation([word(name), ` in [${values.map((value) => `"${value}"`).join(', ')}]`])),
        fc.tuple(tie('money'), tie('money'), tie('money')).map(([x, a, b]) => relation([x, ' in [', a, ', > ', b, ']'])),
        fc
          .tuple(fc.array(tie('condition'), { minLength: 1, maxLength: 3 }), fc.constantFrom(...SIGNS), fc.nat(3))
          .map(([conditions, sign, n]) => compared(sign)(call('count_true', conditions), word(String(n)))),
        fc
          .tuple(
            fc.constantFrom(['days', '日'], ['months', '个月'], ['years', '年']),
            tie('day'),
            tie('day'),
            fc.constantFrom(...SIGNS),
            fc.nat(3),
          )
          .map(([[name, unit], a, b, sign, n]) => compared(sign)(call(name!, [a, b]), word(`${n} ${unit}`))),
        fc
          .tuple(tie('day'), fc.constantFrom(...SIGNS), fc.constantFrom(['year', '2024'], ['month', '2'], ['day', '29'], ['weekday', '4']))
          .map(([a, sign, [name, value]]) => compared(sign)(call(name!, [a]), word(value!))),
        fc.tuple(tie('day'), fc.constantFrom(...SIGNS)).map(([a, sign]) => compared(sign)(property(a, 'month'), word('6'))),
      ),
    }
  })
  return { money, percent, count, day, condition }
}

const block = (head: string, lines: readonly string[]): string => `\`\`\`${head}\n${lines.join('\n')}\n\`\`\`\n`
const MODES = ['half-up', 'half-down', 'half-even', 'floor', 'ceiling']

/** A whole measure: dated parameters, definitions that name each other, a table, conditions, an amount; written in both ways. */
export const measures = (known: boolean): fc.Arbitrary<{ readonly full: string; readonly lean: string }> => {
  const first = expressions({ money: ['上限'], percent: ['比例'], known })
  const second = expressions({ money: ['上限', '甲'], percent: ['比例', '乙'], known })
  const last = expressions({ money: ['上限', '甲', '奖'], percent: ['比例', '乙'], known })
  return fc
    .record({
      甲: first.money,
      乙: first.percent,
      hit: fc.constantFrom('first', 'unique', 'sum'),
      rows: fc.array(
        fc.record({
          level: fc.constantFrom('-', '"省级"', '"国家级", "市级"', 'not("省级")'),
          count: fc.constantFrom('-', '>= 3 家', '[1 家..4 家)', '2 家'),
          value: second.money,
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      conditions: fc.array(last.condition, { maxLength: 3 }),
      amount: last.money,
      mode: fc.constantFrom(...MODES),
      step: fc.constantFrom('0.01', '1', '1万元'),
    })
    .map(({ 甲, 乙, hit, rows, conditions, amount, mode, step }) => {
      const text = (way: 'full' | 'lean'): string =>
        sampleOf(
          block('params', [
            '比例 (rate): { 2022-01-01..2024-03-31: 30%, 2024-04-01..: 1‰ }',
            '上限 (cap): { 2022-01-01..2023-12-31: 3 元, 2024-02-01..: 7 元 }',
          ]) +
            block(`table id=奖 hit=${hit}`, [
              '| 认定级别 | 服务企业数 | 奖 |',
              ...rows.map(({ level, count, value }) => `| ${level} | ${count} | ${value[way]} |`),
            ]) +
            block(`rule round=${mode}(${step})`, [
              'define:',
              `  - 甲: ${甲[way]}`,
              `  - 乙: ${乙[way]}`,
              'eligible:',
              ...conditions.map((each) => `  - ${each[way]}`),
              `amount: ${amount[way]}`,
            ]),
        )
      return { full: text('full'), lean: text('lean') }
    })
}

/** Facts as a person writes them, few values each, so that thresholds are met exactly. */
const values = {
  软硬件投资额: fc.constantFrom('0', '5', '0.03', '2 万元', '4503599627370497.01'),
  营业收入: fc.constantFrom('0', '1', '5', '90'),
  上年营业收入: fc.constantFrom('0', '3', '5'),
  利润: fc.constantFrom('-5', '0', '7.77'),
  营业收入增长率: fc.constantFrom('-3%', '0', '30%', '0.7‰'),
  服务企业数: fc.constantFrom('0', '1', '2', '3', '4'),
  认定级别: fc.constantFrom('国家级', '省级', '市级'),
  主营业务: fc.constantFrom('省级', '软件'),
  严重失信: fc.constantFrom('是', '否'),
  成立日期: fc.constantFrom('2024-02-29', '2023-01-31', '2190-06-30'),
}
export const someFacts = fc.record(values, { requiredKeys: [] })
export const allFacts = fc.record(values)
export const someDay = fc.constantFrom('2023-06-30', '2024-01-15', '2024-02-29', '2025-12-31')
