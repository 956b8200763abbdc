/** Nodes in words, with the values they had. Built from the tree alone: rules hold no sentences about themselves. */
import { type FactCatalogue, factLabel, factOf, shownFact } from '../facts.ts'
import type { Language } from '../messages.ts'
import { shown } from './describe.ts'
import { functions } from './functions/all.ts'
import { evaluated, hitsIn, type Run } from './run.ts'
import type { Arithmetic, Comparison, Node, TableRow } from './tree.ts'
import type { Type } from './types.ts'

export type Speaker = {
  readonly run: Run
  readonly catalogue: FactCatalogue
  readonly language: Language
  /** Speaks of the rule rather than of a case: what has no value is named alone. */
  readonly bare?: boolean
}

type Words = readonly [zh: string, en: string]
const COMPARED: Readonly<Record<Comparison, Words>> = {
  '=': ['为', 'is'],
  '!=': ['不为', 'is not'],
  '<': ['低于', 'is below'],
  '<=': ['不超过', 'is at most'],
  '>': ['超过', 'is above'],
  '>=': ['不低于', 'is at least'],
}
const COMPARED_DAYS: Readonly<Record<Comparison, Words>> = {
  '=': ['为', 'is'],
  '!=': ['不为', 'is not'],
  '<': ['早于', 'is before'],
  '<=': ['不晚于', 'is not after'],
  '>': ['晚于', 'is after'],
  '>=': ['不早于', 'is not before'],
}
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** `不低于`, `is at least`; of days `不早于`, `is not before`. */
const compared = (op: Comparison, type: Type, language: Language): string =>
  (type.kind === 'date' ? COMPARED_DAYS : COMPARED)[op][language === 'zh' ? 0 : 1]

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** The declaration of the fact a node reads, where values have names in both languages. */
const declarationOf = (node: Node, speaker: Speaker) =>
  node.kind === 'fact' ? factOf(node.key, speaker.catalogue)?.declaration : undefined

/** The value of a node for the reader. */
export const valueText = (node: Node, speaker: Speaker): string => {
  const value = evaluated(node, speaker.run) ?? null
  const declaration = declarationOf(node, speaker)
  if (value === null) return speaker.language === 'zh' ? '未知' : 'unknown'
  return declaration ? shownFact(value, declaration, speaker.language) : shown(value, node.type, speaker.language)
}

const bracketed = (name: string, value: string, language: Language): string =>
  language === 'zh' ? `${name}（${value}）` : `${name} (${value})`
/** A name with the value it has. */
const withValue = (name: string, node: Node, speaker: Speaker): string =>
  speaker.bare && evaluated(node, speaker.run) === undefined ? name : bracketed(name, valueText(node, speaker), speaker.language)

const nameOf = (own: { readonly name: string; readonly english: string | null } | undefined, name: string, language: Language): string =>
  (language === 'en' && own?.english) || name

/** A literal beside a choice is said in the reader's language. */
const beside = (node: Node, other: Node, speaker: Speaker): string => {
  const declaration = declarationOf(other, speaker)
  return node.kind === 'literal' && declaration && typeof node.value === 'string'
    ? shownFact(node.value, declaration, speaker.language)
    : phrase(node, speaker)
}

/** How tightly a sign binds: what binds less is put in parentheses beside it. */
const TIGHTNESS: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }

const parenthesised = (text: string, language: Language): string => (language === 'zh' ? `（${text}）` : `(${text})`)

/** A side of an operation. A function whose arguments stand in its own parentheses needs no more of them. */
const side = (node: Node, op: Arithmetic, right: boolean, speaker: Speaker): string => {
  const text = phrase(node, speaker)
  const loose =
    node.kind === 'arithmetic'
      ? TIGHTNESS[node.op] < TIGHTNESS[op] + (right ? 1 : 0)
      : node.kind === 'if' || (node.kind === 'call' && !/^[^（(]*[（(].*[）)]$/.test(text))
  return loose ? parenthesised(text, speaker.language) : text
}
/** A part of an `and` or an `or`, or what is compared. */
const inner = (node: Node, speaker: Speaker): string => {
  const text = phrase(node, speaker)
  return node.kind === 'and' || node.kind === 'or' || node.kind === 'if' ? parenthesised(text, speaker.language) : text
}

/** A yes/no by itself is a condition: it says what the answer has to be. */
const answered = (node: Node, wanted: boolean, speaker: Speaker): string =>
  speaker.language === 'zh'
    ? `${words(node, speaker)}须为“${wanted ? '是' : '否'}”`
    : `${words(node, speaker)} must be “${wanted ? 'yes' : 'no'}”`
const isAnswer = (node: Node): boolean =>
  node.type.kind === 'yes-no' && (node.kind === 'fact' || node.kind === 'definition' || node.kind === 'parameter' || node.kind === 'table')

/** The rows of a table that decide, and their numbers; empty while that is open. */
const numberedHits = (name: string, run: Run): readonly { readonly row: TableRow; readonly number: number }[] => {
  const table = run.tables.get(name)!
  return (hitsIn(table, run) ?? []).map((row) => ({ row, number: table.rows.indexOf(row) + 1 }))
}

/** Chinese has no blank between words and brackets, only around digits and signs. */
const tight = (text: string): string => text.replace(/(?<=[\p{Script=Han}（）“”，；]) +(?=[\p{Script=Han}（“，；])/gu, '')

/** The node in words: names with their values, operators as a reader writes them. */
export const phrase = (node: Node, speaker: Speaker): string => {
  const text = isAnswer(node) ? answered(node, true, speaker) : words(node, speaker)
  return speaker.language === 'zh' ? tight(text) : text
}

const words = (node: Node, speaker: Speaker): string => {
  const { run, language } = speaker
  const zh = language === 'zh'
  switch (node.kind) {
    case 'literal':
      // A rate stays as the clause has it: 2‰, not 0.2%.
      return node.type.kind === 'number' && node.type.percent ? node.written : shown(node.value, node.type, language)
    case 'day':
      return speaker.bare
        ? zh
          ? '决定日'
          : 'the day of decision'
        : bracketed(zh ? '决定日' : 'the day of decision', valueText(node, speaker), language)
    case 'fact':
      return withValue(factLabel(node.key, speaker.catalogue, language), node, speaker)
    case 'parameter':
      return withValue(
        nameOf(
          run.measure.parameters.find((each) => each.name === node.name),
          node.name,
          language,
        ),
        node,
        speaker,
      )
    case 'definition':
      return withValue(nameOf(run.definitions.get(node.name), node.name, language), node, speaker)
    case 'table':
      return withValue(nameOf(run.tables.get(node.name), node.name, language), node, speaker)
    case 'hit': {
      const table = nameOf(run.tables.get(node.name), node.name, language)
      const hits = speaker.bare ? [] : numberedHits(node.name, run)
      const [first, ...others] = hits
      if (!first) return zh ? `符合“${table}”中的一档` : `one row of “${table}” applies`
      if (others.length > 0) {
        const numbers = hits.map(({ number }) => number)
        return zh ? `符合“${table}”第 ${numbers.join('、')} 档` : `rows ${numbers.join(', ')} of “${table}” apply`
      }
      const when = first.row.when.kind === 'literal' ? null : phrase(first.row.when, speaker)
      if (zh) return `符合“${table}”第 ${first.number} 档${when ? `：${when}` : ''}`
      return `row ${first.number} of “${table}” applies${when ? `: ${when}` : ''}`
    }
    case 'arithmetic':
      return `${side(node.left, node.op, false, speaker)} ${SIGNS[node.op]} ${side(node.right, node.op, true, speaker)}`
    case 'compare':
      return `${inner(node.left, speaker)} ${compared(node.op, node.left.type, language)} ${beside(node.right, node.left, speaker)}`
    case 'and':
      return node.parts.map((part) => inner(part, speaker)).join(zh ? '，且 ' : ', and ')
    case 'or':
      return node.parts.map((part) => inner(part, speaker)).join(zh ? '，或 ' : ', or ')
    case 'not':
      if (isAnswer(node.of)) return answered(node.of, false, speaker)
      if (node.of.kind === 'compare') return words({ ...node.of, op: OPPOSITE[node.of.op] }, speaker)
      return zh ? `以下不成立：${phrase(node.of, speaker)}` : `it is not so that ${phrase(node.of, speaker)}`
    case 'between': {
      const [low, high] = [beside(node.low, node.of, speaker), beside(node.high, node.of, speaker)]
      const above = compared(node.lowOpen ? '>' : '>=', node.of.type, language)
      const below = compared(node.highOpen ? '<' : '<=', node.of.type, language)
      if (zh) return `${inner(node.of, speaker)} ${above} ${low} 且 ${below} ${high}`
      return `${inner(node.of, speaker)} ${above} ${low} and ${below.replace(/^is /, '')} ${high}`
    }
    case 'member': {
      const list = node.list.map((each) => beside(each, node.of, speaker))
      return zh ? `${inner(node.of, speaker)} 为 ${list.join('、')} 之一` : `${inner(node.of, speaker)} is one of ${list.join(', ')}`
    }
    case 'known': {
      const of = words(node.of, speaker)
      return zh ? `${of} 须${node.negated ? '未知' : '已知'}` : `${of} must be ${node.negated ? 'unknown' : 'known'}`
    }
    case 'if': {
      const [condition, then, otherwise] = [phrase(node.condition, speaker), phrase(node.then, speaker), phrase(node.else, speaker)]
      return zh ? `若 ${condition}，则 ${then}，否则 ${otherwise}` : `if ${condition}, then ${then}, otherwise ${otherwise}`
    }
    case 'list':
      return overList(node, speaker)
    case 'call':
      return functions.get(node.name)!.phrase(node.args.map((arg) => reckoned(arg, speaker)))[language]
  }
}

/** `满足“投资额不低于 100 万元”的项目的个数（2）`: what is said of the items of a list, and what it comes to. */
const overList = (node: Extract<Node, { kind: 'list' }>, speaker: Speaker): string => {
  const { language } = speaker
  const zh = language === 'zh'
  const name = node.label[language]
  const item: Speaker = { ...speaker, bare: true }
  const condition = node.condition && phrase(node.condition, item)
  const value = node.value && phrase(node.value, item)
  if (node.aggregate === 'some') return zh ? `至少一个${name}满足：${condition}` : `for at least one ${name}: ${condition}`
  if (node.aggregate === 'every') return zh ? `每个${name}都满足：${condition}` : `for every ${name}: ${condition}`
  const those = condition === null ? name : zh ? `满足“${condition}”的${name}` : `${name} where ${condition}`
  const said = {
    count: { zh: `${those}的个数`, en: `count of every ${those}` },
    sum: { zh: `${those}的${value}合计`, en: `total ${value} of every ${those}` },
    min: { zh: `${those}的最小${value}`, en: `smallest ${value} of any ${those}` },
    max: { zh: `${those}的最大${value}`, en: `largest ${value} of any ${those}` },
  }[node.aggregate][language]
  return withValue(said, node, speaker)
}

/**
 * A part of a computation with its result: `软硬件投资额（2,000 万元） × 补助比例（30%） = 600 万元`. A table shows the row that applies and how it is reckoned.
 */
export const reckoned = (node: Node, speaker: Speaker): string => {
  const text = phrase(node, speaker)
  if (speaker.bare && evaluated(node, speaker.run) === undefined) return text
  if (node.kind === 'arithmetic') return `${text} = ${valueText(node, speaker)}`
  const hits = node.kind === 'table' && !speaker.bare ? numberedHits(node.name, speaker.run) : []
  const [first, ...others] = hits
  if (node.kind !== 'table' || !first || (others.length === 0 && first.row.value.kind === 'literal')) return text
  const name = nameOf(speaker.run.tables.get(node.name), node.name, speaker.language)
  const zh = speaker.language === 'zh'
  if (others.length === 0) return `${name}${zh ? '：' : ': '}${reckoned(first.row.value, speaker)}`
  const parts = hits.map(({ row, number }) =>
    bracketed(zh ? `第 ${number} 档` : `row ${number}`, reckoned(row.value, speaker), speaker.language),
  )
  return `${name}${zh ? '：' : ': '}${parts.join(' + ')} = ${valueText(node, speaker)}`
}
