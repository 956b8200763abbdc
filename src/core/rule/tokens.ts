import { dayOf } from '../dates.ts'
import { exactOf } from '../exact.ts'
import type { Span } from './lines.ts'
import type { Reporter } from './report.ts'
import { unitOf, unitWords } from './units.ts'

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly digits: string; readonly unit: string }
    | { readonly kind: 'text' | 'name' | 'sign' | 'day'; readonly text: string }
    | { readonly kind: 'end'; readonly text: '' }
  )

const MAX_TOKENS = 2000

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '：': ':',
  '；': ';',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '＋': '+',
  '－': '-',
  '−': '-',
  '＊': '*',
  '×': '*',
  '÷': '/',
  '／': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '％': '%',
  '｛': '{',
  '｝': '}',
}

const NAME_START = /[\p{L}_]/u
const NAME = /[\p{L}\p{N}_]+/uy
const NUMBER = /\d+(?:\.\d+)*(?:[eE][+-]?\d+)?/y
const DAY = /\d{4}-\d{2}-\d{2}(?!\d)/y
const UNIT = /[%‰]|[\p{L}²㎡]+(?:[/·][\p{L}²㎡]+)*/uy
const SIGNS = ['..', '<=', '>=', '!=', '**', '(', ')', '[', ']', '{', '}', ',', ':', '<', '>', '=', '+', '-', '*', '/', '|', '@', ';', '.']

/** Words that end a number instead of being its unit. */
const KEYWORDS = new Set(['and', 'or', 'in', 'between', 'then', 'else', 'is', 'if', 'not', 'known', 'satisfies'])

const at = (pattern: RegExp, text: string, index: number): string | null => {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? null
}

/**
 * The unit that follows a number at `index`: the longest run of unit words. `100 家/万` stops where a part is no unit, so that `10 家 / 企业数` stays a division.
 */
const unitAt = (text: string, index: number): { unit: string; end: number } | null => {
  const start = text[index] === ' ' ? index + 1 : index
  const run = at(UNIT, text, start)
  if (run === null || KEYWORDS.has(run)) return null
  const parts = run.slice(0, 60).split(/(?=[/·])/)
  for (let n = parts.length; n > 0; n--) {
    const unit = parts.slice(0, n).join('')
    if (unitOf(unit)) return { unit, end: start + unit.length }
  }
  const first = parts[0]!
  return KEYWORDS.has(first) ? null : { unit: first, end: start + first.length }
}

/** Splits a span of the document into tokens; what is wrong is reported and read as the writer probably meant it. */
export const tokensOf = (reporter: Reporter, span: Span): Token[] => {
  const { text } = reporter.source
  const tokens: Token[] = []
  let index = span.start
  while (index < span.end) {
    const character = text[index]!
    if (/\s/.test(character)) {
      index++
      continue
    }
    if (character === '#') {
      const end = text.indexOf('\n', index)
      index = end < 0 ? span.end : Math.min(end, span.end)
      continue
    }
    if (tokens.length >= MAX_TOKENS) {
      reporter.report('rule.too-long', { start: index, end: index + 1 }, { limit: MAX_TOKENS })
      break
    }
    const start = index
    const day = at(DAY, text, index)
    if (day !== null) {
      index += day.length
      if (dayOf(day) === null) reporter.report('rule.day-unknown', { start, end: index }, { text: day })
      tokens.push({ kind: 'day', text: day, start, end: index })
      continue
    }
    const digits = at(NUMBER, text, index)
    if (digits !== null) {
      index += digits.length
      // `1,000` reads as two numbers; the leading zeros betray it.
      if (exactOf(digits) === null || /^0\d/.test(digits)) reporter.report('rule.number-form', { start, end: index }, { text: digits })
      const unit = unitAt(text, index)
      const within = unit !== null && unit.end <= span.end
      if (within) {
        if (!unitOf(unit.unit))
          reporter.report(
            'rule.unit-unknown',
            { start: unit.end - unit.unit.length, end: unit.end },
            { unit: unit.unit, hint: reporter.hint(unit.unit, unitWords) },
          )
        index = unit.end
      }
      tokens.push({ kind: 'number', digits, unit: within ? unit.unit : '', start, end: index })
      continue
    }
    if (character === '"' || character === '“' || character === '”') {
      if (character !== '"') reporter.report('rule.full-width', { start, end: start + 1 }, { character, instead: '"' })
      const line = text.indexOf('\n', index)
      const limit = line < 0 ? span.end : Math.min(line, span.end)
      let close = index + 1
      while (close < limit && !(character === '"' ? '"' : '"“”').includes(text[close]!)) close++
      if (close >= limit) {
        reporter.report('rule.text-open', { start, end: limit })
        tokens.push({ kind: 'text', text: text.slice(start + 1, limit), start, end: limit })
        index = limit
      } else {
        index = close + 1
        tokens.push({ kind: 'text', text: text.slice(start + 1, close), start, end: index })
      }
      continue
    }
    if (NAME_START.test(character)) {
      const name = at(NAME, text, index)!
      index += name.length
      tokens.push({ kind: 'name', text: name, start, end: index })
      continue
    }
    const sign = SIGNS.find((each) => text.startsWith(each, index)) ?? FULL_WIDTH[character]
    if (sign === undefined) {
      const whole = String.fromCodePoint(text.codePointAt(index)!)
      const plain = whole.normalize('NFKC')
      if (/^[0-9]$/.test(plain))
        reporter.report('rule.full-width', { start, end: start + whole.length }, { character: whole, instead: plain })
      else reporter.report('rule.character', { start, end: start + whole.length }, { character: whole })
      index += whole.length
      continue
    }
    if (!text.startsWith(sign, index)) reporter.report('rule.full-width', { start, end: start + 1 }, { character, instead: sign })
    index += text.startsWith(sign, index) ? sign.length : 1
    tokens.push({ kind: 'sign', text: sign, start, end: index })
  }
  tokens.push({ kind: 'end', text: '', start: span.end, end: span.end })
  return tokens
}
