import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../exact.ts'
import { differingFigures, readReformFile, withFigures } from './file.ts'
import { pointsOf, rangeAround, rangeIn, valueText } from './range.ts'

const text =
  '---\nid: a\ntitle: 甲\ntitle_en: A\n---\n## 改什么 (What)\n\n```changes\n# 说明\nm.p=35%@2026-07-01; m.q=6 万元\ndocument a/m.md\n```\n'

describe('a reform file', () => {
  it('holds settings and edited documents', () => {
    const { value } = readReformFile(text, 'a.md')
    expect(value?.title).toEqual({ zh: '甲', en: 'A' })
    expect(value?.settings.map(({ measure, name, value: own, from }) => [measure, name, own, from])).toEqual([
      ['m', 'p', '35%', '2026-07-01'],
      ['m', 'q', '6 万元', null],
    ])
    expect([value?.documents, value?.figures]).toEqual([['a/m.md'], null])
  })

  it.each([
    ['no front matter', text.replace(/---\n[\s\S]*?---\n/, ''), 1],
    ['no changes', text.replace('```changes', '```change'), 1],
    ['a change that cannot be read', text.replace('m.p=35%', 'm.p'), 10],
    ['a document from elsewhere', text.replace('a/m.md', '../m.md'), 11],
  ])('says what is wrong with its line where there is %s', (_, wrong, line) => {
    const { value, diagnostics } = readReformFile(wrong, 'a.md')
    expect([value, diagnostics[0]?.place.line]).toEqual([null, line])
  })

  it('gives back the figures that were written into it, and names each that differs', () => {
    const figure = fc.tuple(fc.stringMatching(/^[a-z_]{1,10}$/), fc.stringMatching(/^[0-9a-z.]{1,12}$/))
    fc.assert(
      fc.property(fc.array(figure), fc.array(figure), (first, second) => {
        const [old, now] = [new Map(first), new Map(second)]
        const twice = withFigures(withFigures(text, old), now)
        const { value } = readReformFile(twice, 'a.md')
        expect(value?.figures).toEqual(now)
        expect(differingFigures(now, value!.figures!)).toEqual([])
        expect(twice.split('```figures')).toHaveLength(2)
      }),
    )
    expect(differingFigures(new Map([['cost', '1.00']]), new Map([['cost', '2.00']]))).toEqual([{ key: 'cost', kept: '1.00', now: '2.00' }])
  })
})

describe('a range', () => {
  const rangeOf = (written: string) => {
    const range = rangeIn(written, '--curve')
    if ('diagnostics' in range) throw new Error(range.diagnostics[0]?.message.en)
    return range
  }

  it.each([
    ['m.p=20%..50%:4', ['20%', '30%', '40%', '50%']],
    ['m.p=100..200 万元:3', ['100 万元', '150 万元', '200 万元']],
    ['m.p=0.5%..1%:3', ['0.5%', '0.75%', '1%']],
    ['m.p=0..10 元/平方米/月:2', ['0 元/平方米/月', '10 元/平方米/月']],
    ['m.p=0..1:4', ['0', '0.33', '0.67', '1']],
  ])('has the points of %s', (written, points) => {
    const range = rangeOf(written)
    expect(pointsOf(range).map((value) => valueText(value, range))).toEqual(points)
  })

  it.each(['m.p=50%..20%', 'm.p=20%..50 万元', 'm.p=20%', 'm.p=1..2:1', 'm.p=1..2:999', 'p=1..2'])('refuses %s', (written) => {
    const range = rangeIn(written, '--curve')
    expect('diagnostics' in range && range.diagnostics.map(({ code }) => code)).toEqual(['reform.range'])
  })

  it('lies around what a parameter is where its ends are not given', () => {
    const ends = (written: string) => {
      const range = rangeAround('m', 'p', written)
      return range && [range.low, range.high].map((value) => valueText(value, range))
    }
    expect(['30%', '500 万元', '2‰', '"甲"'].map(ends)).toEqual([['0%', '100%'], ['0 万元', '5000 万元'], ['0‰', '1000‰'], null])
    expect(compare(rangeAround('m', 'p', '0 元')!.high, 0)).toBeGreaterThan(0)
  })
})
