/** What only shows across files: references, duplicates, units, sources, stale blocks, expired parameters, unused amounts, unfair conditions, failing cases. */
import { addDays, isIn } from '../core/dates.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { compare, exactOf } from '../core/exact.ts'
import { hintOf } from '../core/nearest.ts'
import { unitOf } from '../core/rule/units.ts'
import { checkMeasure } from './check-measure.ts'
import type { Pack } from './pack.ts'
import { type Report, reporting } from './report.ts'
import type { TableName } from './tables.ts'

const reference = (report: Report, table: TableName, known: ReadonlyMap<string, unknown>, value: string | null, place: Place): void => {
  if (value !== null && !known.has(value)) report('pack.reference', place, { table, value, hint: hintOf(value, known.keys()) })
}

const checkReferences = (pack: Pack, report: Report): void => {
  const sources = (ids: readonly string[], place: Place) => {
    for (const id of ids) reference(report, 'sources', pack.sources, id, place)
  }
  for (const each of pack.documents.values()) {
    sources(each.sources, each.place)
    reference(report, 'documents', pack.documents, each.supersedes, each.place)
  }
  for (const each of pack.districts.values()) reference(report, 'sources', pack.sources, each.source, each.place)
  for (const each of pack.tasks.values()) {
    sources([each.source], each.place)
    reference(report, 'tasks', pack.tasks, each.parent, each.place)
    reference(report, 'documents', pack.documents, each.document, each.place)
  }
  for (const each of pack.indicators.values()) {
    for (const task of each.tasks) reference(report, 'tasks', pack.tasks, task, each.place)
    for (const other of each.related) reference(report, 'indicators', pack.indicators, other, each.place)
  }
  for (const each of pack.goals) {
    sources([each.source], each.place)
    reference(report, 'documents', pack.documents, each.document, each.place)
  }
  for (const each of [...pack.targets, ...pack.readings]) {
    sources([each.source], each.place)
    reference(report, 'indicators', pack.indicators, each.indicator, each.place)
  }
  for (const each of pack.targets) reference(report, 'documents', pack.documents, each.document, each.place)
  for (const measure of pack.measures.values()) {
    const place = (key: string): Place => measure.places[key] ?? measure.places.id!
    reference(report, 'documents', pack.documents, measure.document, place('document'))
    reference(report, 'departments', pack.departments, measure.department, place('department'))
    reference(report, 'districts', pack.districts, measure.level, place('level'))
    for (const task of measure.tasks) reference(report, 'tasks', pack.tasks, task, place('tasks'))
    sources(measure.sources, place('sources'))
  }
}

const checkNumbers = (pack: Pack, report: Report): void => {
  for (const each of pack.readings) {
    const indicator = pack.indicators.get(each.indicator)
    if (!indicator) continue
    if (each.unit !== indicator.unit.zh) report('pack.unit', each.place, { found: each.unit, expected: indicator.unit.zh })
  }
  for (const each of [...pack.readings, ...pack.targets]) {
    const indicator = pack.indicators.get(each.indicator)
    const value = exactOf(each.value)
    if (!indicator || value === null) continue
    const [low, high] = [indicator.min, indicator.max].map((bound) => (bound === null ? null : exactOf(bound)))
    if ((low != null && compare(value, low) < 0) || (high != null && compare(value, high) > 0)) {
      report('pack.bounds', each.place, { value: each.value, low: indicator.min ?? '−∞', high: indicator.max ?? '∞' })
    }
  }
  const seen = new Map<string, Place>()
  for (const each of pack.readings) {
    const key = [each.indicator, each.series, each.period, each.source].join(' · ')
    const first = seen.get(key)
    if (first)
      report('pack.duplicate', each.place, { value: key }, { other: { place: first, note: { zh: '第一处', en: 'first given here' } } })
    seen.set(key, each.place)
  }
  for (const each of pack.targets) {
    const key = [each.indicator, each.period, each.source, each.document ?? ''].join(' · ')
    const first = seen.get(key)
    if (first)
      report('pack.duplicate', each.place, { value: key }, { other: { place: first, note: { zh: '第一处', en: 'first given here' } } })
    seen.set(key, each.place)
  }
}

const checkFacts = (pack: Pack, report: Report): void => {
  for (const fact of pack.facts.values()) {
    if (fact.unit !== null && !unitOf(fact.unit)) report('pack.fact-unit', fact.place, { unit: fact.unit })
    if (fact.type === 'enum') {
      const zh = fact.values.length
      const en = new Set(fact.values.map((value) => value.en)).size
      if (zh === 0 || en !== zh || fact.values.some((value) => /\p{Script=Han}/u.test(value.en)))
        report('pack.enum-english', fact.place, { name: fact.name, zh, en })
    }
  }
}

/** Everything wrong across the files of a pack on a given day. */
export const checkPack = (pack: Pack, today: string): readonly Diagnostic[] => {
  const { found, report } = reporting(pack.files)
  checkReferences(pack, report)
  checkNumbers(pack, report)
  checkFacts(pack, report)
  for (const measure of pack.measures.values()) checkMeasure(pack, measure, today, report)
  for (const measure of pack.measures.values()) {
    for (const parameter of measure.parameters) {
      const last = parameter.versions.at(-1)?.validity.to ?? null
      const inForce = isIn(measure.inForce, today) && !measure.inForce.fromUnknown
      if (inForce && !parameter.versions.some((version) => isIn(version.validity, today))) {
        report('pack.parameter-expired', parameter.place, { name: parameter.name, on: today }, { severity: 'warning' })
      } else if (inForce && last !== null && last <= addDays(today, 90) && (measure.inForce.to === null || last < measure.inForce.to)) {
        report('pack.parameter-ending', parameter.place, { name: parameter.name, to: last }, { severity: 'warning' })
      }
    }
  }
  return found
}
