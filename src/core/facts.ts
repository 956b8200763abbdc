/** Facts about a subject: declared in a catalogue, written by people, kept exactly. */
import { type Day, dayOf, dayOfNumber, FIRST_DAY, LAST_DAY, numberOfDay } from './dates.ts'
import type { Place } from './diagnostic.ts'
import { compare, divide, type Exact, exactOf, isWhole, multiply } from './exact.ts'
import { factMessages } from './fact-messages.ts'
import { isOfItem, itemLabel, itemOf } from './list-facts.ts'
import { fill, type Language, type Text } from './messages.ts'
import { hintOf } from './nearest.ts'
import { isRankKey, rankFactOf } from './rank-facts.ts'
import { shown } from './rule/describe.ts'
import type { Constant } from './rule/tree.ts'
import type { Type } from './rule/types.ts'
import { hasNoUnit, money, sameUnit, share, unitOf, unitText } from './rule/units.ts'

export type FactType = 'text' | 'enum' | 'integer' | 'number' | 'percent' | 'money' | 'date' | 'yes-no'

/** One line of the catalogue of facts. */
export type FactDeclaration = {
  readonly name: string
  readonly label: Text
  readonly type: FactType
  readonly unit: string | null
  /** For `enum`: the Chinese word is the value. */
  readonly values: readonly Text[]
  readonly min: Exact | null
  readonly max: Exact | null
  readonly question: Text
  readonly registry: string | null
  /** The department that answers for it, by its Chinese name: its officers alone correct it. Null: not known, every department does. */
  readonly department: string | null
  readonly changeable: boolean
  readonly yearly: boolean
  /** What a fair-competition review asks about: where one is registered, pays tax or is counted. */
  readonly competition: 'registration' | 'tax' | 'statistics' | null
  /** The list it belongs to. How many items there are is the fact that says the most there can be; the others are asked for each item. */
  readonly list: { readonly name: string; readonly english: string | null; readonly max: number | null } | null
  readonly place: Place
}
export type FactCatalogue = ReadonlyMap<string, FactDeclaration>

/** What is known of one subject; an absent key is unknown. Keys are those of `factKey`. */
export type Facts = ReadonlyMap<string, Constant>
export type FactProblem = { readonly fact: string; readonly code: keyof typeof factMessages; readonly message: Text }

/** A yearly fact `back` years ago is kept beside the present one: `营业收入@-1`. */
export const factKey = (name: string, back: number): string => (back === 0 ? name : `${name}@-${back}`)

const LOOK_BACK: readonly (readonly [prefix: string, back: number])[] = [
  ['上年', 1],
  ['前年', 2],
]

/** The declaration and years back of a key or of a name as people write it (`营业收入@-1`, `上年营业收入`); null if there is no such fact. */
export const factOf = (
  name: string,
  catalogue: FactCatalogue,
): { readonly key: string; readonly declaration: FactDeclaration; readonly back: number } | null => {
  const own = catalogue.get(name)
  if (own) return isOfItem(own) ? null : { key: name, declaration: own, back: 0 }
  const item = itemOf(name, catalogue)
  if (item) return { key: name, declaration: item.declaration, back: 0 }
  const marked = /^(.+)@-([1-9])$/.exec(name)
  const prefixed = LOOK_BACK.find(([prefix]) => name.startsWith(prefix))
  const base = marked ? marked[1]! : prefixed ? name.slice(prefixed[0].length) : null
  const declaration = base === null ? undefined : catalogue.get(base)
  if (!declaration?.yearly) return rankNamed(name, catalogue)
  const back = marked ? Number(marked[2]) : prefixed![1]
  return { key: factKey(declaration.name, back), declaration, back }
}

/** The rank by a fact (`rank(营业收入)`, `营业收入排名`). */
const rankNamed = (name: string, catalogue: FactCatalogue): ReturnType<typeof factOf> => {
  const declaration = rankFactOf(name, catalogue, (of) => {
    const found = isRankKey(of) ? null : factOf(of, catalogue)
    return found && { ...found, label: { zh: factLabel(found.key, catalogue, 'zh'), en: factLabel(found.key, catalogue, 'en') } }
  })
  return declaration && { key: declaration.name, declaration, back: 0 }
}

/** Whether a key is about the fact of that name: it is its own, of a year before or of an item, or a rank that is found from it. */
export const isAbout = (key: string, name: string): boolean =>
  key === name ||
  key.startsWith(`${name}@`) ||
  key.startsWith(`${name}#`) ||
  (isRankKey(key) && [...key.matchAll(/[\p{L}\p{N}_]+/gu)].some(([word]) => word === name))

/** How a reader calls a key: `上年营业收入`, `revenue of the year before`. */
export const factLabel = (key: string, catalogue: FactCatalogue, language: Language): string => {
  const found = factOf(key, catalogue)
  if (!found) return catalogue.get(key)?.label[language] ?? key
  const item = itemOf(key, catalogue)
  if (item) return itemLabel(item.declaration, item.item, item.list)[language]
  const label = found.declaration.label[language]
  if (found.back === 0) return label
  if (language === 'en') return found.back === 1 ? `${label} of the year before` : `${label} ${found.back} years before`
  return `${LOOK_BACK.find(([, back]) => back === found.back)?.[0] ?? `${found.back}年前`}${label}`
}

/** What a form asks to get a fact. The catalogue's question speaks of the last year and of one item. */
export const questionOf = (key: string, catalogue: FactCatalogue): Text => {
  const label = { zh: factLabel(key, catalogue, 'zh'), en: factLabel(key, catalogue, 'en') }
  const item = itemOf(key, catalogue)
  if (item) {
    const { declaration, list } = item
    return {
      zh: `${list.label.zh} ${item.item}：${declaration.question.zh}`,
      en: `${list.label.en} ${item.item}: ${declaration.question.en}`,
    }
  }
  const found = factOf(key, catalogue)
  return found && found.back === 0 ? found.declaration.question : { zh: `${label.zh}是多少？`, en: `${label.en}?` }
}

/** The static type of a declared fact. A unit that does not exist makes it a plain number; the pack's check reports that. */
export const typeOfFact = (declaration: FactDeclaration): Type => {
  switch (declaration.type) {
    case 'money':
      return money
    case 'percent':
      return share
    case 'integer':
    case 'number':
      return { kind: 'number', unit: unitOf(declaration.unit ?? '')?.unit ?? {}, percent: false, whole: declaration.type === 'integer' }
    case 'enum':
      return { kind: 'enum', values: declaration.values.map((value) => value.zh) }
    case 'yes-no':
    case 'date':
    case 'text':
      return { kind: declaration.type }
  }
}

/** The range a fact lies in: as declared, otherwise from 0 upward for money, counts and other quantities; a percentage is unbounded, a date is one of the calendar. */
export const rangeOf = (declaration: FactDeclaration): { readonly low: Exact | null; readonly high: Exact | null } =>
  declaration.type === 'date'
    ? { low: FIRST_DAY, high: LAST_DAY }
    : { low: declaration.min ?? (declaration.type === 'percent' ? null : 0), high: declaration.max }

type Read = { readonly value: Constant } | { readonly problem: FactProblem }

const problem = (
  fact: string,
  code: keyof typeof factMessages,
  params: Readonly<Record<string, string | number | Text>> = {},
): { problem: FactProblem } => {
  const own = (language: Language) =>
    fill(factMessages[code][language], {
      fact,
      ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value])),
    })
  return { problem: { fact, code, message: { zh: own('zh'), en: own('en') } } }
}

const YES = new Set(['是', 'true', 'yes', '有'])
const NO = new Set(['否', 'false', 'no', '无'])
const MAX_LENGTH = 200

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const example = (declaration: FactDeclaration): string =>
  declaration.type === 'money'
    ? '2000 万元'
    : declaration.type === 'percent'
      ? '30%'
      : declaration.type === 'integer' || declaration.type === 'number'
        ? `100${declaration.unit ? ` ${declaration.unit}` : ''}`
        : declaration.type === 'date'
          ? '2023-06-30'
          : declaration.type === 'enum'
            ? (declaration.values[0]?.zh ?? '…')
            : declaration.type === 'yes-no'
              ? '是'
              : '…'

/** Plain digits, at most one blank, and a unit: nothing that could be a separator, an exponent or a second number. */
const NUMBER = /^(-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?)\s?([%‰]|(?:[\p{L}²㎡][\p{L}²㎡/·]*)?)$/u

const readNumber = (text: string, name: string, declaration: FactDeclaration): Read => {
  const found = NUMBER.exec(text)
  const number = found && exactOf(found[1]!)
  if (!found || number === null) return problem(name, 'fact.number', { value: brief(text), example: example(declaration) })
  const written = found[2]!
  const type = typeOfFact(declaration) as Extract<Type, { kind: 'number' }>
  if (type.percent && written === '' && number !== 0) return problem(name, 'fact.percent', { value: text })
  const meaning = unitOf(written === '' ? (declaration.unit ?? (declaration.type === 'money' ? '元' : '')) : written)
  const isScale = meaning !== null && hasNoUnit(meaning.unit) && !/[/·]/.test(written)
  const fits =
    meaning && (type.percent ? meaning.percent || written === '' : !meaning.percent && (sameUnit(meaning.unit, type.unit) || isScale))
  if (!meaning || !fits)
    return problem(name, 'fact.unit', { value: brief(text), unit: declaration.unit ?? (type.percent ? '%' : unitText(type.unit, 'zh')) })
  // A scale without a unit (`60 万`) counts in the fact's own unit, and yuan are kept in fen.
  const yuan = written !== '' && isScale ? (type.unit.元 ?? 0) : 0
  const inFen = yuan < 0 ? divide(1, 100 ** -yuan) : 100 ** yuan
  const value = multiply(multiply(number, meaning.factor), inFen)
  if (declaration.type === 'money' && !isWhole(value)) return problem(name, 'fact.fen', { value: brief(text) })
  if (declaration.type === 'integer' && !isWhole(value)) return problem(name, 'fact.whole', { value: brief(text) })
  const { low, high } = rangeOf(declaration)
  if (low !== null && compare(value, low) < 0)
    return problem(name, low === 0 ? 'fact.negative' : 'fact.too-small', { value: brief(text), limit: shown(low, type, 'zh') })
  if (high !== null && compare(value, high) > 0)
    return problem(name, 'fact.too-large', { value: brief(text), limit: shown(high, type, 'zh') })
  return { value }
}

/** One value as people write it: `2000 万元`, `30%`, `是`, `市级`, `2023-06-30`. Nothing is guessed: what does not fit is a problem. */
export const readFact = (text: string, name: string, declaration: FactDeclaration): Read => {
  const plain = text.trim()
  if (plain.length > MAX_LENGTH) return problem(name, 'fact.too-long', { limit: MAX_LENGTH })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f\u2028\u2029\ufeff\ufffd]/.test(plain) || !plain.isWellFormed()) return problem(name, 'fact.characters')
  switch (declaration.type) {
    case 'text':
      return { value: plain }
    case 'yes-no':
      return YES.has(plain.toLowerCase())
        ? { value: true }
        : NO.has(plain.toLowerCase())
          ? { value: false }
          : problem(name, 'fact.yes-no', { value: brief(plain) })
    case 'date': {
      const day: Day | null = dayOf(plain)
      return day === null ? problem(name, 'fact.date', { value: brief(plain) }) : { value: numberOfDay(day) }
    }
    case 'enum': {
      const value = declaration.values.find((each) => each.zh === plain || each.en === plain)
      if (value) return { value: value.zh }
      const list = {
        zh: declaration.values.map((each) => each.zh).join('、'),
        en: declaration.values.map((each) => `${each.zh} (${each.en})`).join(', '),
      }
      return problem(name, 'fact.enum', { value: brief(plain), values: list })
    }
    default:
      return readNumber(plain, name, declaration)
  }
}

const MAX_FACTS = 1000

/** Whether a binary number surely is the decimal it shows: up to 15 digits. More of them may be an artefact, as in 0.1 + 0.2. */
const isPlain = (value: number): boolean => String(value).replace(/^-?0?\.?0*|\D/g, '').length <= 15

/**
 * Facts as a form, a file or an API gives them: an object of names and values. Every value is read or named as a problem; an empty or null value is unknown.
 * `judgements` are the names under which a pending judgement may be answered (`measure-id.择优`).
 */
export const readFacts = (
  given: unknown,
  catalogue: FactCatalogue,
  judgements: ReadonlySet<string> = new Set(),
): { readonly facts: Facts; readonly problems: readonly FactProblem[] } => {
  const facts = new Map<string, Constant>()
  const problems: FactProblem[] = []
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { facts, problems: [problem('', 'fact.object').problem] }
  const entries = Object.entries(given)
  if (entries.length > MAX_FACTS) return { facts, problems: [problem('', 'fact.too-many', { limit: MAX_FACTS }).problem] }
  for (const [written, value] of entries) {
    const name = written.trim()
    if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) continue
    if (judgements.has(name)) {
      const answer = String(value).trim().toLowerCase()
      if (YES.has(answer) || NO.has(answer)) facts.set(name, YES.has(answer))
      else problems.push(problem(name, 'fact.yes-no', { value: brief(String(value)) }).problem)
      continue
    }
    const known = name.length <= 100 ? factOf(name, catalogue) : null
    if (!known) {
      problems.push(problem(brief(name), 'fact.unknown', { hint: problems.length < 20 ? hintOf(name, catalogue.keys()) : '' }).problem)
      continue
    }
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      problems.push(problem(name, 'fact.form', { example: example(known.declaration) }).problem)
      continue
    }
    if (typeof value === 'number' && !isPlain(value)) {
      problems.push(problem(name, 'fact.binary', { value: String(value) }).problem)
      continue
    }
    const read = readFact(String(value), name, known.declaration)
    if ('problem' in read) problems.push(read.problem)
    else if (facts.has(known.key)) problems.push(problem(name, 'fact.twice').problem)
    else facts.set(known.key, read.value)
  }
  return { facts, problems }
}

/** A fact's value for a reader: enum values in the reader's language, null as `—`. */
export const shownFact = (value: Constant | null, declaration: FactDeclaration, language: Language): string => {
  if (value === null) return '—'
  if (declaration.type === 'enum') return declaration.values.find((each) => each.zh === value)?.[language] ?? String(value)
  if (declaration.type === 'date') return dayOfNumber(value as number)
  return shown(value, typeOfFact(declaration), language)
}
