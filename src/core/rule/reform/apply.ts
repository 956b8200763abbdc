/** The law as it would be: every change is written into the text of its measure, and the language's own reader reads it again. */
import { addDays, type Day } from '../../dates.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { FactCatalogue } from '../../facts.ts'
import { hintOf } from '../../nearest.ts'
import { sourceOf } from '../lines.ts'
import { scopeOfNothing } from '../parameters.ts'
import { parseLiteral } from '../parse.ts'
import { readMeasure } from '../read.ts'
import { reporterOf } from '../report.ts'
import type { Measure, Parameter, ParameterVersion } from '../tree.ts'
import { typed } from '../typed.ts'
import type { Type } from '../types.ts'
import { sameType, typeText } from '../units.ts'
import { findingOf, type Reform, type Setting } from './reform.ts'

/** Measures in the order of the pack, and the facts that they may name. */
export type Law = { readonly measures: readonly Measure[]; readonly facts: FactCatalogue }

/** `measures` holds the very measures of the law where nothing was changed; null if something is wrong. */
export type Reformed = { readonly measures: readonly Measure[] | null; readonly diagnostics: readonly Diagnostic[] }

export const IN_FORCE = 'in_force'

const offsetOf = (text: string, { line, column }: Place): number => sourceOf(text, '').starts[line - 1]! + column - 1

/** A version as a document writes it, cut off before a day; none if it begins on that day or later. */
const versionBefore = ({ validity: { from, to }, known, written }: ParameterVersion, day: Day): readonly string[] => {
  if (from !== null && from >= day) return []
  const last = to === null || to >= day ? addDays(day, -1) : to
  return [`${from ?? ''}..${last}: ${written}${known === null ? '' : ` known ${known}`}`]
}

/** The text with another version of a parameter from a day on, in place of all that it said for that day and later. */
const withVersion = (text: string, { name, place, versions }: Parameter, value: string, from: Day): string => {
  const start = offsetOf(text, place) + name.length
  const head = /^\s*(?:[(（][^)）\n]*[)）]\s*)?[:：]\s*/.exec(text.slice(start))?.[0].length ?? 0
  const body = start + head
  const lineEnd = text.indexOf('\n', body)
  const end = /^[{｛]/.test(text.slice(body, body + 1)) ? body + text.slice(body).search(/[}｝]/) + 1 : lineEnd < 0 ? text.length : lineEnd
  const all = [...versions.flatMap((version) => versionBefore(version, from)), `${from}..: ${value}`]
  return `${text.slice(0, body)}{ ${all.join(', ')} }${text.slice(end)}`
}

const withValidity = (text: string, { places }: Measure, value: string): string => {
  const start = offsetOf(text, places[IN_FORCE]!)
  const end = text.indexOf('\n', start)
  return `${text.slice(0, start)}${value}${text.slice(end)}`
}

/** Whether it is one value and nothing that would write more into the document than a value. */
const isOneValue = (value: string): boolean => !/[{}｛｝,，\n]| known /.test(value.replace(/"[^"]*"/g, ''))

/** Writes one setting into a measure. */
const settled = (measure: Measure, change: Setting, facts: FactCatalogue, on: Day): Measure | readonly Diagnostic[] => {
  const { name, value, place } = change
  if (!isOneValue(value)) return [findingOf('reform.value', place, { value })]
  const parameter = measure.parameters.find((each) => each.name === name)
  if (!parameter && name !== IN_FORCE) {
    const names = [...measure.parameters.map((each) => each.name), IN_FORCE]
    return [findingOf('reform.parameter-unknown', place, { id: measure.id, name, hint: hintOf(name, names) })]
  }
  const type = parameter && typeOfValue(value)
  // Said of the change itself: what follows from it in the rule explains less.
  if (type && !sameType(parameter.type, type))
    return [findingOf('reform.type', place, { name, expected: typeText(parameter.type), value, found: typeText(type) })]
  const text = parameter ? withVersion(measure.source, parameter, value, change.from ?? on) : withValidity(measure.source, measure, value)
  const { measure: read, diagnostics } = readMeasure(text, measure.file, facts)
  return read ?? diagnostics
}

/** The type of a value as it is written; null if it is none, which the reader of the document says in full. */
const typeOfValue = (value: string): Type | null => {
  const reporter = reporterOf(sourceOf(value, ''))
  const syntax = parseLiteral(reporter, { start: 0, end: value.length })
  const scope = scopeOfNothing({ used: { facts: new Set(), names: new Set(), ranks: new Map() }, built: { depth: 0, nodes: 0 } })
  return syntax && (typed(reporter, scope, syntax, '')?.type ?? null)
}

/** Writes a reform into the law. `on` is the day from which a setting holds that names none. Everything that is wrong is reported at once. */
export const reformed = ({ measures, facts }: Law, reform: Reform, on: Day): Reformed => {
  const diagnostics: Diagnostic[] = []
  const law = new Map(measures.map((measure) => [measure.id, measure]))
  for (const change of reform) {
    if (change.kind !== 'document') continue
    const read = readMeasure(change.text, change.file, facts)
    diagnostics.push(...read.diagnostics.filter(({ severity }) => severity === 'error'))
    if (read.measure) law.set(read.measure.id, read.measure)
  }
  for (const change of reform) {
    if (change.kind !== 'set') continue
    const measure = law.get(change.measure)
    const result = measure
      ? settled(measure, change, facts, on)
      : [findingOf('reform.measure-unknown', change.place, { id: change.measure, hint: hintOf(change.measure, law.keys()) })]
    if ('id' in result) law.set(change.measure, result)
    else diagnostics.push(...result.filter(({ severity }) => severity === 'error'))
  }
  return { measures: diagnostics.length > 0 ? null : [...law.values()], diagnostics }
}
