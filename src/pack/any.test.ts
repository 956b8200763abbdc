/** Whatever a file of a pack holds, the answer is a pack or findings, never a throw. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../test/pack.ts'
import { packOf } from './read.ts'
import { decode } from './texts.ts'

const TODAY = '2026-11-24'
const good = await xincheng()
const names = [...good.keys()]

/** A pack, or findings with an error among them; every finding stands in a file and speaks both languages. */
const expectAnswer = (name: string, text: string): void => {
  const { pack, diagnostics } = packOf(new Map([...good, [name, text]]), TODAY)
  expect(pack === null).toBe(diagnostics.some((each) => each.severity === 'error'))
  for (const { place, message } of diagnostics) {
    expect(place.line).toBeGreaterThan(0)
    expect(place.end).toBeGreaterThan(place.column)
    expect(message.zh).not.toMatch(/\{\w+\}/)
    expect(message.en).not.toMatch(/\{\w+\}/)
  }
}

describe('any text', () => {
  it('as any file of a pack gives a pack or findings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 400 }), (name, bytes) => {
        const decoded = decode(bytes)
        if (decoded) expectAnswer(name, decoded.text)
      }),
      { numRuns: 150 },
    )
  })

  it('put anywhere into a good file gives a pack or findings', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r',
        '|',
        '```',
        '---',
        '> ',
        '{#a1}',
        '\u0000',
        '\ufffd',
        '[]',
        '{}',
        'null',
        '..',
        '。',
        '1e9',
        '-',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat({ max: 30 }), junk, (name, at, cut, words) => {
        const text = good.get(name) ?? ''
        const start = at % (text.length + 1)
        expectAnswer(name, text.slice(0, start) + words + text.slice(start + cut))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['__proto__', 'constructor', 'toString'])('that every object knows (%s) is a word like any other', (word) => {
    const file = 'measures/settlement-award.md'
    const text = good.get(file) ?? ''
    const tokens = [...text.matchAll(/[\p{L}\d_-]+/gu)]
    expect(tokens.length).toBeGreaterThan(100)
    for (const { index, 0: token } of tokens) expectAnswer(file, text.slice(0, index) + word + text.slice(index + token.length))
  })

  it('of JSON as the descriptor gives a pack or findings', () => {
    const keys = fc.constantFrom('name', 'version', 'licenses', 'resources', 'planwright', 'title', 'path', 'schema', 'fields', '__proto__')
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(keys, tie('value')),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    }))
    fc.assert(fc.property(value, (json) => expectAnswer('datapackage.json', JSON.stringify(json))))
  })

  it('with one part of the descriptor replaced gives a pack or findings', () => {
    const descriptor: Record<string, unknown> = JSON.parse(good.get('datapackage.json') ?? '')
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(descriptor)), fc.jsonValue({ maxDepth: 2 }), (key, json) =>
        expectAnswer('datapackage.json', JSON.stringify({ ...descriptor, [key]: json })),
      ),
    )
  })
})
