/** A whole measure: every name in its place, every type settled, every case readable. All findings are collected; a measure with an error is none. */
import { overlaps } from '../dates.ts'
import { type FactCatalogue, factOf } from '../facts.ts'
import type { Rounding } from '../money.ts'
import * as blocks from './blocks.ts'
import { casesOf } from './case-table.ts'
import type { RawBlock, RawDocument, RawSection } from './document.ts'
import { checkGrade } from './grade.ts'
import { placeOf, type Span } from './lines.ts'
import { type RawRelation, readRelations } from './relations.ts'
import type { Reporter } from './report.ts'
import { roundingOf } from './rounding.ts'
import type { Syntax } from './syntax.ts'
import { checkTable } from './table-check.ts'
import type {
  Block,
  Case,
  Condition,
  Definition,
  FrontMatter,
  Gap,
  Group,
  HitPolicy,
  Judgement,
  Measure,
  Node,
  Parameter,
  Rank,
  Relation,
  Section,
  Table,
  TableRow,
} from './tree.ts'
import { isMoneyType, MAX_NESTING, type Scope, typed, typedRow } from './typed.ts'
import type { Type } from './types.ts'
import { sameUnit, typeText } from './units.ts'
import { depthOf, nodesOfGroup, tablesIn } from './walk.ts'
import { checkWork } from './work.ts'

/** A mask has a bit for each and one for the amount: 31, which every back end holds. */
const MAX_REASONS = 30
const REASONS = { zh: '条件与判断', en: 'conditions and judgements' }
const MAX_DEFINITIONS = 200
const MAX_TABLES = 50

type Amount = NonNullable<Measure['amount']>
type RawAmount = { readonly syntax: Syntax; readonly rounding: Rounding; readonly section: RawSection; readonly span: Span }

const HIT_POLICIES: readonly HitPolicy[] = ['first', 'unique', 'sum']
const isHitPolicy = (text: string): text is HitPolicy => (HIT_POLICIES as readonly string[]).includes(text)

const sameType = (a: Type, b: Type): boolean =>
  a.kind === b.kind && (a.kind !== 'number' || b.kind !== 'number' || (sameUnit(a.unit, b.unit) && a.percent === b.percent))

const EFFECTS: Readonly<Record<RawRelation['effect']['kind'], Relation['effect']>> = {
  said: 'said',
  unless: 'condition',
  at: 'limit',
  less: 'limit',
  group: 'group',
  match: 'group',
  total: 'group',
  share: 'group',
}

/** `min(amount, limit)`: 以他量为限. */
const limited = (amount: Syntax, limit: Syntax, { start, end }: Span): Syntax => ({
  kind: 'call',
  name: 'min',
  args: [amount, limit],
  start,
  end,
})
/** `max(amount - received, 0 元)`: 补差. */
const beyond = (amount: Syntax, received: Syntax, { start, end }: Span): Syntax => ({
  kind: 'call',
  name: 'max',
  args: [
    { kind: 'arithmetic', op: '-', left: amount, right: received, start, end },
    { kind: 'number', digits: '0', unit: '元', start, end },
  ],
  start,
  end,
})

/** Reads every block and settles every name. Null if anything is wrong. */
export const measureOf = (
  reporter: Reporter,
  document: RawDocument,
  front: FrontMatter | null,
  catalogue: FactCatalogue,
): Measure | null => {
  const place = (span: Span) => placeOf(reporter.source, span.start, span.end)
  const written = (span: Span): string => reporter.source.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  const inSection = (section: RawSection): string | undefined => reporter.inClause(`{#${section.anchor}} ${section.heading}`)

  const rawParameters: { raw: blocks.RawParameter; section: RawSection }[] = []
  const rawDefinitions = new Map<string, { raw: blocks.RawDefinition; section: RawSection }>()
  const rawTables = new Map<string, { raw: blocks.RawTable; hit: HitPolicy; english: string | null; section: RawSection; span: Span }>()
  const rawConditions: { syntax: Syntax; section: RawSection }[] = []
  const rawCases: { block: RawBlock; section: RawSection }[] = []
  const amounts: Record<'amount' | 'at_most', RawAmount | null> = { amount: null, at_most: null }
  const judgements: Judgement[] = []
  const gaps: Gap[] = []
  const rawRelations: { raw: RawRelation; section: RawSection }[] = []
  const notAutomated: Measure['notAutomated'][number][] = []
  const acknowledged: Measure['acknowledged'][number][] = []
  const taken = new Map<string, Span>()

  const take = (name: string, span: Span): boolean => {
    const earlier = taken.get(name)
    if (!earlier && !catalogue.has(name) && !factOf(name, catalogue)) {
      taken.set(name, span)
      return true
    }
    reporter.report(
      'rule.name-twice',
      span,
      { name },
      earlier ? { other: { span: earlier, note: { zh: '第一处', en: 'first used here' } } } : {},
    )
    return false
  }

  const setAmount = (key: 'amount' | 'at_most', syntax: Syntax | null, block: RawBlock, section: RawSection): void => {
    if (!syntax) return
    const earlier = amounts[key]
    if (earlier)
      reporter.report('rule.amount-twice', syntax, { key }, { other: { span: earlier.span, note: { zh: '另一处', en: 'the other' } } })
    else amounts[key] = { syntax, rounding: roundingOf(reporter, block), section, span: syntax }
  }

  const readers: Readonly<Record<Block['kind'], (block: RawBlock, section: RawSection) => void>> = {
    params: (block, section) => {
      for (const raw of blocks.readParams(reporter, block)) if (take(raw.name, raw.span)) rawParameters.push({ raw, section })
    },
    rule: (block, section) => {
      const rule = blocks.readRule(reporter, block)
      for (const raw of rule.definitions) {
        if (rawDefinitions.size === MAX_DEFINITIONS) {
          reporter.report('rule.too-many', raw.span, { what: { zh: '定义', en: 'definitions' }, limit: MAX_DEFINITIONS })
          break
        }
        if (take(raw.name, raw.span)) rawDefinitions.set(raw.name, { raw, section })
      }
      for (const syntax of rule.conditions) rawConditions.push({ syntax, section })
      setAmount('amount', rule.amount, block, section)
      setAmount('at_most', rule.atMost, block, section)
    },
    table: (block, section) => {
      if (rawTables.size === MAX_TABLES) {
        reporter.report('rule.too-many', block, { what: { zh: '表格', en: 'tables' }, limit: MAX_TABLES })
        return
      }
      const raw = blocks.readTable(reporter, block)
      const id = block.attributes.get('id')
      const hit = block.attributes.get('hit')
      if (!id)
        reporter.report('rule.attribute-value', block, { key: 'id', value: '', expected: { zh: '表名', en: 'the name of the table' } })
      if (hit && !isHitPolicy(hit.value))
        reporter.report('rule.attribute-value', hit.span, { key: 'hit', value: hit.value, expected: HIT_POLICIES.join(' / ') })
      if (raw && id && take(id.value, id.span))
        rawTables.set(id.value, {
          raw,
          hit: hit && isHitPolicy(hit.value) ? hit.value : 'first',
          english: block.attributes.get('en')?.value ?? null,
          section,
          span: block,
        })
    },
    judgement: (block, section) => {
      const by = block.attributes.get('by')?.value
      if (!by) reporter.report('rule.attribute-value', block, { key: 'by', value: '', expected: { zh: '由谁判断', en: 'who decides' } })
      for (const entry of blocks.readEntries(reporter, block)) {
        if (take(entry.name, entry.span)) judgements.push({ ...entry, by: by ?? '', anchor: section.anchor, place: place(entry.span) })
      }
    },
    missing: (block, section) => {
      for (const entry of blocks.readEntries(reporter, block)) gaps.push({ ...entry, anchor: section.anchor, place: place(entry.span) })
    },
    relations: (block, section) => {
      for (const raw of readRelations(reporter, block)) rawRelations.push({ raw, section })
    },
    cases: (block, section) => rawCases.push({ block, section }),
    'not-automated': (block) => {
      for (const { span, ...each } of blocks.readNotAutomated(reporter, block)) notAutomated.push({ ...each, place: place(span) })
    },
    acknowledged: (block) => {
      for (const { span, ...each } of blocks.readAcknowledged(reporter, block)) acknowledged.push({ ...each, place: place(span) })
    },
  }
  for (const section of document.sections) {
    inSection(section)
    for (const block of section.blocks) readers[block.kind](block, section)
  }

  // Parameters are typed first: they stand on nothing.
  const parameters: Parameter[] = []
  const parameterTypes = new Map<string, { type: Type; span: Span }>()
  const used = { facts: new Set<string>(), names: new Set<string>(), ranks: new Map<string, Rank>() }
  const built = { depth: 0, nodes: 0 }
  const nothing: Scope = {
    catalogue: new Map(),
    parameters: new Map(),
    definition: () => 'unknown',
    table: () => 'unknown',
    names: () => [],
    used,
    built,
  }
  for (const { raw, section } of rawParameters) {
    inSection(section)
    const versions = raw.versions.flatMap((version) => {
      const node = typed(reporter, nothing, version.literal, raw.name)
      return node?.kind === 'literal' ? [{ node, version }] : []
    })
    const first = versions[0]
    if (!first) continue
    for (const { node, version } of versions)
      if (!sameType(node.type, first.node.type)) reporter.report('rule.version-types', version.span, { name: raw.name })
    for (const [index, { version }] of versions.entries()) {
      const clash = versions
        .slice(0, index)
        .find((earlier) => overlaps(earlier.version.validity, version.validity) && earlier.version.known === version.known)
      if (clash)
        reporter.report(
          'rule.parameter-overlap',
          version.span,
          { name: raw.name },
          { other: { span: clash.version.span, note: { zh: '重叠的版本', en: 'the version it overlaps' } } },
        )
    }
    parameterTypes.set(raw.name, { type: first.node.type, span: raw.span })
    parameters.push({
      name: raw.name,
      english: raw.english,
      type: first.node.type,
      versions: versions.map(({ node, version }) => ({
        validity: version.validity,
        known: version.known,
        value: node.value,
        written: node.written,
        place: place(version.span),
      })),
      anchor: section.anchor,
      place: place(raw.span),
    })
  }

  // Definitions and tables on first use, in any order; one that is still being typed when it is asked for is circular.
  const definitions = new Map<string, Definition | 'open' | 'failed'>()
  const tables = new Map<string, Table | 'open' | 'failed'>()
  const circular = (name: string, span: Span): 'failed' => {
    reporter.report('rule.name-circular', span, { name })
    return 'failed'
  }
  /** Depths of what is named, so that a long chain of shallow definitions is refused as one deep one is. */
  const depths = new Map<string, number>()
  const settle = (name: string, nodes: readonly Node[], span: Span): void => {
    depths.set(name, Math.max(0, ...nodes.map((node) => depthOf(node, depths))))
    if (depths.get(name)! > MAX_NESTING) reporter.report('rule.too-deep', span, { limit: MAX_NESTING })
  }
  const definitionType = (name: string, from: Span): Type | 'unknown' | 'failed' => {
    const raw = rawDefinitions.get(name)
    if (!raw) return 'unknown'
    const done = definitions.get(name)
    if (done === 'open') return circular(name, from)
    if (done) return done === 'failed' ? 'failed' : done.node.type
    definitions.set(name, 'open')
    const outer = inSection(raw.section)
    const node = typed(reporter, scope, raw.raw.expression, `d:${name}`)
    reporter.inClause(outer)
    const result: Definition | 'failed' = node
      ? { name, english: raw.raw.english, node, anchor: raw.section.anchor, source: written(raw.raw.expression) }
      : 'failed'
    definitions.delete(name)
    definitions.set(name, result)
    if (result !== 'failed') settle(name, [result.node], raw.raw.span)
    return result === 'failed' ? 'failed' : result.node.type
  }
  const tableType = (name: string, from: Span): Type | 'unknown' | 'failed' => {
    const raw = rawTables.get(name)
    if (!raw) return 'unknown'
    const done = tables.get(name)
    if (done === 'open') return circular(name, from)
    if (done) return done === 'failed' ? 'failed' : done.type
    tables.set(name, 'open')
    const outer = inSection(raw.section)
    const result = tableOf(name, raw)
    reporter.inClause(outer)
    tables.delete(name)
    tables.set(name, result)
    if (result !== 'failed')
      settle(
        name,
        result.rows.flatMap((row) => [row.when, row.value]),
        raw.span,
      )
    return result === 'failed' ? 'failed' : result.type
  }
  const tableOf = (name: string, { raw, hit, english, section, span }: NonNullable<ReturnType<typeof rawTables.get>>): Table | 'failed' => {
    if (raw.heads.some((head) => head === null)) return 'failed'
    const rows: TableRow[] = []
    let bad = false
    for (const [index, row] of raw.rows.entries()) {
      const id = `t:${name}:${index + 1}`
      const when = row.tests.some((tests) => tests === null)
        ? null
        : typedRow(reporter, scope, raw.heads as Syntax[], row.tests as never, `${id}.when`, row.span)
      const value = row.value && typed(reporter, scope, row.value, `${id}.value`)
      if (!when || !value) bad = true
      else rows.push({ id, when, value, cells: row.cells, place: place(row.span) })
    }
    const type = rows[0]?.value.type
    if (bad || !type) return 'failed'
    const other = rows.find((row) => !sameType(row.value.type, type))
    if (other) {
      reporter.report('rule.branches', raw.rows[rows.indexOf(other)]!.span, { left: typeText(type), right: typeText(other.value.type) })
      return 'failed'
    }
    if (hit === 'sum' && type.kind !== 'number') {
      reporter.report('rule.table-sum', raw.rows[0]!.span, { found: typeText(type) })
      return 'failed'
    }
    const table: Table = { name, english, hit, heads: raw.headTexts, rows, type, anchor: section.anchor, place: place(span) }
    checkTable(
      reporter,
      table,
      parameters,
      raw.rows.map((row) => row.span),
      span,
    )
    return table
  }
  const scope: Scope = {
    catalogue,
    parameters: parameterTypes,
    definition: definitionType,
    table: tableType,
    names: () => [...rawDefinitions.keys(), ...parameterTypes.keys(), ...rawTables.keys(), ...catalogue.keys()],
    used,
    built,
  }

  // What a relation asks of this measure alone is a condition or a limit like any other, and every back end has it from here.
  const amountKey = amounts.amount ? 'amount' : 'at_most'
  for (const { raw, section } of rawRelations) {
    const { effect, span } = raw
    const { start, end } = span
    if (effect.kind === 'unless') rawConditions.push({ syntax: { kind: 'not', of: effect.condition, start, end }, section })
    if (effect.kind !== 'at' && effect.kind !== 'less') continue
    const own = amounts[amountKey]
    if (own)
      amounts[amountKey] = {
        ...own,
        syntax: effect.kind === 'at' ? limited(own.syntax, effect.limit, span) : beyond(own.syntax, effect.received, span),
      }
    else reporter.report('rule.relation-without-amount', span, { kind: raw.kind })
  }

  const conditions: Condition[] = []
  for (const { syntax, section } of rawConditions) {
    inSection(section)
    if (conditions.length === MAX_REASONS) {
      reporter.report('rule.too-many', syntax, { what: REASONS, limit: MAX_REASONS })
      break
    }
    const node = typed(reporter, scope, syntax, `c${conditions.length + 1}`)
    if (node && node.type.kind !== 'yes-no') reporter.report('rule.not-condition', syntax, { found: typeText(node.type) })
    else if (node) conditions.push({ node, anchor: section.anchor, source: written(syntax) })
  }
  const amountOf = (key: 'amount' | 'at_most'): Amount | null => {
    const raw = amounts[key]
    if (!raw) return null
    inSection(raw.section)
    const node = typed(reporter, scope, raw.syntax, key)
    if (node && !isMoneyType(node.type)) reporter.report('rule.not-money', raw.syntax, { found: typeText(node.type) })
    return node && { node, rounding: raw.rounding, anchor: raw.section.anchor, source: written(raw.syntax) }
  }
  const amount = amountOf('amount')
  const atMost = amountOf('at_most')
  const groups: Group[] = []
  const moneyOf = (syntax: Syntax, id: string): Node | null => {
    const node = typed(reporter, scope, syntax, id)
    if (!node || isMoneyType(node.type)) return node
    reporter.report('rule.not-money', syntax, { found: typeText(node.type) })
    return null
  }
  for (const { raw, section } of rawRelations) {
    inSection(section)
    const { kind, effect } = raw
    const at = { anchor: section.anchor, place: place(raw.span) }
    if (effect.kind === 'group' && (kind === 'highest' || kind === 'exclusive' || kind === 'add')) {
      const own = kind === 'highest' && front && !effect.members.includes(front.id) ? [front.id] : []
      groups.push({ kind, members: [...own, ...effect.members], ...at })
    } else if (effect.kind === 'match') groups.push({ kind: 'match', members: effect.members, ratio: effect.ratio, ...at })
    else if (effect.kind === 'share') groups.push({ kind: 'share', parts: effect.parts, ...at })
    else if (effect.kind === 'total') {
      const id = `g${groups.length + 1}`
      const limit = moneyOf(effect.limit, `${id}.at`)
      const received = effect.received && moneyOf(effect.received, `${id}.less`)
      if (limit) groups.push({ kind: 'cap_total', members: effect.members, limit, received, ...at })
    }
  }
  const relations = rawRelations.map(
    ({ raw: { kind, detail, text, textEnglish, effect, span }, section }): Relation => ({
      kind,
      detail,
      text,
      textEnglish,
      effect: EFFECTS[effect.kind],
      anchor: section.anchor,
      place: place(span),
    }),
  )
  for (const name of rawDefinitions.keys()) definitionType(name, { start: 0, end: 1 })
  for (const name of rawTables.keys()) tableType(name, { start: 0, end: 1 })
  const allDefinitions = [...definitions.values()].filter((each): each is Definition => typeof each !== 'string')
  const allTables = [...tables.values()].filter((each): each is Table => typeof each !== 'string')

  // A table that the amount reads must hit: the reader sees that as a condition of its own.
  const reached = tablesIn(amount?.node ?? null, allDefinitions)
  for (const table of allTables) {
    if (!reached.has(table.name)) continue
    const node: Node = { kind: 'hit', name: table.name, id: `c${conditions.length + 1}`, type: { kind: 'yes-no' }, place: table.place }
    conditions.push({ node, anchor: table.anchor, source: table.name })
  }
  if (conditions.length + judgements.length > MAX_REASONS)
    reporter.report('rule.too-many', rawConditions[0]?.syntax ?? { start: 0, end: 1 }, { what: REASONS, limit: MAX_REASONS })

  checkWork(
    reporter,
    {
      parameters,
      definitions: allDefinitions,
      tables: allTables,
      roots: [
        ...conditions.map(({ node }) => node),
        ...(amount ? [amount.node] : []),
        ...(atMost ? [atMost.node] : []),
        ...groups.flatMap(nodesOfGroup),
      ],
    },
    rawConditions[0]?.syntax ?? amounts.amount?.syntax ?? { start: 0, end: 1 },
  )
  if (front)
    checkGrade(reporter, front, document, {
      amount: amounts.amount !== null,
      rules: rawConditions.length > 0 || amounts.amount !== null,
      gaps: gaps.length > 0,
    })

  const cases: Case[] = []
  for (const { block, section } of rawCases) {
    inSection(section)
    cases.push(...casesOf(reporter, block, catalogue, used.facts, new Set(judgements.map(({ name }) => name))))
  }
  reporter.inClause(undefined)
  if (!front || reporter.failed()) return null

  const sections: Section[] = document.sections.map((section) => ({
    anchor: section.anchor,
    heading: section.heading,
    headingEnglish: section.headingEnglish,
    clause: section.clause,
    place: place(section),
    blocks: section.blocks.map((block) => ({
      kind: block.kind,
      attributes: Object.fromEntries([...block.attributes].filter(([key]) => key !== 'clause').map(([key, { value }]) => [key, value])),
      clause: block.attributes.get('clause')?.value ?? null,
      body: reporter.source.text.slice(block.body.start, block.body.end),
      place: place(block),
    })),
  }))
  return {
    ...front,
    file: reporter.source.file,
    source: reporter.source.text,
    sections,
    parameters,
    definitions: allDefinitions,
    conditions,
    tables: allTables,
    amount,
    atMost,
    judgements,
    gaps,
    relations,
    groups,
    notAutomated,
    acknowledged,
    cases,
    ranks: [...used.ranks.values()],
    facts: [...used.facts],
  }
}
