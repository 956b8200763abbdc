/**
 * A pack for a reader's browser: what deciding and explaining needs, as JSON. Texts that only other pages show (clauses, cases, tables of the plan) stay behind, and so do places
 * in files: in a browser nobody reads a diagnostic.
 */
import type { Place } from '../core/diagnostic.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { Pack } from './pack.ts'

const NOWHERE: Place = { file: '', line: 0, column: 0, end: 0 }

/** Maps and exact fractions have a member of these names; nothing in a pack has. */
const MAP = '$map'
const FRACTION = '$exact'

const toJson = (name: string, value: unknown): unknown => {
  if (name === 'place') return 0
  if (name === 'places') return {}
  if (value instanceof Map) return { [MAP]: [...value] }
  if (typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'bigint' && 'd' in value)
    return { [FRACTION]: [String(value.n), String(value.d)] }
  return value
}

const fromJson = (name: string, value: unknown): unknown => {
  if (name === 'place') return NOWHERE
  if (typeof value !== 'object' || value === null) return value
  if (MAP in value) return new Map(value[MAP] as [unknown, unknown][])
  if (FRACTION in value) {
    const [n, d] = value[FRACTION] as [string, string]
    return { n: BigInt(n), d: BigInt(d) }
  }
  return value
}

const lean = (measure: Measure): Measure => ({
  ...measure,
  sections: measure.sections.map((section) => ({ ...section, clause: { zh: '', en: '' }, blocks: [] })),
  cases: [],
  notAutomated: [],
  acknowledged: [],
})

export const portable = (pack: Pack): string => {
  const whole: Pack = {
    ...pack,
    files: new Map(),
    sources: new Map(),
    indicators: new Map(),
    targets: [],
    readings: [],
    progress: [],
    projects: new Map(),
    goals: [],
    population: null,
    calendar: { ...pack.calendar, days: new Map() },
    measures: new Map([...pack.measures].map(([id, measure]) => [id, lean(measure)])),
  }
  return JSON.stringify(whole, toJson)
}

/** The pack that `portable` wrote. */
export const packFrom = (json: string): Pack => JSON.parse(json, fromJson) as Pack
