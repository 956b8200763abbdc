import { describe, expect, it } from 'vitest'
import { xincheng } from '../../test/pack.ts'
import { DESCRIPTOR, type Descriptor, descriptorOf } from './descriptor.ts'
import { reporting } from './report.ts'

const good = (await xincheng()).get(DESCRIPTOR) ?? ''

const read = (text: string): { readonly descriptor: Descriptor | null; readonly reasons: readonly string[] } => {
  const reporter = reporting(new Map([[DESCRIPTOR, text]]))
  const descriptor = descriptorOf(text, reporter)
  return { descriptor, reasons: reporter.found.map(({ place, message }) => `${place.line}: ${message.en}`) }
}
const lineOf = (passage: string): number => good.slice(0, good.indexOf(passage)).split('\n').length
const without = (passage: string | RegExp): readonly string[] => {
  const text = good.replace(passage, '')
  expect(text).not.toBe(good)
  return read(text).reasons
}

describe('the descriptor', () => {
  it('says what the pack is and where its tables are', () => {
    const { descriptor, reasons } = read(good)
    expect(reasons).toEqual([])
    expect(descriptor?.about).toMatchObject({
      id: 'xincheng',
      licence: 'CC0-1.0',
      synthetic: true,
      fairCompetition: { from: '2025-04-20' },
    })
    expect(descriptor?.tables.facts.paths).toEqual(['facts/common.csv', 'facts/measures.csv', 'facts/projects.csv'])
    expect(descriptor?.measures).toBe('measures')
  })

  it.each([
    ['name', /"name": "xincheng",/, 'needs name as lower-case letters, digits and hyphens'],
    ['version', /"version": "1.0.0",/, 'needs version as a text'],
    ['licenses', /"licenses": \[[^\]]*\],/, 'needs licenses as a list with a name'],
    ['title', /"title": \{[^}]*\},/, 'needs planwright.title as an object of zh and en'],
    ['city', /"city": \{[^}]*\},/, 'needs planwright.city as an object of zh and en'],
    ['synthetic', /"synthetic": true,/, 'needs planwright.synthetic as true or false'],
    ['measures', /"measures": "measures",/, 'needs planwright.measures as a folder of the pack'],
    ['planwright', /,\s*"planwright": [\s\S]*(?=\})/, 'lacks the section planwright'],
  ])('cannot do without %s', (_key, passage, reason) => {
    expect(without(passage).map((each) => each.replace(/^\d+: datapackage.json /, ''))).toContain(`${reason}.`)
  })

  it('names every mistake at once, each at its line', () => {
    const text = good.replace('"version": "1.0.0"', '"version": 1').replace('"measures": "measures"', '"measures": "../measures"')
    expect(read(text).descriptor).toBeNull()
    expect(read(text).reasons).toEqual([
      `${lineOf('"version"')}: datapackage.json needs version as a text.`,
      `${lineOf('"measures": "measures"')}: datapackage.json needs planwright.measures as a folder of the pack.`,
    ])
  })

  it.each(['/etc', '..', 'a/../b', 'C:\\packs', 'https://xincheng.example'])('refuses the folder %s', (folder) => {
    expect(read(good.replace('"measures": "measures"', `"measures": ${JSON.stringify(folder)}`)).descriptor).toBeNull()
  })

  it('does without a fair-competition rule, but not with half of one', () => {
    const rule = /,\s*"fairCompetition": \{[^}]*\{[^}]*\}\s*\}/
    expect(read(good.replace(rule, '')).descriptor?.about.fairCompetition).toBeNull()
    expect(read(good.replace('"from": "2025-04-20"', '"from": "2025-04-31"')).descriptor).toBeNull()
  })

  it('has each table once', () => {
    expect(read(good.replace('"name": "goals"', '"name": "targets"')).reasons.map((each) => each.slice(each.indexOf('json') + 5))).toEqual([
      'has two resources targets.',
      'lacks the resource goals.',
    ])
  })
})
