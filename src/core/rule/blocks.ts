/** What stands in the blocks, still as syntax: each reader takes one block and reports every line it cannot read. */
import { type Day, dayOf, type Validity } from '../dates.ts'
import type { RawBlock } from './document.ts'
import { entryLines } from './english.ts'
import { isComment, type Line, linesIn, type Span, trimmed } from './lines.ts'
import { parseCell, parseExpression, parseLiteral } from './parse.ts'
import type { Reporter } from './report.ts'
import type { Syntax, Test } from './syntax.ts'

const MAX_ROWS = 1000
const MAX_PARAMETERS = 500
const MAX_VERSIONS = 200

export type RawVersion = { readonly validity: Validity; readonly known: Day | null; readonly literal: Syntax; readonly span: Span }
export type RawParameter = {
  readonly name: string
  readonly english: string | null
  readonly span: Span
  readonly versions: readonly RawVersion[]
}
export type RawDefinition = { readonly name: string; readonly english: string | null; readonly span: Span; readonly expression: Syntax }
export type RawRule = {
  readonly definitions: readonly RawDefinition[]
  readonly conditions: readonly Syntax[]
  readonly amount: Syntax | null
  readonly atMost: Syntax | null
}
export type RawTable = {
  readonly heads: readonly (Syntax | null)[]
  readonly headTexts: readonly string[]
  readonly rows: readonly {
    readonly tests: readonly (readonly Test[] | null)[]
    readonly value: Syntax | null
    readonly cells: readonly string[]
    readonly span: Span
  }[]
}
export type Entry = {
  readonly name: string
  readonly english: string | null
  readonly text: string
  readonly textEnglish: string | null
  readonly span: Span
}
export type Cell = { readonly text: string; readonly span: Span }

/** `名 (english)` at the beginning of a line; `rest` is what follows the colon. */
const named = (line: Line): { name: string; english: string | null; span: Span; rest: Span } | null => {
  const found = /^(\s*(?:-\s+)?)([^\s(（:：{}]+)\s*(?:[(（]([^)）]*)[)）]\s*)?[:：]\s*/.exec(line.text)
  if (!found) return null
  const start = line.start + found[1]!.length
  return {
    name: found[2]!,
    english: found[3]?.trim() || null,
    span: { start, end: start + found[2]!.length },
    rest: { start: line.start + found[0].length, end: line.end },
  }
}

/** `2022-06-01..2025-05-31`, either end may be absent. */
export const validityOf = (reporter: Reporter, text: string, span: Span): Validity | null => {
  const parts = text.split('..').map((part) => part.trim())
  if (parts.length !== 2) {
    reporter.report('rule.period-form', span)
    return null
  }
  const [from, to] = parts as [string, string]
  for (const day of parts) {
    if (day === '' || dayOf(day) !== null) continue
    reporter.report(/^\d{4}-\d{2}-\d{2}$/.test(day) ? 'rule.day-unknown' : 'rule.period-form', span, { text: day })
    return null
  }
  if (from !== '' && to !== '' && to < from) {
    reporter.report('rule.period-backwards', span)
    return null
  }
  return { from: from || null, to: to || null }
}

const ALWAYS: Validity = { from: null, to: null }

/** Splits at commas that stand outside of quotes. */
const atCommas = (text: string, span: Span): readonly Span[] => {
  const parts: Span[] = []
  let quoted = false
  let start = span.start
  for (let index = span.start; index <= span.end; index++) {
    if (text[index] === '"') quoted = !quoted
    if (index === span.end || (!quoted && (text[index] === ',' || text[index] === '，'))) {
      const part = trimmed(text, { start, end: index })
      if (part.end > part.start) parts.push(part)
      start = index + 1
    }
  }
  return parts
}

/** The text before and after the first colon, half or full width, both trimmed; null if there is none or nothing after it. */
const atColon = (text: string, span: Span): { readonly before: Span; readonly after: Span } | null => {
  let at = span.start
  while (at < span.end && text[at] !== ':' && text[at] !== '：') at++
  const before = trimmed(text, { start: span.start, end: at })
  const after = trimmed(text, { start: Math.min(at + 1, span.end), end: span.end })
  return at === span.end || before.end === before.start || after.end === after.start ? null : { before, after }
}

const versionOf = (reporter: Reporter, span: Span): RawVersion | null => {
  const { text } = reporter.source
  const parts = atColon(text, span)
  const period = parts && text.slice(parts.before.start, parts.before.end)
  if (!parts || !period?.includes('..')) {
    reporter.report('rule.entry-form', span, { expected: '2022-06-01..2025-05-31: 30%' })
    return null
  }
  const validity = validityOf(reporter, period, parts.before)
  const mark = text.lastIndexOf(' known ', parts.after.end)
  const end = mark > parts.after.start ? mark : parts.after.end
  const literal = parseLiteral(reporter, trimmed(text, { start: parts.after.start, end }))
  let known: Day | null = null
  if (end !== parts.after.end) {
    const day = trimmed(text, { start: mark + 7, end: parts.after.end })
    known = dayOf(text.slice(day.start, day.end))
    if (known === null) reporter.report('rule.day-unknown', day, { text: text.slice(day.start, day.end).slice(0, 40) })
  }
  return validity && literal ? { validity, known, literal, span } : null
}

export const readParams = (reporter: Reporter, block: RawBlock): readonly RawParameter[] => {
  const { text } = reporter.source
  const parameters: RawParameter[] = []
  const lines = linesIn(text, block.body)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (isComment(line)) continue
    const head = named(line)
    if (!head) {
      reporter.report('rule.entry-form', trimmed(text, line), { expected: '补助比例 (subsidy rate): 30%' })
      continue
    }
    if (parameters.length === MAX_PARAMETERS) {
      reporter.report('rule.too-many', head.span, { what: { zh: '参数', en: 'parameters' }, limit: MAX_PARAMETERS })
      break
    }
    if (text[head.rest.start] !== '{' && text[head.rest.start] !== '｛') {
      const literal = parseLiteral(reporter, head.rest)
      if (literal)
        parameters.push({
          ...head,
          versions: [{ validity: ALWAYS, known: null, literal, span: { start: literal.start, end: literal.end } }],
        })
      continue
    }
    let last = index
    while (last < lines.length && !/[}｝]/.test(lines[last]!.text)) last++
    if (last === lines.length) {
      reporter.report(
        'rule.expected',
        { start: head.rest.start, end: head.rest.start + 1 },
        { expected: '“}”', found: { zh: '结尾', en: 'the end' } },
      )
      break
    }
    const close = lines[last]!.start + lines[last]!.text.search(/[}｝]/)
    const parts = atCommas(text, { start: head.rest.start + 1, end: close })
    if (parts.length > MAX_VERSIONS)
      reporter.report('rule.too-many', head.span, { what: { zh: '参数版本', en: 'versions of a parameter' }, limit: MAX_VERSIONS })
    else parameters.push({ ...head, versions: parts.flatMap((part) => versionOf(reporter, part) ?? []) })
    index = last
  }
  return parameters
}

const KEYS = ['define', 'eligible', 'amount', 'at_most'] as const
type Key = (typeof KEYS)[number]
const isKey = (text: string): text is Key => (KEYS as readonly string[]).includes(text)

export const readRule = (reporter: Reporter, block: RawBlock): RawRule => {
  const { text } = reporter.source
  const definitions: RawDefinition[] = []
  const conditions: Syntax[] = []
  const single: { amount: Syntax | null; at_most: Syntax | null } = { amount: null, at_most: null }
  const lines = linesIn(text, block.body)

  /** The lines from `index` on that go on with an item: indented deeper than it begins. */
  const endOf = (index: number, indent: number): number => {
    let last = index
    while (last + 1 < lines.length && (lines[last + 1]!.text.trim() === '' || lines[last + 1]!.text.search(/\S/) > indent)) last++
    return last
  }

  let key: Key | null = null
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (isComment(line)) continue
    const head = /^([A-Za-z_]+)\s*:(.*)$/.exec(line.text)
    if (head) {
      if (!isKey(head[1]!)) {
        reporter.report(
          'rule.key-unknown',
          { start: line.start, end: line.start + head[1]!.length },
          { key: head[1]!, hint: reporter.hint(head[1]!, () => KEYS) },
        )
        key = null
        continue
      }
      key = head[1]
      if (key === 'amount' || key === 'at_most') {
        const last = endOf(index, 0)
        const expression = parseExpression(reporter, trimmed(text, { start: line.start + key.length + 1, end: lines[last]!.end }))
        const earlier = single[key]
        if (earlier)
          reporter.report('rule.amount-twice', line, { key }, { other: { span: earlier, note: { zh: '另一处', en: 'the other' } } })
        single[key] = expression
        index = last
      }
      continue
    }
    const item = /^(\s*)-\s+/.exec(line.text)
    if (!item || (key !== 'define' && key !== 'eligible')) {
      reporter.report('rule.entry-form', trimmed(text, line), { expected: 'define: / eligible: /   - … / amount: …' })
      continue
    }
    const last = endOf(index, item[1]!.length)
    const body = { start: line.start + item[0].length, end: lines[last]!.end }
    if (key === 'eligible') {
      const condition = parseExpression(reporter, trimmed(text, body))
      if (condition) conditions.push(condition)
    } else {
      const definition = named(line)
      if (!definition)
        reporter.report('rule.entry-form', trimmed(text, line), { expected: '- 增长率 (growth): (营业收入 - 上年营业收入) / 上年营业收入' })
      else {
        const expression = parseExpression(reporter, trimmed(text, { start: definition.rest.start, end: body.end }))
        if (expression) definitions.push({ ...definition, expression })
      }
    }
    index = last
  }
  return { definitions, conditions, amount: single.amount, atMost: single.at_most }
}

/** The cells of a line `| a | b |`: bars inside quotes do not count. */
const cellsOf = (line: Line): readonly Cell[] | null => {
  const outer = trimmed(line.text, { start: 0, end: line.text.length })
  if (outer.end - outer.start < 2 || line.text[outer.start] !== '|' || line.text[outer.end - 1] !== '|') return null
  const cells: Cell[] = []
  let quoted = false
  let start = outer.start + 1
  for (let index = start; index < outer.end; index++) {
    if (line.text[index] === '"') quoted = !quoted
    if (quoted || line.text[index] !== '|') continue
    const span = trimmed(line.text, { start, end: index })
    cells.push({
      text: line.text.slice(span.start, span.end),
      span: { start: line.start + span.start, end: line.start + Math.max(span.end, span.start + 1) },
    })
    start = index + 1
  }
  return cells
}

/** Head and rows of a Markdown table; the line of dashes is optional. */
const gridOf = (
  reporter: Reporter,
  block: RawBlock,
): { head: readonly Cell[]; rows: readonly { cells: readonly Cell[]; line: Line }[] } | null => {
  const { text } = reporter.source
  const lines = linesIn(text, block.body).filter((line) => !isComment(line))
  const grid = lines.map((line) => ({ line, cells: cellsOf(line) }))
  const bad = grid.find(({ cells }) => cells === null)
  if (bad || grid.length === 0) {
    reporter.report('rule.table-form', bad ? trimmed(text, bad.line) : block)
    return null
  }
  const [head, ...rest] = grid
  const rows = rest.filter(({ cells }) => !cells!.every((cell) => /^:?-{2,}:?$/.test(cell.text)))
  if (rows.length === 0) {
    reporter.report('rule.table-form', block)
    return null
  }
  if (rows.length > MAX_ROWS) {
    reporter.report('rule.too-many', block, { what: { zh: '行', en: 'rows' }, limit: MAX_ROWS })
    return null
  }
  const expected = head!.cells!.length
  const good = rows.filter(({ cells, line }) => {
    if (cells!.length === expected) return true
    reporter.report('rule.table-width', trimmed(text, line), { found: cells!.length, expected })
    return false
  })
  return { head: head!.cells!, rows: good.map(({ cells, line }) => ({ cells: cells!, line })) }
}

export const readTable = (reporter: Reporter, block: RawBlock): RawTable | null => {
  const grid = gridOf(reporter, block)
  if (!grid) return null
  if (grid.head.length < 2) {
    reporter.report('rule.table-form', block)
    return null
  }
  return {
    heads: grid.head.slice(0, -1).map((cell) => parseExpression(reporter, cell.span)),
    headTexts: grid.head.map((cell) => cell.text),
    rows: grid.rows.map(({ cells, line }) => ({
      tests: cells.slice(0, -1).map((cell) => parseCell(reporter, cell.span)),
      value: parseExpression(reporter, cells.at(-1)!.span),
      cells: cells.map((cell) => cell.text),
      span: trimmed(reporter.source.text, line),
    })),
  }
}

export const readCases = (
  reporter: Reporter,
  block: RawBlock,
): { readonly head: readonly Cell[]; readonly rows: readonly { readonly cells: readonly Cell[]; readonly span: Span }[] } | null => {
  const grid = gridOf(reporter, block)
  return grid && { head: grid.head, rows: grid.rows.map(({ cells, line }) => ({ cells, span: trimmed(reporter.source.text, line) })) }
}

/** `名 (english)：说明` lines of the judgement and missing blocks, each with its `en: …`. */
export const readEntries = (reporter: Reporter, block: RawBlock): readonly Entry[] => {
  const { text } = reporter.source
  return entryLines(reporter, block).flatMap(({ line, textEnglish }) => {
    const head = named(line)
    if (!head || head.rest.end <= head.rest.start) {
      reporter.report('rule.entry-form', trimmed(text, line), { expected: '名称 (english)：说明' })
      return []
    }
    const said = text.slice(head.rest.start, head.rest.end).trim()
    return [{ name: head.name, english: head.english, text: said, textEnglish, span: trimmed(text, line) }]
  })
}

/** `500 万元：说明` */
export const readNotAutomated = (reporter: Reporter, block: RawBlock): readonly { literal: string; text: string; span: Span }[] =>
  entriesAtColon(reporter, block, '200 万元：说明', (literal, text, span) => ({ literal, text, span }))

/** `pack.fair-competition 2026-11-24：说明` */
export const readAcknowledged = (reporter: Reporter, block: RawBlock): readonly { code: string; on: Day; text: string; span: Span }[] =>
  entriesAtColon(reporter, block, 'pack.fair-competition 2026-11-24：说明', (before, text, span) => {
    const [code = '', day = '', ...rest] = before.split(/\s+/)
    const on = dayOf(day)
    if (/^[a-z]+\.[a-z-]+$/.test(code) && on !== null && rest.length === 0) return { code, on, text, span }
    reporter.report('rule.entry-form', span, { expected: 'pack.fair-competition 2026-11-24：说明' })
    return null
  })

const entriesAtColon = <T>(
  reporter: Reporter,
  block: RawBlock,
  expected: string,
  read: (before: string, after: string, span: Span) => T | null,
): readonly T[] => {
  const { text } = reporter.source
  return linesIn(text, block.body).flatMap((line) => {
    if (isComment(line)) return []
    const span = trimmed(text, line)
    const parts = atColon(text, span)
    if (!parts) {
      reporter.report('rule.entry-form', span, { expected })
      return []
    }
    const entry = read(text.slice(parts.before.start, parts.before.end), text.slice(parts.after.start, parts.after.end), span)
    return entry === null ? [] : [entry]
  })
}
