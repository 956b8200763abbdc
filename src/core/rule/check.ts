/** A whole measure: every name in its place, every type settled, every case readable. All findings are collected; a measure with an error is none. */
import { type FactCatalogue, factOf } from '../facts.ts'
import type { Rounding } from '../money.ts'
import * as blocks from './blocks.ts'
import { casesOf } from './case-table.ts'
import { clauseHeading, type RawBlock, type RawDocument, type RawSection } from './document.ts'
import { checkGrade } from './grade.ts'
import { placeOf, type Span } from './lines.ts'
import { parametersOf } from './parameters.ts'
import { conditionsOf, groupsOf, limitedBy, relationsOf } from './relation-effects.ts'
import { type RawRelation, readRelations } from './relations.ts'
import type { Reporter } from './report.ts'
import { roundingOf } from './rounding.ts'
import type { Syntax } from './syntax.ts'
import { HIT_POLICIES, isHitPolicy, type RawTableBlock, tableOf } from './tables.ts'
import type { Block, Case, Condition, Definition, FrontMatter, Gap, Judgement, Measure, Node, Rank, Section, Table } from './tree.ts'
import { isMoneyType, MAX_NESTING, type Scope, typed } from './typed.ts'
import type { Type } from './types.ts'
import { typeText } from './units.ts'
import { depthOf, nodesOfGroup, tablesIn } from './walk.ts'
import { checkWork } from './work.ts'

/** A mask has a bit for each and one for the amount: 31, which every back end holds. */
const MAX_REASONS = 30
const REASONS = { zh: '条件与判断', en: 'conditions and judgements' }
const MAX_DEFINITIONS = 200
const MAX_TABLES = 50

type Amount = NonNullable<Measure['amount']>
type RawAmount = { readonly syntax: Syntax; readonly rounding: Rounding; readonly section: RawSection; readonly span: Span }

/** Reads every block and settles every name. Null if anything is wrong. */
export const measureOf = (
  reporter: Reporter,
  document: RawDocument,
  front: FrontMatter | null,
  catalogue: FactCatalogue,
): Measure | null => {
  const place = (span: Span) => placeOf(reporter.source, span.start, span.end)
  const written = (span: Span): string => reporter.source.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  const inSection = (section: RawSection): string | undefined => reporter.inClause(clauseHeading(section))

  const rawParameters: { raw: blocks.RawParameter; section: RawSection }[] = []
  const rawDefinitions = new Map<string, { raw: blocks.RawDefinition; section: RawSection }>()
  const rawTables = new Map<string, RawTableBlock>()
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
  const used = { facts: new Set<string>(), names: new Set<string>(), ranks: new Map<string, Rank>() }
  const built = { depth: 0, nodes: 0 }
  const { parameters, types: parameterTypes } = parametersOf(reporter, rawParameters, { used, built })

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
    const result = tableOf(reporter, scope, name, raw, parameters)
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
  rawConditions.push(...conditionsOf(rawRelations))
  const limits = limitedBy(reporter, amounts[amountKey]?.syntax ?? null, rawRelations)
  const limitedAmount = amounts[amountKey]
  if (limitedAmount && limits) amounts[amountKey] = { ...limitedAmount, syntax: limits }

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
  const groups = groupsOf(reporter, scope, rawRelations, front)
  const relations = relationsOf(reporter, rawRelations)
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
