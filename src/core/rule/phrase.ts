/** Nodes in words, with the values they had. Built from the tree alone: rules hold no sentences about themselves. */
import { type FactCatalogue, factLabel, factOf, shownFact } from '../facts.ts'
import type { Language } from '../messages.ts'
import { shown } from './describe.ts'
import { functions } from './functions/all.ts'
import { evaluated, type Run } from './run.ts'
import type { Comparison, Node } from './tree.ts'

export type Speaker = {
  readonly run: Run
  readonly catalogue: FactCatalogue
  readonly language: Language
  /** Speaks of the rule rather than of a case: what has no value is named alone. */
  readonly bare?: boolean
}

const COMPARED: Readonly<Record<Comparison, readonly [zh: string, en: string]>> = {
  '=': ['为', 'is'],
  '!=': ['不为', 'is not'],
  '<': ['低于', 'is below'],
  '<=': ['不超过', 'is at most'],
  '>': ['超过', 'is above'],
  '>=': ['不低于', 'is at least'],
}
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

const join = (parts: readonly string[], zh: string, en: string, language: Language): string => parts.join(language === 'zh' ? zh : en)

const inner = (node: Node, speaker: Speaker): string => {
  const text = phrase(node, speaker)
  return node.kind === 'arithmetic' || node.kind === 'and' || node.kind === 'or' || node.kind === 'if'
    ? speaker.language === 'zh'
      ? `（${text}）`
      : `(${text})`
    : text
}

/** The node in words: names with their values, operators as a reader writes them. */
export const phrase = (node: Node, speaker: Speaker): string =>
  speaker.language === 'zh'
    ? words(node, speaker).replace(/(?<=[（）”]) +(?=[\p{Script=Han}，（“])|(?<=\p{Script=Han}) +(?=[（“])/gu, '')
    : words(node, speaker)

const words = (node: Node, speaker: Speaker): string => {
  const { run, language } = speaker
  const zh = language === 'zh'
  switch (node.kind) {
    case 'literal':
      return shown(node.value, node.type, language)
    case 'day':
      return speaker.bare
        ? zh
          ? '决定日'
          : 'the day of decision'
        : bracketed(zh ? '决定日' : 'the day of decision', valueText(node, speaker), language)
    case 'fact':
      return withValue(factLabel(node.key, speaker.catalogue, language), node, speaker)
    case 'parameter':
      return bracketed(
        nameOf(
          run.measure.parameters.find((each) => each.name === node.name),
          node.name,
          language,
        ),
        valueText(node, speaker),
        language,
      )
    case 'definition':
      return withValue(nameOf(run.definitions.get(node.name), node.name, language), node, speaker)
    case 'table':
      return withValue(nameOf(run.tables.get(node.name), node.name, language), node, speaker)
    case 'hit': {
      const table = nameOf(run.tables.get(node.name), node.name, language)
      return zh ? `符合“${table}”中的一档` : `one row of “${table}” applies`
    }
    case 'arithmetic':
      return `${inner(node.left, speaker)} ${SIGNS[node.op]} ${inner(node.right, speaker)}`
    case 'compare':
      return `${inner(node.left, speaker)} ${COMPARED[node.op][zh ? 0 : 1]} ${beside(node.right, node.left, speaker)}`
    case 'and':
      return join(
        node.parts.map((part) => inner(part, speaker)),
        '，且 ',
        ', and ',
        language,
      )
    case 'or':
      return join(
        node.parts.map((part) => inner(part, speaker)),
        '，或 ',
        ', or ',
        language,
      )
    case 'not':
      return zh ? `并非：${phrase(node.of, speaker)}` : `not: ${phrase(node.of, speaker)}`
    case 'between': {
      const [low, high] = [beside(node.low, node.of, speaker), beside(node.high, node.of, speaker)]
      const ends = `${node.lowOpen ? '(' : '['}${low}, ${high}${node.highOpen ? ')' : ']'}`
      return zh ? `${inner(node.of, speaker)} 在 ${ends} 之内` : `${inner(node.of, speaker)} lies within ${ends}`
    }
    case 'member': {
      const list = node.list.map((each) => beside(each, node.of, speaker))
      return zh ? `${inner(node.of, speaker)} 为 ${list.join('、')} 之一` : `${inner(node.of, speaker)} is one of ${list.join(', ')}`
    }
    case 'known':
      return zh
        ? `${inner(node.of, speaker)} ${node.negated ? '未知' : '已知'}`
        : `${inner(node.of, speaker)} is ${node.negated ? 'unknown' : 'known'}`
    case 'if': {
      const [condition, then, otherwise] = [phrase(node.condition, speaker), phrase(node.then, speaker), phrase(node.else, speaker)]
      return zh ? `若 ${condition}，则 ${then}，否则 ${otherwise}` : `if ${condition}, then ${then}, otherwise ${otherwise}`
    }
    case 'call':
      return functions.get(node.name)!.phrase(node.args.map((arg) => reckoned(arg, speaker)))[language]
  }
}

/** A part of a computation with its result: `软硬件投资额（2,000 万元） × 补助比例（30%） = 600 万元`. */
export const reckoned = (node: Node, speaker: Speaker): string => {
  const text = phrase(node, speaker)
  const unknown = speaker.bare && evaluated(node, speaker.run) === undefined
  return node.kind === 'arithmetic' && !unknown ? `${text} = ${valueText(node, speaker)}` : text
}
