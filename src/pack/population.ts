/** The table `population`: from rows to the spec of a synthetic population, with everything that is wrong with them. */
import { compare, type Exact, multiply, numerator } from '../core/exact.ts'
import { type FactCatalogue, type FactDeclaration, factLabel, factOf, rangeOf } from '../core/facts.ts'
import { isOfItem, itemKey, listsOf } from '../core/list-facts.ts'
import { judgementKey } from '../core/rule/evaluate.ts'
import type { Measure } from '../core/rule/tree.ts'
import { conditionsOf, distributionOf, factSubject, NotRead, type Subject, shareOf } from '../core/synthetic/notation.ts'
import { type Basis, type PopulationSpec, type SyntheticColumn, scaleOf, sourcesOf, type Variant } from '../core/synthetic/spec.ts'
import { checkName, type Names } from './check/tables.ts'
import type { PackCode } from './messages.ts'
import type { Reporter } from './report.ts'
import { listOf, type Row } from './rows.ts'

const ASSUMPTION = 'assumption'
const MAX_COUNT = 20_000_000
const MAX_SEED = 4_294_967_295

type Known = { readonly facts: FactCatalogue; readonly measures: ReadonlyMap<string, Measure>; readonly names: Names }

const basisOf = (row: Row): Basis => {
  const basis = row.text('basis')!
  return { source: basis === ASSUMPTION ? null : basis, note: { zh: row.text('note')!, en: row.text('note_en')! } }
}

/** The value of the one row of a kind; null if there is none, or more, or it is no whole number in range. */
const onlyOf = (rows: readonly Row[], kind: 'total' | 'seed', least: number, limit: number, { report }: Reporter) => {
  const own = rows.filter((row) => row.text('kind') === kind)
  const text = own[0]?.text('distribution') ?? ''
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1
  if (own.length === 1 && value >= least && value <= limit) return { value, basis: basisOf(own[0]!) }
  report('pack.population-once', own[1]?.placeOf('kind') ?? own[0]?.placeOf('distribution') ?? rows[0]!.place, { kind, limit: MAX_COUNT })
  return null
}

/** Does what reads a cell; what it stops at is reported there. */
const reading = <T>(code: PackCode, row: Row, column: string, read: (text: string) => T, { report }: Reporter): T | null => {
  try {
    return read(row.text(column) ?? '')
  } catch (error) {
    if (!(error instanceof NotRead)) throw error
    report(code, row.placeOf(column), { name: row.text('name')!, reason: error.what })
    return null
  }
}

/** Reads the words of a group: whatever words it has, in the order in which they come. */
const groupSubject = (name: string, words: string[]): Subject => ({
  name,
  type: 'text',
  slotOf: (word) => {
    if (!words.includes(word)) words.push(word)
    return words.indexOf(word)
  },
})
/** Of a group that was read: another word is none of its. */
const readGroup = (name: string, words: readonly string[]): Subject => ({
  name,
  type: 'text',
  slotOf: (word) => {
    if (words.includes(word)) return words.indexOf(word)
    throw new NotRead({ zh: `“${name}”没有“${word}”一项`, en: `"${name}" has no value "${word}"` })
  },
})

const JUDGED: Omit<FactDeclaration, 'name' | 'label' | 'question' | 'place'> = {
  type: 'yes-no',
  unit: null,
  values: [],
  min: null,
  max: null,
  registry: null,
  department: null,
  changeable: false,
  yearly: false,
  competition: null,
  list: null,
}

/** The fact or judgement of that name; of the facts of items the declaration itself. */
const declarationOf = (name: string, row: Row, { facts, measures }: Known): { key: string; declaration: FactDeclaration } | null => {
  const own = facts.get(name)
  if (own && isOfItem(own)) return { key: name, declaration: own }
  const found = factOf(name, facts)
  if (found) return found
  for (const measure of measures.values())
    for (const judgement of measure.judgements) {
      const key = judgementKey(measure, judgement.name)
      const label = { zh: `${measure.title}：${judgement.name}`, en: `${measure.titleEnglish ?? measure.title}: ${judgement.name}` }
      if (key === name) return { key, declaration: { ...JUDGED, name, label, question: label, place: row.place } }
    }
  return null
}

const slot = (value: Exact | null, type: FactDeclaration['type']): number | null =>
  value === null ? null : Number(numerator(multiply(value, 10 ** scaleOf(type))))

/** A fact and the facts of each item go by their keys; all items are drawn alike and apart. */
const keysOf = (key: string, { list }: FactDeclaration, facts: FactCatalogue): readonly string[] => {
  const max = facts.get(key)?.list === list && list !== null && list.max === null ? (listsOf(facts).get(list.name)?.max ?? 0) : null
  return max === null ? [key] : Array.from({ length: max }, (_, index) => itemKey(key, index + 1))
}

/** The columns that were read, as later rows refer to them. */
type Before = { readonly subjects: Map<string, Subject>; readonly keys: Set<string> }

/** Numbers are drawn from numbers of their kind; growth from any. */
const checkSources = (row: Row, variant: Variant, subject: Subject, { subjects }: Before, { report }: Reporter): void => {
  for (const of of sourcesOf(variant.distribution)) {
    const type = subjects.get(of)?.type
    const isOne =
      variant.distribution.kind === 'growth' ? type === 'money' || type === 'integer' || type === 'number' : type === subject.type
    if (!isOne) report('pack.population-source', row.placeOf('distribution'), { name: subject.name, of })
  }
}

const variantOf = (row: Row, subject: Subject, before: Before, reporter: Reporter): Variant | null => {
  const distribution = reading('pack.population-distribution', row, 'distribution', (text) => distributionOf(text, subject), reporter)
  const where =
    row.text('where') === null
      ? []
      : reading('pack.population-where', row, 'where', (text) => conditionsOf(text, before.subjects), reporter)
  const unknown = row.text('unknown') === null ? 0 : reading('pack.population-unknown', row, 'unknown', shareOf, reporter)
  if (distribution === null || where === null || unknown === null) return null
  if (compare(unknown, 1) > 0) {
    const reason = { zh: '大于 100%', en: 'it is more than 100 %' }
    reporter.report('pack.population-unknown', row.placeOf('unknown'), { name: subject.name, reason })
  }
  const variant = { where, distribution, unknown, basis: basisOf(row), place: row.place }
  checkSources(row, variant, subject, before, reporter)
  return variant
}

const checkGroup = (rows: readonly Row[], words: readonly string[], known: Known, reporter: Reporter): void => {
  const [row] = rows
  const name = row!.text('name')!
  if (row!.text('kind') === 'district') {
    for (const value of words) checkName(known.names, 'districts', value, row!.placeOf('distribution'), reporter)
    if (row!.text('label_en') !== null) return
  }
  const english = listOf(row!.text('values_en'))
  const needed = row!.text('kind') === 'district' ? 0 : words.length
  if (row!.text('label_en') === null || english.length !== needed)
    reporter.report('pack.population-group', row!.placeOf('values_en'), { name, zh: needed, en: english.length })
}

/** The columns of one name; none if something is wrong with its rows. */
const columnsOf = (
  name: string,
  rows: readonly Row[],
  known: Known,
  english: ReadonlyMap<string, string>,
  before: Before,
  reporter: Reporter,
): readonly SyntheticColumn[] => {
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const kind = first.text('kind')
  const whole = rows.every((row) => row.text('kind') === kind && (row.text('where') === null) === (row === last))
  if (!whole || before.keys.has(name)) reporter.report('pack.population-rows', last.placeOf('name'), { name })
  before.keys.add(name)
  const isGroup = kind !== 'fact'
  const found = isGroup ? null : declarationOf(name, first, known)
  if (!isGroup && found === null) {
    const judgements = [...known.measures.values()].flatMap((measure) => measure.judgements.map((each) => judgementKey(measure, each.name)))
    reporter.report('pack.population-name', first.placeOf('name'), {
      name,
      hint: reporter.hint(name, [...known.facts.keys(), ...judgements]),
    })
    return []
  }
  const words: string[] = []
  const subject = found === null ? groupSubject(name, words) : factSubject(name, found.declaration)
  const variants = rows.map((row) => variantOf(row, subject, before, reporter)).filter((variant) => variant !== null)
  if (isGroup) checkGroup(rows, words, known, reporter)
  before.subjects.set(found?.key ?? name, isGroup ? readGroup(name, words) : subject)
  const [head, ...others] = variants
  if (head === undefined || variants.length < rows.length) return []
  if (found === null) {
    const values = kind === 'district' ? words.map((word) => english.get(word) ?? word) : listOf(first.text('values_en'))
    const choices = words.map((zh, index) => ({ zh, en: values[index] ?? zh }))
    const label = { zh: name, en: first.text('label_en') ?? name }
    return [{ key: name, label, role: 'group', type: 'text', choices, low: null, high: null, variants: [head, ...others] }]
  }
  const { declaration } = found
  const { type, values: choices } = declaration
  const { low, high } = type === 'yes-no' || type === 'enum' || type === 'text' ? { low: null, high: null } : rangeOf(declaration)
  return keysOf(found.key, declaration, known.facts).map((key) => {
    const label =
      factOf(key, known.facts) === null
        ? declaration.label
        : { zh: factLabel(key, known.facts, 'zh'), en: factLabel(key, known.facts, 'en') }
    return { key, label, role: 'fact', type, choices, low: slot(low, type), high: slot(high, type), variants: [head, ...others] }
  })
}

/** Rows that stand together under one name. */
const together = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const groups: Row[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group?.[0]?.text('name') === row.text('name')) group.push(row)
    else groups.push([row])
  }
  return groups
}

/** The spec, or null where the table is empty, cannot be read, or is wrong, which is reported. */
export const populationIn = (
  all: readonly Row[] | null,
  known: Known,
  districts: ReadonlyMap<string, { readonly label: { readonly en: string } }>,
  reporter: Reporter,
): PopulationSpec | null => {
  if (all === null || all.length === 0) return null
  const rows = all.filter((row) => row.good)
  for (const row of rows)
    if (row.text('basis') !== ASSUMPTION) checkName(known.names, 'sources', row.text('basis')!, row.placeOf('basis'), reporter)
  const total = onlyOf(rows, 'total', 1, MAX_COUNT, reporter)
  const seed = onlyOf(rows, 'seed', 0, MAX_SEED, reporter)
  const before: Before = { subjects: new Map(), keys: new Set() }
  const english = new Map([...districts].map(([name, { label }]) => [name, label.en]))
  const drawn = rows.filter((row) => !['total', 'seed'].includes(row.text('kind')!))
  const columns = together(drawn).flatMap((group) => columnsOf(group[0]!.text('name')!, group, known, english, before, reporter))
  return total && seed && { count: total.value, seed: seed.value, total: total.basis, columns }
}
