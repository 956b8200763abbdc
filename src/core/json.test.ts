import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './json.ts'

/** What `JSON.parse` makes of the text, with every number as it was written. */
const parsed = (text: string): unknown =>
  JSON.parse(text, (_name, value: unknown, context?: { source?: string }) => (typeof value === 'number' ? context!.source : value))
const problemOf = (text: string): string => {
  const read = readJson(text)
  return 'problem' in read ? read.problem.en : ''
}

describe('JSON from outside', () => {
  it('keeps numbers as they were written', () => {
    expect(readJson('{"a": 1e3, "b": 9007199254740993, "c": [0.10, -0]}')).toEqual({
      value: { a: '1e3', b: '9007199254740993', c: ['0.10', '-0'] },
    })
  })
  it('reads texts, words, lists and a byte order mark', () => {
    expect(readJson('\uFEFF {"名": "\\u4f60\\n\\"", "b": [true, false, null], "": {}} ')).toEqual({
      value: { 名: '你\n"', b: [true, false, null], '': {} },
    })
  })
  it.each([
    ['on one line', '{"a": 1, "a": 2}', '"a" is given twice (line 1, column 10).'],
    ['on two lines', '{\n  "a": 1,\n  "a": 1\n}', '"a" is given twice (line 3, column 3).'],
    ['deep inside', '{"x": [{"b": {"c": 1, "c": 1}}]}', '"c" is given twice (line 1, column 23).'],
    ['in other spelling', '{"a": 1, "\\u0061": 2}', '"a" is given twice (line 1, column 10).'],
  ])('refuses a name that is given twice %s', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })
  it('lets the same name stand in different objects and in texts', () => {
    expect(readJson('[{"a": {"a": "\\"a\\": 1"}}, {"a": 1}]')).toEqual({ value: [{ a: { a: '"a": 1' } }, { a: '1' }] })
  })
  it('treats __proto__ as a name like any other', () => {
    const read = readJson('{"__proto__": {"x": 1}}')
    expect('value' in read && Object.keys(read.value as object)).toEqual(['__proto__'])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })
  it('reads eight levels and refuses the ninth', () => {
    expect(readJson(`${'['.repeat(8)}${']'.repeat(8)}`)).toHaveProperty('value')
    expect(problemOf(`{"a":${'['.repeat(8)}`)).toBe('The JSON is nested deeper than 8 (line 1, column 13).')
  })
  it.each([
    '',
    '{',
    '[1,]',
    '{"a" 1}',
    '{a: 1}',
    "{'a': 1}",
    '01',
    '+1',
    '.5',
    'NaN',
    '"\t"',
    '"\\x"',
    '"',
    'tru',
    '{} {}',
    '[1 2]',
    '{"a":}',
    '\u00a0{}',
  ])('refuses %j with a place', (text) => {
    expect(problemOf(text)).toMatch(/^Not JSON \(line 1, column \d+\)\.$/)
    expect(() => JSON.parse(text)).toThrow()
  })
  it('agrees with JSON.parse on every value, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, 2), (text, indent) => {
        const laidOut = JSON.stringify(JSON.parse(text), null, indent)
        expect(readJson(laidOut)).toEqual({ value: parsed(laidOut) })
      }),
      { numRuns: 500 },
    )
  })
  it('accepts exactly what JSON.parse accepts of damaged texts', () => {
    const good = '{"a": [1, -2.5e3, "x\\n"], "b": {"c": null, "d": true}}'
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(4), fc.string({ maxLength: 3 }), (at, gone, put) => {
        const text = good.slice(0, at) + put + good.slice(at + gone)
        const read = readJson(text)
        let standard: unknown
        try {
          standard = parsed(text)
        } catch {
          standard = undefined
        }
        if ('value' in read) expect(read.value).toEqual(standard)
        else if (standard !== undefined) expect(read.problem.en).toMatch(/given twice|nested deeper/)
      }),
      { numRuns: 2000 },
    )
  })
  it('answers a megabyte of brackets, quotes or names at once', () => {
    for (const text of [
      '['.repeat(1e6),
      '"'.repeat(1e6),
      `"${'a'.repeat(1e6)}`,
      `{${'"a":1,'.repeat(150_000)}}`,
      `"${'\\n'.repeat(500_000)}"`,
    ])
      readJson(text)
    expect(problemOf('['.repeat(1e6))).toContain('nested deeper')
  })
})
