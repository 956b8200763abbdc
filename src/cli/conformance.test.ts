import { describe, expect, it } from 'vitest'
import { fileOf, line } from '../../test/line.ts'

const caseLine = (text: string | null, expected: object, more: object = {}): string =>
  JSON.stringify({
    folder: 'made-up',
    case: '001',
    ctype: 'decision',
    kind: text === null ? 'context' : 'literalExpression',
    text,
    inputs: {},
    expected,
    typeRef: null,
    req: [],
    ...more,
  })
const file = (...lines: readonly string[]): string => fileOf(lines.join('\n'), 'cases.jsonl')

describe('planwright conformance', () => {
  const fine = file(caseLine('1 + 1', { t: 'decimal', v: '2' }), '', caseLine('null', { t: 'nil' }), caseLine(null, { t: 'nil' }))
  it('counts what passed and what was refused, by reason, in both languages', async () => {
    const zh = await line('conformance', fine)
    expect([zh.code, zh.out.split('\n')[0]]).toEqual([0, '3 个案例：1 个相同，2 个拒绝，0 个不同'])
    const en = await line('conformance', fine, '--lang', 'en')
    expect(en.out).toBe(
      [
        '3 cases: 1 passed, 2 refused, 0 wrong',
        '     1  feel.logic              the decision is no single expression (a table, a context, an invocation …)',
        '     1  rule.null',
      ].join('\n'),
    )
  })
  it('prints the same as JSON', async () => {
    const { out } = await line('conformance', fine, '--json')
    expect(JSON.parse(out)).toEqual({ cases: 3, passed: 1, refused: { 'feel.logic': 1, 'rule.null': 1 }, wrong: [] })
  })
  it('lists the cases behind a number, with their lines', async () => {
    expect((await line('conformance', fine, '--list', 'rule.null')).out).toBe(`${fine}:3  made-up 001  null`)
    expect(await line('conformance', fine, '--list', 'feel.lost', '--lang', 'en')).toMatchObject({
      code: 2,
      err: 'planwright: No case is "feel.lost"; there are: feel.logic, rule.null, passed, wrong.',
    })
  })
  it('fails where a value differs, and shows both', async () => {
    const wrong = file(caseLine('1 + 1', { t: 'decimal', v: '3' }))
    expect(await line('conformance', wrong, '--lang', 'en')).toMatchObject({
      code: 1,
      out: `✗ ${wrong}:1  made-up 001  1 + 1  gives 2 instead of decimal "3"\n1 cases: 0 passed, 0 refused, 1 wrong`,
    })
  })
  it('names every line that holds no case', async () => {
    const broken = file(caseLine('1', { t: 'decimal', v: '1' }), '[1', caseLine('1', { t: 'nil' }, { req: 'none' }))
    expect(await line('conformance', broken, '--lang', 'en')).toEqual({
      code: 1,
      out: '',
      err: `${broken}:2  feel.line-json  Line 2 is no JSON object.\n${broken}:3  feel.line-field  Line 3 lacks "req", or has it in another form.`,
    })
    expect(await line('conformance', '/nowhere.jsonl')).toMatchObject({ code: 2 })
  })
})
