import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { factLabel, factOf, readFacts, shownFact } from '../facts.ts'
import type { Language } from '../messages.ts'
import { runCases } from './cases.ts'
import { decide, judgementKey } from './evaluate.ts'
import { type ExplainLine, explain } from './explain.ts'
import type { When } from './outcome.ts'
import { readMeasure } from './read.ts'
import { sampleCatalogue } from './samples/catalogue.ts'
import type { Case, Measure } from './tree.ts'

const samples = path.join(import.meta.dirname, 'samples', 'good')
const golden = path.join(import.meta.dirname, 'golden')
const names = readdirSync(samples).map((file) => file.replace(/\.md$/, ''))

const read = (name: string) => readMeasure(readFileSync(path.join(samples, `${name}.md`), 'utf8'), `${name}.md`, sampleCatalogue)
const measureOf = (name: string): Measure => {
  const { measure } = read(name)
  if (!measure) throw new Error(`${name} is no good sample`)
  return measure
}

describe('good samples', () => {
  it.each(names)('%s is read without a finding, and its worked cases come out as written', (name) => {
    const { measure, diagnostics } = read(name)
    expect(diagnostics).toEqual([])
    expect(runCases(measure!, sampleCatalogue).flatMap(({ passed, difference }) => (passed ? [] : [difference?.en]))).toEqual([])
  })
  it('show every kind of block, relation and grade', () => {
    const measures = names.map(measureOf)
    const kinds = new Set(measures.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))))
    expect([...kinds].sort()).toEqual([
      'acknowledged',
      'cases',
      'judgement',
      'missing',
      'not-automated',
      'params',
      'relations',
      'rule',
      'table',
    ])
    expect(new Set(measures.map(({ grade }) => grade))).toEqual(new Set(['executable', 'partial', 'text']))
  })
})

/** Besides its cases: days of knowledge on which the text was not yet, or not yet fully, public. */
const KNOWN_EARLIER: Readonly<Record<string, readonly When[]>> = {
  versions: [
    { on: '2024-03-01', known: '2024-06-30' },
    { on: '2022-02-01', known: '2022-02-01' },
  ],
}

const MARK: Readonly<Record<string, string>> = { true: '✓ ', false: '✗ ', null: '? ' }
const lineOf = ({ kind, text, holds, anchor }: ExplainLine): string =>
  kind === 'headline'
    ? `**${text}**\n`
    : `- ${kind}${anchor ? ` #${anchor}` : ''}: ${holds === undefined ? '' : MARK[String(holds)]}${text}`

const situation = (measure: Measure, given: Case['facts'], when: When, language: Language): string => {
  const judged = new Map(measure.judgements.map(({ name }) => [name, judgementKey(measure, name)]))
  const { facts, problems } = readFacts(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [judged.get(name) ?? name, value])),
    sampleCatalogue,
    new Set(judged.values()),
  )
  expect(problems).toEqual([])
  const shown = [...facts].map(([key, value]) => {
    const declaration = factOf(key, sampleCatalogue)?.declaration
    return declaration ? `${factLabel(key, sampleCatalogue, language)} ${shownFact(value, declaration, language)}` : `${key} ${value}`
  })
  const outcome = decide(measure, facts, when)
  const lines = explain(measure, outcome, facts, when, sampleCatalogue, language).map(lineOf)
  return `## ${when.on}${when.known < '2199-12-31' ? ` (${language === 'zh' ? '所知至' : 'as known on'} ${when.known})` : ''}: ${shown.join(language === 'zh' ? '，' : ', ') || '—'}\n\n${lines.join('\n')}\n`
}

const page = (name: string, language: Language): string => {
  const measure = measureOf(name)
  const last = measure.inForce.to ?? '2024-06-30'
  const decided = measure.cases.map((each) => situation(measure, each.facts, { on: each.on ?? last, known: '2199-12-31' }, language))
  const more = (KNOWN_EARLIER[name] ?? []).map((when) => situation(measure, measure.cases[0]?.facts ?? {}, when, language))
  if (measure.cases.length === 0) more.push(situation(measure, {}, { on: '2024-06-30', known: '2199-12-31' }, language))
  return `# ${language === 'zh' ? measure.title : measure.titleEnglish}\n\n${[...decided, ...more].join('\n')}`
}

/** `npm run golden` writes the explanations anew, for a person to read the difference. */
describe('explanations', () => {
  for (const name of names) {
    for (const language of ['zh', 'en'] as const) {
      it(`${name} reads in ${language} as it was last read by a person`, () => {
        const file = path.join(golden, `${name}.${language}.md`)
        const text = page(name, language)
        if (process.env.GOLDEN) {
          mkdirSync(golden, { recursive: true })
          writeFileSync(file, text)
        }
        expect(existsSync(file), `${file} is missing; run npm run golden`).toBe(true)
        expect(text).toBe(readFileSync(file, 'utf8'))
      })
    }
  }
  it('say nothing in Chinese to an English reader but names that have no other', () => {
    for (const name of names) {
      const own = new Set<string>([
        '第一条',
        '样例部门',
        '软件',
        '件',
        '芯片',
        '餐饮',
        ...measureOf(name).judgements.map((each) => judgementKey(measureOf(name), each.name)),
      ])
      const chinese = (page(name, 'en').match(/[\p{Script=Han}.\w-]*\p{Script=Han}+/gu) ?? []).filter((word) => !own.has(word))
      expect(chinese, name).toEqual([])
    }
  })
  it('belong to a sample each', () => {
    expect(readdirSync(golden).sort()).toEqual(names.flatMap((name) => [`${name}.en.md`, `${name}.zh.md`]).sort())
  })
})
