/** The lines of a `relations` block: `OPERATOR OPERANDS [if|at|over|less …]：说明`, each with its `en: …`. */
import { add, compare, divide, type Exact, exactOf, ratio } from '../exact.ts'
import type { RawBlock } from './document.ts'
import { entryLines } from './english.ts'
import { type Line, type Span, trimmed } from './lines.ts'
import { parseExpression } from './parse.ts'
import type { Reporter } from './report.ts'
import type { Syntax } from './syntax.ts'
import type { RelationKind, ShareOf } from './tree.ts'

/** What a line means to the machine; `said` is for people: it names something outside of the pack. */
export type RawEffect =
  | { readonly kind: 'said' }
  /** This measure pays only where the condition does not hold. */
  | { readonly kind: 'unless'; readonly condition: Syntax }
  /** This measure pays at most the limit. */
  | { readonly kind: 'at'; readonly limit: Syntax }
  /** This measure pays what goes beyond the amount received. */
  | { readonly kind: 'less'; readonly received: Syntax }
  | { readonly kind: 'group'; readonly members: readonly string[] }
  | { readonly kind: 'match'; readonly members: readonly string[]; readonly ratio: Exact }
  | { readonly kind: 'total'; readonly members: readonly string[]; readonly limit: Syntax; readonly received: Syntax | null }
  | { readonly kind: 'share'; readonly parts: readonly ShareOf[] }

export type RawRelation = {
  readonly kind: RelationKind
  /** The operands as written. */
  readonly detail: string
  readonly text: string
  readonly textEnglish: string | null
  readonly span: Span
  readonly effect: RawEffect
}

/** The words that may follow the operands of an operator, and how a line of it is written. */
const FORMS: Readonly<Record<RelationKind, { readonly words: readonly string[]; readonly example: string }>> = {
  highest: { words: [], example: 'highest a-measure, another-measure：就高不重复' },
  exclusive: { words: ['if'], example: 'exclusive another-measure：不重复享受 / exclusive if 已获省级资金：不重复享受' },
  match: { words: ['at'], example: 'match another-measure 1:2：按一半配套 / match at 市级实际拨付金额：1:1配套' },
  once: { words: ['if'], example: 'once 平台 if 已获平台补助：每个平台一次' },
  difference: { words: ['less'], example: 'difference less 已获升级补助：只补差额' },
  cap_total: {
    words: ['at', 'over', 'less'],
    example: 'cap_total at 100 万元 over a-measure, another-measure less 本年已获资金：每年合计',
  },
  cap_by: { words: ['at'], example: 'cap_by at 上年度缴纳税金：不超过上年度缴纳税金' },
  share: { words: [], example: 'share 市 50%, 区 50%：各承担一半' },
  add: { words: [], example: 'add another-measure：在其基础上给予' },
  waived: { words: ['if'], example: 'waived if 另有协议：不适用本政策' },
}
const relationKinds = Object.keys(FORMS) as readonly RelationKind[]

const isKind = (word: string): word is RelationKind => Object.hasOwn(FORMS, word)
const MEASURE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Operands and explanation are parted by `：`, or by `:` and a blank: `1:2` is an operand. */
const parted = (text: string, span: Span): { readonly before: Span; readonly after: Span } | null => {
  const found = /：|:(?=\s)/.exec(text.slice(span.start, span.end))
  if (!found) return null
  const at = span.start + found.index
  const before = trimmed(text, { start: span.start, end: at })
  const after = trimmed(text, { start: at + 1, end: span.end })
  return before.end > before.start && after.end > after.start ? { before, after } : null
}

/** The operands and what each word introduces. Of several places of one word the first counts, so that `if` may stand in an expression behind it. */
const clausesOf = (
  text: string,
  span: Span,
  words: readonly string[],
): { readonly operands: Span; readonly clauses: ReadonlyMap<string, Span> } => {
  const found = words
    .flatMap((word) => {
      const at = new RegExp(`(^|\\s)${word}\\s`).exec(text.slice(span.start, span.end))
      return at ? [{ word, start: span.start + at.index, body: span.start + at.index + at[0].length }] : []
    })
    .sort((a, b) => a.start - b.start)
  const clauses = new Map(
    found.map(({ word, body }, index) => [word, trimmed(text, { start: body, end: found[index + 1]?.start ?? span.end })]),
  )
  return { operands: trimmed(text, { start: span.start, end: found[0]?.start ?? span.end }), clauses }
}

const listOf = (text: string): readonly string[] =>
  text
    .split(/[,，、]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** The operands as measure ids; null if one of them is none. */
const membersOf = (text: string): readonly string[] | null => {
  const list = listOf(text)
  return list.length > 0 && list.every((each) => MEASURE_ID.test(each)) ? list : null
}

/** `n : d` is n of ours for d of theirs. */
const matchOf = (operands: string): Extract<RawEffect, { kind: 'match' }> | null => {
  const found = /^(.+?)\s+(\d{1,4}):(\d{1,4})$/.exec(operands)
  const members = found && membersOf(found[1] ?? '')
  return found && members && Number(found[3]) > 0
    ? { kind: 'match', members, ratio: ratio(BigInt(found[2] ?? '0'), BigInt(found[3] ?? '1')) }
    : null
}

/** Budgets and their shares, which make up the whole. */
const sharesOf = (operands: string): Extract<RawEffect, { kind: 'share' }> | null => {
  const parts = listOf(operands).map((each) => {
    const found = /^(\S+)\s+(?:\(([^()]+)\)\s+)?(\d{1,3}(?:\.\d{1,4})?)\s?%$/.exec(each)
    const percent = found && exactOf(found[3] ?? '')
    return found && percent !== null
      ? { budget: found[1] ?? '', budgetEnglish: found[2]?.trim() || null, share: divide(percent, 100) }
      : null
  })
  const good = parts.flatMap((each) => each ?? [])
  if (good.length < 2 || good.length < parts.length) return null
  const whole = good.reduce<Exact>((sum, { share }) => add(sum, share), 0)
  return compare(whole, 1) === 0 ? { kind: 'share', parts: good } : null
}

/** What the machine makes of a line; null if the line has words of its operator and does not fit them. */
const effectOf = (reporter: Reporter, kind: RelationKind, operands: string, clauses: ReadonlyMap<string, Span>): RawEffect | null => {
  const expression = (word: string): Syntax | null => {
    const span = clauses.get(word)
    return span ? parseExpression(reporter, span) : null
  }
  if (kind === 'cap_total' && (clauses.has('over') || clauses.has('less'))) {
    const over = clauses.get('over')
    const members = over && membersOf(reporter.source.text.slice(over.start, over.end))
    const limit = expression('at')
    const received = expression('less')
    if (!members || !limit || (clauses.has('less') && !received)) return null
    return { kind: 'total', members, limit, received }
  }
  const condition = expression('if')
  if (condition) return { kind: 'unless', condition }
  const limit = expression('at')
  if (limit) return { kind: 'at', limit }
  const received = expression('less')
  if (received) return { kind: 'less', received }
  if (clauses.size > 0) return null
  if (kind === 'share') return sharesOf(operands) ?? { kind: 'said' }
  if (kind === 'match') return matchOf(operands) ?? { kind: 'said' }
  const members = kind === 'highest' || kind === 'exclusive' || kind === 'add' ? membersOf(operands) : null
  return members ? { kind: 'group', members } : { kind: 'said' }
}

const relationOf = (reporter: Reporter, line: Line, textEnglish: string | null): RawRelation | null => {
  const { text } = reporter.source
  const span = trimmed(text, line)
  const parts = parted(text, span)
  const [word = ''] = text.slice(span.start, parts?.before.end ?? span.end).split(/\s/)
  if (!isKind(word)) {
    const place = { start: span.start, end: span.start + Math.max(1, word.length) }
    reporter.report('rule.value-unknown', place, {
      value: word.slice(0, 40),
      name: 'relations',
      hint: reporter.hint(word, () => relationKinds),
    })
    return null
  }
  const { words, example } = FORMS[word]
  if (!parts) {
    reporter.report('rule.entry-form', span, { expected: example })
    return null
  }
  const { operands, clauses } = clausesOf(text, { start: span.start + word.length, end: parts.before.end }, words)
  const found = reporter.found.length
  const effect = effectOf(reporter, word, text.slice(operands.start, operands.end), clauses)
  if (!effect) {
    if (reporter.found.length === found) reporter.report('rule.entry-form', span, { expected: example })
    return null
  }
  const detail = text.slice(span.start + word.length, parts.before.end).trim()
  return { kind: word, detail, text: text.slice(parts.after.start, parts.after.end), textEnglish, span, effect }
}

export const readRelations = (reporter: Reporter, block: RawBlock): readonly RawRelation[] =>
  entryLines(reporter, block).flatMap(({ line, textEnglish }) => relationOf(reporter, line, textEnglish) ?? [])
