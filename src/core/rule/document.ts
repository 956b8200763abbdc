/** A measure file split into front matter, sections, clauses and blocks. What stands in the blocks is read by `blocks.ts`. */
import { headingOf } from './english.ts'
import { type Line, linesIn, type Span, trimmed } from './lines.ts'
import type { Reporter } from './report.ts'
import type { BlockKind } from './tree.ts'

export type RawBlock = Span & {
  readonly kind: BlockKind
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly span: Span }>
  /** What stands between the fences. */
  readonly body: Span
}
export type RawSection = Span & {
  readonly anchor: string
  readonly heading: string
  readonly headingEnglish: string | null
  readonly clause: { readonly zh: string; readonly en: string }
  readonly blocks: readonly RawBlock[]
}
export type RawDocument = {
  readonly keys: ReadonlyMap<string, { readonly value: string; readonly key: Span; readonly span: Span }>
  readonly sections: readonly RawSection[]
}

/** Attributes that each block may carry; every block may carry `clause`. */
export const BLOCKS: Readonly<Record<BlockKind, readonly string[]>> = {
  params: [],
  rule: ['round'],
  table: ['id', 'hit', 'en'],
  judgement: ['by'],
  missing: [],
  relations: [],
  cases: ['on'],
  'not-automated': [],
  acknowledged: [],
}
const MAX_BLOCKS = 200

const frontMatter = (reporter: Reporter, lines: readonly Line[]): { keys: RawDocument['keys']; next: number } => {
  const keys = new Map<string, { value: string; key: Span; span: Span }>()
  if (lines[0]?.text.trimEnd() !== '---') {
    reporter.report('rule.front-matter-missing', { start: 0, end: lines[0]?.end ?? 0 })
    return { keys, next: 0 }
  }
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.text.trimEnd() === '---') return { keys, next: index + 1 }
    if (line.text.trim() === '' || line.text.trimStart().startsWith('#')) continue
    const found = /^([A-Za-z_]+)\s*[:：](.*)$/.exec(line.text)
    if (!found) {
      reporter.report('rule.front-matter-line', line)
      continue
    }
    const key = found[1]!
    const value = found[2]!.trim()
    const keySpan = { start: line.start, end: line.start + key.length }
    if (keys.has(key)) reporter.report('rule.key-twice', keySpan, { key })
    else {
      const start = line.start + line.text.indexOf(value, key.length + 1)
      keys.set(key, { value, key: keySpan, span: value === '' ? keySpan : { start, end: start + value.length } })
    }
  }
  reporter.report('rule.front-matter-open', lines[0]!)
  return { keys, next: lines.length }
}

const attributesOf = (reporter: Reporter, kind: BlockKind, text: string, start: number): RawBlock['attributes'] => {
  const attributes = new Map<string, { value: string; span: Span }>()
  for (const found of text.matchAll(/(\S+?)=("[^"]*"|\S+)|\S+/g)) {
    const span = { start: start + found.index, end: start + found.index + found[0].length }
    const key = found[1] ?? found[0]
    if (found[1] === undefined || (key !== 'clause' && !BLOCKS[kind].includes(key)))
      reporter.report('rule.attribute-unknown', span, { kind, key })
    else attributes.set(key, { value: found[2]!.replace(/^"|"$/g, ''), span })
  }
  return attributes
}

const isBlockKind = (text: string): text is BlockKind => Object.hasOwn(BLOCKS, text)

/** How findings call a section. */
export const clauseHeading = ({ anchor, heading }: Pick<RawSection, 'anchor' | 'heading'>): string => `{#${anchor}} ${heading}`

/** Reads the whole document; everything that is wrong with its frame is reported. */
export const documentOf = (reporter: Reporter): RawDocument => {
  const lines = linesIn(reporter.source.text, { start: 0, end: reporter.source.text.length })
  const { keys, next } = frontMatter(reporter, lines)
  const sections: (Omit<RawSection, 'clause'> & { zh: string[]; en: string[]; blocks: RawBlock[] })[] = []
  const anchors = new Set<string>()
  let blocks = 0

  for (let index = next; index < lines.length; index++) {
    const line = lines[index]!
    const section = sections.at(-1)
    if (line.text.trim() === '' || /^<!--.*-->$/.test(line.text.trim())) continue

    if (/^##\s/.test(line.text)) {
      const whole = line.text.slice(2).trim()
      const mark = whole.lastIndexOf('{#')
      const anchored = mark >= 0 && /^\{#[A-Za-z0-9_-]+\}$/.test(whole.slice(mark))
      const anchor = anchored ? whole.slice(mark + 2, -1) : `line-${index + 1}`
      const { heading, headingEnglish } = headingOf(anchored ? whole.slice(0, mark).trim() : whole)
      if (!anchored) reporter.report('rule.anchor-missing', line, { anchor: '{#a1}' })
      else if (anchors.has(anchor)) reporter.report('rule.anchor-twice', line, { anchor })
      anchors.add(anchor)
      sections.push({ anchor, heading, headingEnglish, zh: [], en: [], blocks: [], start: line.start, end: line.end })
      reporter.inClause(`{#${anchor}} ${heading}`)
      continue
    }

    const quote = /^>\s?(.*)$/.exec(line.text)
    if (quote && section) {
      const english = /^en:\s*(.*)$/.exec(quote[1]!.trim())
      if (english) section.en.push(english[1]!)
      else section.zh.push(quote[1]!.trim())
      continue
    }

    const fence = /^```\s*([A-Za-z-]*)\s*(.*)$/.exec(line.text)
    if (fence) {
      let close = index + 1
      while (close < lines.length && lines[close]!.text.trimEnd() !== '```') close++
      const kind = fence[1]!
      const span = { start: line.start, end: line.end }
      if (close >= lines.length) reporter.report('rule.block-open', span)
      else if (!isBlockKind(kind))
        reporter.report('rule.block-unknown', span, { kind, hint: reporter.hint(kind, () => Object.keys(BLOCKS)) })
      else if (!section) reporter.report('rule.block-outside', span)
      else if (++blocks > MAX_BLOCKS) reporter.report('rule.too-many', span, { what: { zh: '代码块', en: 'blocks' }, limit: MAX_BLOCKS })
      else {
        const attributeStart = line.start + line.text.length - fence[2]!.length
        section.blocks.push({
          ...span,
          kind,
          attributes: attributesOf(reporter, kind, fence[2]!, attributeStart),
          body: { start: lines[index + 1]!.start, end: close === index + 1 ? lines[index + 1]!.start : lines[close - 1]!.end },
        })
      }
      index = close
      continue
    }

    reporter.report('rule.text-outside', trimmed(reporter.source.text, line))
  }

  reporter.inClause(undefined)
  if (sections.length === 0) reporter.report('rule.no-section', { start: 0, end: 1 }, { anchor: '{#a1}' })
  for (const section of sections) if (section.zh.length === 0) reporter.report('rule.clause-missing', section, { heading: section.heading })
  return {
    keys,
    sections: sections.map(({ zh, en, ...rest }) => ({ ...rest, clause: { zh: zh.join('\n').trim(), en: en.join(' ').trim() } })),
  }
}
