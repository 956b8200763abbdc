/** The way back: SDMX-CSV and SDMX-JSON data messages as rows of readings, for whoever checks them to look through. */
import { dayOf } from '../../../../core/dates.ts'
import { readCsv } from '../../../../pack/csv.ts'
import type { Typed } from '../proposed.ts'
import { periodOf } from './period.ts'
import { COMPONENTS, TIME, VALUE } from './vocabulary.ts'

/** Components by id, each as its text. */
type Cells = Readonly<Record<string, string>>
export type SdmxReadings =
  | { readonly rows: readonly Typed[] }
  | { readonly problem: { readonly code: 'plan.table-sdmx'; readonly params: Readonly<Record<string, string>> } }

const NOTHING: SdmxReadings = { problem: { code: 'plan.table-sdmx', params: {} } }
const NEEDED = ['INDICATOR', TIME, VALUE] as const
const SYNTHETIC_NOTE = '虚构 · synthetic'

/** Whether a text is SDMX rather than a table of ours. */
export const isSdmx = (text: string): boolean => /^\s*\{/.test(text) || /^\s*"?(STRUCTURE|DATAFLOW)\b/.test(text)

const STATUSES: Readonly<Record<string, string>> = { '': 'final', A: 'final', B: 'final', P: 'provisional' }

/** What the unit means where it is not written out: a power of ten is part of it, since a value without it is another value. */
const unitIn = (cells: Cells): string => {
  const { UNIT = '', UNIT_MEASURE: unit = '', UNIT_MULT: power = '' } = cells
  if (UNIT !== '' || unit === '') return UNIT
  const words: Readonly<Record<string, string>> = {
    'PT 0': '%',
    'PT ': '%',
    'CNY 0': '元',
    'CNY 4': '万元',
    'CNY 8': '亿元',
    'PS 0': '人',
    'PS 4': '万人',
  }
  return words[`${unit} ${power}`] ?? (power === '' || power === '0' ? unit : `${unit} × 10^${power}`)
}

const rowOf = (cells: Cells): Typed => {
  const of = (id: string): string => cells[id] ?? ''
  const [note, dated] = [of('COMMENT'), of('SOURCE_DATE')]
  const isDay = dayOf(dated) !== null
  const remarks = [
    of('SYNTHETIC') === 'true' && !note.includes(SYNTHETIC_NOTE) ? SYNTHETIC_NOTE : '',
    note,
    // A source of which only the month or the year is known has no day.
    dated === '' || isDay ? '' : `来源日期 · source dated ${dated}`,
  ]
  return {
    indicator: of('INDICATOR'),
    series: of('SCOPE') || of('SERIES'),
    period: periodOf(of(TIME)),
    value: of(VALUE),
    unit: unitIn(cells),
    precision: of('PRECISION'),
    // A status that is not known here stays as it is, and is refused as one.
    status: STATUSES[of('OBS_STATUS')] ?? of('OBS_STATUS'),
    title: of('SOURCE'),
    publisher: of('PUBLISHER'),
    date: isDay ? dated : '',
    address: of('SOURCE_URL'),
    confidence: of('CONFIDENCE'),
    note: remarks.filter(Boolean).join(' · '),
    scope: of('SCOPE_NOTE'),
  }
}

/** An id with or without its label behind it. */
const bare = (text: string): string => text.split(': ')[0] ?? ''

const cellsOfCsv = (text: string): readonly Cells[] | null => {
  const { head, rows, problems } = readCsv(text, '')
  if (problems.length > 0) return null
  const ids = head.map((cell) => bare(cell.text))
  const isLabelled = head.some((cell) => cell.text.includes(': '))
  const coded = new Set(COMPONENTS.flatMap(({ id, list }) => (list === null ? [] : [id])))
  return rows.map((row) =>
    Object.fromEntries(
      ids.map((id, index) => {
        const cell = row[index]?.text ?? ''
        return [id, isLabelled && coded.has(id) ? bare(cell) : cell]
      }),
    ),
  )
}

type Json = Readonly<Record<string, unknown>>
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** JSON in which numbers stay the texts they are written as: `178.50` is not `178.5`. */
const textsOf = (text: string): unknown => {
  const keep = (_key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown =>
    typeof value === 'number' ? (source ?? String(value)) : value
  try {
    return JSON.parse(text, keep as Parameters<typeof JSON.parse>[1])
  } catch {
    return null
  }
}

type Part = { readonly id: string; readonly values: readonly string[] }
/** A dimension or attribute with its values: a code by its id, everything else as it is written. JSON 1.0 has names for what is not coded. */
const partsOf = (level: unknown): readonly Part[] =>
  listOf(level).map((part) => {
    const { id, values } = objectOf(part)
    return {
      id: String(id),
      values: listOf(values).map((value) => {
        const { id: code, value: plain, name } = objectOf(value)
        return String(code ?? plain ?? name ?? '')
      }),
    }
  })
const placed = (parts: readonly Part[], places: readonly unknown[]): Cells =>
  Object.fromEntries(
    parts.map(({ id, values }, index) => {
      const place = places[index]
      return [id, place === null || place === undefined ? '' : (values[Number(place)] ?? '')]
    }),
  )

const cellsOfJson = (text: string): readonly Cells[] | null => {
  const { data } = objectOf(textsOf(text))
  const { structures, structure: single, dataSets } = objectOf(data)
  return listOf(dataSets).flatMap((set) => {
    const dataSet = objectOf(set)
    const structure = objectOf(single ?? listOf(structures)[Number(dataSet.structure ?? 0)])
    const [dimensions, attributes] = [objectOf(structure.dimensions), objectOf(structure.attributes)]
    const measures = listOf(objectOf(structure.measures).observation).length
    const behind = structure.measures === undefined ? 1 : measures
    const whole = placed(partsOf(attributes.dataSet), listOf(dataSet.attributes))
    const told = (observations: unknown, series: Cells): readonly Cells[] =>
      Object.entries(objectOf(observations)).map(([key, cells]) => ({
        ...whole,
        ...series,
        ...placed(partsOf(dimensions.observation), key.split(':')),
        [VALUE]: String(listOf(cells)[0] ?? ''),
        ...placed(partsOf(attributes.observation), listOf(cells).slice(behind)),
      }))
    const series = Object.entries(objectOf(dataSet.series)).flatMap(([key, own]) => {
      const { attributes: places, observations } = objectOf(own)
      return told(observations, {
        ...placed(partsOf(dimensions.series), key.split(':')),
        ...placed(partsOf(attributes.series), listOf(places)),
      })
    })
    return [...series, ...told(dataSet.observations, {})]
  })
}

/** The observations of an SDMX text as rows of readings; a text that holds none is refused. Nothing is judged here: that is done where rows are looked through. */
export const readingsOfSdmx = (text: string): SdmxReadings => {
  const cells = /^\s*\{/.test(text) ? cellsOfJson(text) : cellsOfCsv(text)
  if (cells === null || cells.length === 0 || !NEEDED.every((id) => cells.every((each) => each[id] !== undefined))) return NOTHING
  return { rows: cells.map(rowOf) }
}
