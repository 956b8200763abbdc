import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../diagnostic.ts'
import { readFacts } from '../facts.ts'
import { runCases } from './cases.ts'
import { shown } from './describe.ts'
import { BLOCKS } from './document.ts'
import { explain } from './explain.ts'
import { KEYS } from './front.ts'
import { readMeasure } from './read.ts'
import { evaluated, runOf } from './run.ts'
import { sampleCatalogue, sampleOf } from './samples/catalogue.ts'
import { functionNames } from './typed.ts'
import { unitWords } from './units.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/language.md'), 'utf8')

/** A file or some blocks of one, and under it what the machine says. */
const examples = [...page.matchAll(/^````markdown\n(.*?)^````\n+```text\n(.*?)^```$/gms)].map(([, text = '', said = '']) => ({
  text,
  said: said.trim(),
}))
/** Lines `expression → value`; the facts they are computed with stand in the block `facts`. */
const expressions = [...page.matchAll(/^```expression\n(.*?)^```$/gms)].flatMap(([, lines = '']) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(/ +→ /) as [string, string]),
)
const given = Object.fromEntries(
  (/^```facts\n(.*?)^```$/ms.exec(page)?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]),
)
const WHEN = { on: '2024-06-30', known: '2024-06-30' }

/** What the machine says of a text: findings, or the headline of every worked case in both languages. */
const saidOf = (text: string): string => {
  const whole = text.startsWith('---') ? text : sampleOf(text)
  const { measure, diagnostics } = readMeasure(whole, 'sample.md', sampleCatalogue)
  if (!measure) return diagnostics.map((each) => formatDiagnostic(each, 'en')).join('\n')
  return runCases(measure, sampleCatalogue)
    .map(({ passed, difference, outcome, on, case: { facts } }) => {
      if (!passed || !outcome) return `${difference?.en}`
      const { facts: read } = readFacts(facts, sampleCatalogue, new Set(measure.judgements.map(({ name }) => `${measure.id}.${name}`)))
      const said = (language: 'zh' | 'en') =>
        explain(measure, outcome, read, { on, known: '2199-12-31' }, sampleCatalogue, language)[0]!.text
      return `${said('zh')} ${said('en')}`
    })
    .join('\n')
}

/** The value of an expression, as a reader sees it, or the code of what is wrong with it. */
const valueOfText = (expression: string): string => {
  const text = sampleOf(`\`\`\`params\n补助比例: 30%\n\`\`\`\n\`\`\`rule\ndefine:\n  - 值: ${expression}\namount: 1 元\n\`\`\``)
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  const node = measure?.definitions[0]?.node
  if (!node) return diagnostics[0]!.code
  const { facts, problems } = readFacts(given, sampleCatalogue)
  expect(problems).toEqual([])
  const value = evaluated(node, runOf(measure, facts, WHEN))
  return value === undefined ? '未知' : shown(value, node.type, 'zh')
}

describe('the page on the language', () => {
  it('has examples of files, of what goes wrong, and of expressions', () => {
    expect([examples.length > 5, expressions.length > 50]).toEqual([true, true])
  })
  it.each(examples)('says what the machine says: $said', ({ text, said }) => {
    expect(saidOf(text)).toBe(said)
  })
  it.each(expressions)('computes %s', (expression, value) => {
    expect(valueOfText(expression)).toBe(value)
  })
  it('names every key, block, attribute, function, operator, mode and unit', () => {
    const words = [
      ...KEYS,
      ...Object.entries(BLOCKS).flatMap(([kind, attributes]) => [kind, ...attributes.map((each) => `${each}=`)]),
      ...['clause=', 'define:', 'eligible:', 'amount:', 'at_most:', 'half-up', 'half-down', 'half-even', 'floor', 'ceiling'],
      ...functionNames().map((name) => `${name}(`),
      ...[
        'and',
        'or',
        'not(',
        'in',
        'between',
        'if',
        'some',
        'every',
        'satisfies',
        'then',
        'else',
        'is known',
        'is unknown',
        '!=',
        '<=',
        '>=',
        '决定日',
        'true',
        'false',
      ],
      ...['highest', 'exclusive', 'match', 'once', 'difference', 'cap_total', 'cap_by', 'share', 'add', 'waived'],
      ...['text', 'enum', 'integer', 'number', 'percent', 'money', 'date', 'yes-no'],
    ]
    const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text).join(' ') + page.replace(/[^`]*```/g, '```')
    expect(words.filter((word) => !page.includes(`\`${word}`) && !code.includes(word))).toEqual([])
    expect([...unitWords()].filter((word) => !page.includes(word))).toEqual([])
  })
})
