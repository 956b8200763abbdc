/** From named texts to one checked value, or to every finding that says why not. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Day } from '../core/dates.ts'
import type { FactCatalogue } from '../core/facts.ts'
import { readMeasure } from '../core/rule/read.ts'
import type { Measure } from '../core/rule/tree.ts'
import { checkAcknowledged, checkMeasure } from './check/measure.ts'
import { checkPopulation } from './check/population.ts'
import { checkGroups } from './check/relations.ts'
import { checkTables, namesOf, type Rows } from './check/tables.ts'
import { corrected } from './corrected.ts'
import { readCsv } from './csv.ts'
import { DESCRIPTOR, type Descriptor, descriptorOf } from './descriptor.ts'
import type { CalendarDay, Pack, PackCalendar, ReadResult } from './pack.ts'
import { populationIn } from './population.ts'
import { placeAt, type Reporter, reporting, topOf } from './report.ts'
import { type Row, rowsOf } from './rows.ts'
import { type TableName, tableNames } from './tables.ts'
import { textsOf } from './texts.ts'
import * as typed from './typed.ts'

/** SHA-256 over the sorted list of (path, SHA-256 of the text): the same text has the same hash on every machine. */
export const hashOfFiles = (files: ReadonlyMap<string, string>): string => {
  const whole = createHash('sha256')
  for (const name of [...files.keys()].sort()) whole.update(`${name}\0${createHash('sha256').update(files.get(name)!).digest('hex')}\n`)
  return whole.digest('hex')
}

const isMeasure = (file: string, descriptor: Descriptor): boolean =>
  file.startsWith(`${descriptor.measures}/`) && file.endsWith('.md') && path.posix.basename(file) !== 'README.md'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BROKEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/

/** Characters that no text has and no database keeps. Measures are held against their own, stricter rule when they are read. */
const checkCharacters = (files: ReadonlyMap<string, string>, descriptor: Descriptor, { report }: Reporter): void => {
  for (const [file, text] of files) {
    const found = isMeasure(file, descriptor) ? null : BROKEN.exec(text)
    if (!found) continue
    const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    report('pack.character', placeAt(file, text, found.index, 1), { name })
  }
}

/** A table that the descriptor does not list would be passed over in silence. */
const checkListed = (files: ReadonlyMap<string, string>, descriptor: Descriptor, { report }: Reporter): void => {
  const listed = new Set(Object.values(descriptor.tables).flatMap(({ paths }) => paths))
  for (const file of files.keys())
    if (file.endsWith('.csv') && !listed.has(file)) report('pack.file-unlisted', topOf(file), {}, { severity: 'warning' })
}

/** The rows of one table from all of its files; null if one of them cannot be read as this table. */
const rowsIn = (name: TableName, descriptor: Descriptor, files: ReadonlyMap<string, string>, reporter: Reporter): readonly Row[] | null => {
  const { paths, place } = descriptor.tables[name]
  const parts = paths.map((file) => {
    const text = files.get(file)
    if (text === undefined) {
      reporter.report('pack.file-missing', place, { path: file })
      return null
    }
    const csv = readCsv(text, file)
    for (const problem of csv.problems) reporter.report(problem.code, problem.place, problem.params)
    return rowsOf(name, csv, reporter)
  })
  return parts.includes(null) ? null : parts.flatMap((rows) => rows ?? [])
}

/** Values by name; of two of the same name, which is reported elsewhere, the first. */
const keyed = <T>(rows: readonly Row[] | null, read: (row: Row) => T, key: (value: T) => string): ReadonlyMap<string, T> => {
  const map = new Map<string, T>()
  for (const value of listed(rows, read)) if (!map.has(key(value))) map.set(key(value), value)
  return map
}
const listed = <T>(rows: readonly Row[] | null, read: (row: Row) => T): readonly T[] => (rows ?? []).filter((row) => row.good).map(read)

const calendarOf = (days: ReadonlyMap<Day, CalendarDay>): PackCalendar => {
  const all = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  const hash = createHash('sha256')
  for (const { day, kind, year } of all) hash.update(`${day} ${kind} ${year}\n`)
  return {
    days: new Map(all.map((each) => [each.day, each])),
    years: [...new Set(all.map(({ year }) => year))].sort(),
    hash: hash.digest('hex'),
  }
}

const measuresIn = (
  files: ReadonlyMap<string, string>,
  descriptor: Descriptor,
  facts: FactCatalogue,
  { found, report }: Reporter,
): ReadonlyMap<string, Measure> => {
  const measures = new Map<string, Measure>()
  for (const file of [...files.keys()].sort()) {
    if (!isMeasure(file, descriptor)) continue
    const { measure, diagnostics } = readMeasure(files.get(file)!, file, facts)
    found.push(...diagnostics)
    if (!measure) continue
    const place = measure.places.id!
    if (`${measure.id}.md` !== path.posix.basename(file)) report('pack.measure-file', place, { id: measure.id })
    const first = measures.get(measure.id)
    const other = first && { place: first.places.id!, note: { zh: '第一处', en: 'first given here' } }
    if (other) report('pack.duplicate', place, { value: measure.id }, { other })
    else measures.set(measure.id, measure)
  }
  return measures
}

/** Takes out the warnings that a measure acknowledges; a line that answers no warning is one itself. */
const acknowledge = (measures: ReadonlyMap<string, Measure>, reporter: Reporter): void => {
  const { found } = reporter
  for (const measure of measures.values()) {
    const own = found.filter((each) => each.severity === 'warning' && each.place.file === measure.file)
    checkAcknowledged(measure, new Set(own.map((each) => each.code)), reporter)
    const codes = new Set(measure.acknowledged.map((each) => each.code))
    for (const each of own) if (codes.has(each.code)) found.splice(found.indexOf(each), 1)
  }
}

/**
 * Builds and checks a pack from its texts. `today` is the day on which expiry is judged; no clock is read here. With `clausesMayHaveChanged` a block whose
 * clause was edited is no error: that is what stamping settles. A pack that was good once stays good: only warnings depend on the day.
 */
export const packOf = (files: ReadonlyMap<string, string>, today: Day, { clausesMayHaveChanged = false } = {}): ReadResult => {
  const reporter = reporting(files)
  const { found, report } = reporter
  const text = files.get(DESCRIPTOR)
  if (text === undefined) report('pack.datapackage', topOf(DESCRIPTOR), { reason: { zh: '不存在', en: 'does not exist' } })
  const descriptor = text === undefined ? null : descriptorOf(text, reporter)
  if (!descriptor) return { pack: null, diagnostics: found }
  checkCharacters(files, descriptor, reporter)
  checkListed(files, descriptor, reporter)

  const rows = Object.fromEntries(tableNames.map((name) => [name, rowsIn(name, descriptor, files, reporter)])) as Rows
  const names = namesOf(rows)
  checkTables(rows, names, reporter)
  const facts = keyed(rows.facts, typed.factOf, (each) => each.name)
  // Without a catalogue of facts every word of every rule would be unknown.
  const measures = rows.facts ? measuresIn(files, descriptor, facts, reporter) : new Map<string, Measure>()
  const districts = keyed(rows.districts, typed.districtOf, (each) => each.name)
  const sources = keyed(rows.sources, typed.sourceOf, (each) => each.id)
  const pack: Pack = {
    ...descriptor.about,
    hash: hashOfFiles(files),
    files,
    facts,
    measures,
    sources,
    documents: keyed(rows.documents, typed.documentOf, (each) => each.id),
    departments: keyed(rows.departments, typed.departmentOf, (each) => each.name),
    districts,
    tasks: keyed(rows.tasks, typed.taskOf, (each) => each.id),
    progress: listed(rows.progress, typed.progressOf),
    projects: keyed(rows.projects, typed.projectOf, (each) => each.id),
    indicators: keyed(rows.indicators, typed.indicatorOf, (each) => each.id),
    targets: listed(rows.targets, typed.targetOf),
    readings: corrected(listed(rows.readings, typed.readingOf), sources),
    goals: listed(rows.goals, typed.goalOf),
    calendar: calendarOf(keyed(rows.calendar, typed.calendarDayOf, (each) => each.day)),
    population: populationIn(rows.population, { facts, measures, names }, districts, reporter),
  }
  for (const measure of measures.values()) checkMeasure(pack, names, measure, today, reporter)
  checkGroups(pack, reporter)
  checkPopulation(pack, reporter)
  acknowledge(measures, reporter)
  const diagnostics = clausesMayHaveChanged ? found.filter((each) => each.code !== 'pack.clause-changed') : found
  return { pack: diagnostics.some((each) => each.severity === 'error') ? null : pack, diagnostics }
}

/** Reads, builds and checks the pack in a folder. */
export const readPack = async (folder: string, today: Day): Promise<ReadResult> => {
  const { files, diagnostics } = await textsOf(folder)
  if (diagnostics.some((each) => each.severity === 'error')) return { pack: null, diagnostics }
  const result = packOf(files, today)
  return { pack: result.pack, diagnostics: [...diagnostics, ...result.diagnostics] }
}
