/** What is asked of one measure beyond its own grammar. */
import { compare, type Exact, exactOf, multiply } from '../core/exact.ts'
import { factOf } from '../core/facts.ts'
import type { Text } from '../core/messages.ts'
import { runCases } from '../core/rule/cases.ts'
import type { Measure, Node } from '../core/rule/tree.ts'
import { isMoney, unitOf } from '../core/rule/units.ts'
import { childrenOf } from '../core/rule/walk.ts'
import { clauseHash, STAMPED } from './clause.ts'
import type { Pack } from './pack.ts'
import type { Report } from './report.ts'

const MIN_CASES = 6

const ABOUT: Readonly<Record<'registration' | 'tax' | 'statistics', Text>> = {
  registration: { zh: '注册地或迁入', en: 'where one is registered or moves to' },
  tax: { zh: '纳税', en: 'tax paid' },
  statistics: { zh: '统计归属', en: 'where one is counted' },
}

/** Money and percentages that a clause names, as exact numbers (fen, share). */
const amountsIn = (text: string): readonly { readonly written: string; readonly kind: 'money' | 'percent'; readonly value: Exact }[] =>
  [...text.matchAll(/(\d+(?:\.\d+)?)\s?(%|％|‰|亿元|千万元|百万元|万元|元)/g)].flatMap((found) => {
    const meaning = unitOf(found[2]!.replace('％', '%'))
    const number = exactOf(found[1]!)
    if (!meaning || number === null) return []
    return [
      { written: found[0], kind: meaning.percent ? ('percent' as const) : ('money' as const), value: multiply(number, meaning.factor) },
    ]
  })

/** Every literal a measure computes with. */
const literalsOf = (measure: Measure): readonly { readonly kind: 'money' | 'percent' | 'other'; readonly value: Exact }[] => {
  const found: { kind: 'money' | 'percent' | 'other'; value: Exact }[] = []
  const add = (type: Node['type'], value: unknown): void => {
    if (type.kind !== 'number' || typeof value === 'string' || typeof value === 'boolean') return
    found.push({ kind: type.percent ? 'percent' : isMoney(type.unit) || '元' in type.unit ? 'money' : 'other', value: value as Exact })
  }
  const walk = (node: Node): void => {
    if (node.kind === 'literal') add(node.type, node.value)
    for (const child of childrenOf(node)) walk(child)
  }
  for (const { node } of [...measure.conditions, ...measure.definitions]) walk(node)
  for (const table of measure.tables) for (const row of table.rows) [row.when, row.value].forEach(walk)
  for (const limit of [measure.amount, measure.atMost]) if (limit) walk(limit.node)
  for (const parameter of measure.parameters) for (const version of parameter.versions) add(parameter.type, version.value)
  return found
}

/** Literals that facts are compared with: the thresholds a case should stand on. */
const thresholdsOf = (measure: Measure): number => {
  let count = 0
  const walk = (node: Node): void => {
    if (node.kind === 'compare' || node.kind === 'between') count++
    for (const child of childrenOf(node)) walk(child)
  }
  for (const { node } of measure.conditions) walk(node)
  for (const table of measure.tables) for (const row of table.rows) walk(row.when)
  return count
}

export const checkMeasure = (pack: Pack, measure: Measure, today: string, report: Report): void => {
  const acknowledged = new Set(measure.acknowledged.map((each) => each.code))
  const raised = new Set<string>()
  const warn: Report = (code, place, params, more = {}) => {
    raised.add(code)
    if (!acknowledged.has(code)) report(code, place, params, { severity: 'warning', ...more })
  }
  const top = measure.places.id!

  for (const section of measure.sections) {
    const now = clauseHash(section)
    const clause = `{#${section.anchor}} ${section.heading}`
    for (const block of section.blocks) {
      if (!STAMPED.has(block.kind)) continue
      if (block.clause === null) warn('pack.block-unstamped', block.place, {}, { clause })
      else if (block.clause !== now) {
        report(
          'pack.clause-changed',
          block.place,
          { old: block.clause, now },
          { clause, other: { place: section.place, note: { zh: '条款在此', en: 'the clause stands here' } } },
        )
      }
    }
    if (section.clause.en === '')
      warn('pack.english-missing', section.place, { what: { zh: `条款“${section.heading}”`, en: `the clause "${section.heading}"` } })
    if (measure.grade === 'text') continue
    const known = literalsOf(measure)
    const named = measure.notAutomated.flatMap((each) => amountsIn(each.literal))
    for (const amount of amountsIn(section.clause.zh)) {
      if ([...known, ...named].some((each) => each.kind === amount.kind && compare(each.value, amount.value) === 0)) continue
      warn('pack.amount-unused', section.place, { amount: amount.written }, { clause })
    }
  }

  const english: [name: string, english: string | null, place: typeof top][] = [
    [measure.title, measure.titleEnglish, measure.places.title ?? top],
    [measure.subject, measure.subjectEnglish, measure.places.subject ?? top],
    ...[...measure.parameters, ...measure.judgements, ...measure.gaps].map((each): [string, string | null, typeof top] => [
      each.name,
      each.english,
      each.place,
    ]),
    ...measure.definitions.map((each): [string, string | null, typeof top] => [each.name, each.english, each.node.place]),
    ...measure.tables.map((each): [string, string | null, typeof top] => [each.name, each.english, each.place]),
  ]
  for (const [name, text, place] of english) if (text === null) warn('pack.english-missing', place, { what: name })

  const rule = pack.fairCompetition
  const mayBeInForce =
    rule !== null && !measure.draft && (measure.inForce.to === null || measure.inForce.to >= rule.from) && today >= rule.from
  if (mayBeInForce) {
    for (const key of measure.facts) {
      const about = factOf(key, pack.facts)?.declaration.competition
      if (about) warn('pack.fair-competition', top, { fact: key, about: ABOUT[about], from: rule.from, basis: rule.basis })
    }
  }

  if (measure.grade === 'executable') {
    if (measure.cases.length < MIN_CASES) warn('pack.cases-few', top, { needed: MIN_CASES, found: measure.cases.length })
    const results = runCases(measure, pack.facts)
    const answers = new Set(
      results.map(({ outcome, on }) => `${outcome?.status} ${outcome?.amount} ${outcome?.failed.map((each) => each.node).join()} ${on}`),
    )
    if (thresholdsOf(measure) > 0 && answers.size < 3) warn('pack.cases-boundary', top)
  }
  for (const { case: each, passed, difference } of runCases(measure, pack.facts))
    if (!passed) report('pack.case-fails', each.place, { difference: difference! })
  for (const each of measure.acknowledged)
    if (!raised.has(each.code) && !(each.code === 'pack.fair-competition' && !mayBeInForce))
      report('pack.acknowledged-unknown', each.place, { code: each.code }, { severity: 'warning' })
}
