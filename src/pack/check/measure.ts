/** What is asked of one measure beyond its own grammar: names, reviewed clauses, amounts that are used, English, fair competition, worked cases. */
import { addDays, type Day, isIn } from '../../core/dates.ts'
import type { Place } from '../../core/diagnostic.ts'
import { factOf } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import type { Measure, Node } from '../../core/rule/tree.ts'
import { clauseHash, STAMPED } from '../clause.ts'
import type { Pack } from '../pack.ts'
import type { Report, Reporter } from '../report.ts'
import { checkAmounts } from './amounts.ts'
import { checkCases } from './cases.ts'
import { headingOf, nodesOf, type Warn } from './nodes.ts'
import { checkRelations } from './relations.ts'
import { checkName, type Names } from './tables.ts'

/** A parameter that ends within so many days is warned of, so that there is time to publish the next version. */
const ENDING_DAYS = 90

const checkNames = (measure: Measure, names: Names, reporter: Reporter): void => {
  const place = (key: string): Place => measure.places[key] ?? measure.places.id!
  checkName(names, 'documents', measure.document, place('document'), reporter)
  checkName(names, 'departments', measure.department, place('department'), reporter)
  checkName(names, 'districts', measure.level, place('level'), reporter)
  for (const task of measure.tasks) checkName(names, 'tasks', task, place('tasks'), reporter)
  for (const source of measure.sources) checkName(names, 'sources', source, place('sources'), reporter)
}

const checkStamps = (measure: Measure, report: Report, warn: Warn): void => {
  for (const section of measure.sections) {
    const [now, clause] = [clauseHash(section), headingOf(section)]
    for (const block of section.blocks) {
      if (!STAMPED.has(block.kind) || block.clause === now) continue
      if (block.clause === null) {
        warn('pack.block-unstamped', block.place, {}, clause)
        continue
      }
      const other = { place: section.place, note: { zh: '条款在此', en: 'the clause stands here' } }
      report('pack.clause-changed', block.place, { old: block.clause, now }, { clause, other })
    }
  }
}

const checkEnglish = (measure: Measure, warn: Warn): void => {
  const top = measure.places.id!
  const named = [...measure.parameters, ...measure.judgements, ...measure.gaps, ...measure.tables]
  const texts: readonly (readonly [what: string | Text, english: string | null, place: Place])[] = [
    [measure.title, measure.titleEnglish, measure.places.title ?? top],
    [measure.subject, measure.subjectEnglish, measure.places.subject ?? top],
    ...(measure.oncePer === null ? [] : [[measure.oncePer, measure.oncePerEnglish, measure.places.once_per ?? top] as const]),
    ...measure.sections.flatMap(({ heading, headingEnglish, clause, place }) => [
      [{ zh: `标题“${heading}”`, en: `the heading "${heading}"` }, headingEnglish, place] as const,
      [{ zh: `条款“${heading}”`, en: `the clause "${heading}"` }, clause.en === '' ? null : clause.en, place] as const,
    ]),
    ...[...measure.judgements, ...measure.gaps, ...measure.relations].map(
      ({ text, textEnglish, place }) => [{ zh: `说明“${text}”`, en: `the explanation "${text}"` }, textEnglish, place] as const,
    ),
    ...measure.groups.flatMap((group) =>
      group.kind === 'share' ? group.parts.map(({ budget, budgetEnglish }) => [budget, budgetEnglish, group.place] as const) : [],
    ),
    ...named.map(({ name, english, place }) => [name, english, place] as const),
    ...measure.definitions.map(({ name, english, node }) => [name, english, node.place] as const),
  ]
  for (const [what, english, place] of texts) if (english === null) warn('pack.english-missing', place, { what })
}

const ABOUT: Readonly<Record<'registration' | 'tax' | 'statistics', Text>> = {
  registration: { zh: '注册地或迁入', en: 'where one is registered or moves to' },
  tax: { zh: '纳税', en: 'tax paid' },
  statistics: { zh: '统计归属', en: 'where one is counted' },
}

/** Facts on registration, tax and statistics, in a measure that may still be in force when awards may no longer depend on them. */
const checkCompetition = (pack: Pack, measure: Measure, nodes: readonly Node[], today: Day, warn: Warn): void => {
  const rule = pack.fairCompetition
  if (!rule || today < rule.from || measure.draft || (measure.inForce.to !== null && measure.inForce.to < rule.from)) return
  const seen = new Set<string>()
  for (const node of nodes) {
    const about = node.kind === 'fact' ? factOf(node.key, pack.facts)?.declaration.competition : null
    if (node.kind !== 'fact' || !about || seen.has(node.key)) continue
    seen.add(node.key)
    warn('pack.fair-competition', node.place, { fact: node.key, about: ABOUT[about], from: rule.from, basis: rule.basis })
  }
}

/** A measure past its last day belongs to a document that is known to have expired, or somebody has to look. */
const checkValidity = (pack: Pack, measure: Measure, today: Day, report: Report): void => {
  const { to } = measure.inForce
  const document = pack.documents.get(measure.document)
  if (to === null || to >= today || measure.draft || !document || document.status === 'expired' || document.status === 'draft') return
  const other = { place: document.place, note: { zh: '所属文件在此', en: 'the document stands here' } }
  const params = { to, document: document.id, status: document.status }
  report('pack.measure-expired', measure.places.in_force ?? measure.places.id!, params, { severity: 'warning', other })
}

const checkParameters = (measure: Measure, today: Day, warn: Warn): void => {
  if (!isIn(measure.inForce, today) || measure.inForce.fromUnknown) return
  for (const parameter of measure.parameters) {
    const ends = parameter.versions.map(({ validity }) => validity.to)
    const last = ends.includes(null) ? null : ends.toSorted().at(-1)!
    if (!parameter.versions.some(({ validity }) => isIn(validity, today)))
      warn('pack.parameter-expired', parameter.place, { name: parameter.name, on: today })
    else if (last !== null && last <= addDays(today, ENDING_DAYS) && (measure.inForce.to === null || last < measure.inForce.to))
      warn('pack.parameter-ending', parameter.place, { name: parameter.name, to: last })
  }
}

/** Everything wrong with one measure inside its pack on a given day. */
export const checkMeasure = (pack: Pack, names: Names, measure: Measure, today: Day, reporter: Reporter): void => {
  const { report } = reporter
  const warn: Warn = (code, place, params, clause) => report(code, place, params, { severity: 'warning', ...(clause ? { clause } : {}) })
  const nodes = nodesOf(measure)
  checkNames(measure, names, reporter)
  checkRelations(pack, measure, reporter)
  checkValidity(pack, measure, today, report)
  checkStamps(measure, report, warn)
  checkAmounts(measure, nodes, warn)
  checkEnglish(measure, warn)
  checkCompetition(pack, measure, nodes, today, warn)
  checkParameters(measure, today, warn)
  checkCases(pack, measure, nodes, report, warn)
}

/** Warnings that come and go with the day: accepting one in advance, or keeping the note when it has passed, is no mistake. */
const DATED: ReadonlySet<string> = new Set([
  'pack.fair-competition',
  'pack.measure-expired',
  'pack.parameter-ending',
  'pack.parameter-expired',
])

/** The lines `CODE DATE：说明` of a measure that answer no warning; `raised` are the codes of its warnings. */
export const checkAcknowledged = (measure: Measure, raised: ReadonlySet<string>, { report }: Reporter): void => {
  for (const each of measure.acknowledged) {
    if (!raised.has(each.code) && !DATED.has(each.code))
      report('pack.acknowledged-unknown', each.place, { code: each.code }, { severity: 'warning' })
  }
}
