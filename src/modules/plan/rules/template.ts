/** A table to fill in: what one may enter, with the unit, the scope and the periods that have no reading yet. */
import type { Day } from '../../../core/dates.ts'
import type { Language, Text } from '../../../core/messages.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { openPeriods } from './deadlines.ts'
import type { KnownReading } from './known.ts'
import { COLUMNS, type Column } from './proposed.ts'
import { columnText, INDICATOR_NAME } from './table.ts'

export const READINGS_SHEET: Text = { zh: '读数', en: 'Readings' }
export const INDICATORS_SHEET: Text = { zh: '指标', en: 'Indicators' }

/** An indicator with its readings, oldest first, and the periods of those that wait. */
export type Enterable = { readonly indicator: Indicator; readonly readings: readonly KnownReading[]; readonly waiting: readonly string[] }
export type Template = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The scopes in use, the one of the latest reading first. */
const scopesOf = (readings: readonly KnownReading[]): readonly string[] => [...new Set(readings.map(({ series }) => series).reverse())]

/** One row for each period that has no reading in the latest scope; what is to be filled in is empty. */
export const templateOf = (enterable: readonly Enterable[], today: Day, language: Language): Template => {
  const own: readonly (Column | 'name')[] = ['indicator', 'name', ...COLUMNS.slice(1)]
  const rows = enterable.flatMap(({ indicator, readings, waiting }) => {
    const series = scopesOf(readings)[0] ?? ''
    const ofScope = readings.filter((each) => each.series === series)
    return openPeriods(indicator, ofScope, waiting, today).map((period) => {
      const given: Readonly<Partial<Record<Column | 'name', string>>> = {
        indicator: indicator.id,
        name: indicator.name[language],
        series,
        period,
        unit: indicator.unit.zh,
      }
      return own.map((column) => given[column] ?? '')
    })
  })
  return { heads: own.map((column) => (column === 'name' ? INDICATOR_NAME : columnText[column])[language]), rows }
}

const HEADS: readonly Text[] = [
  columnText.indicator,
  INDICATOR_NAME,
  columnText.unit,
  { zh: '已有的口径', en: 'Scopes in use' },
  { zh: '定义', en: 'Definition' },
]

/** What one may enter, one line an indicator. */
export const indicatorsOf = (enterable: readonly Enterable[], language: Language): Template => ({
  heads: HEADS.map((head) => head[language]),
  rows: enterable.map(({ indicator, readings }) => [
    indicator.id,
    indicator.name[language],
    indicator.unit.zh,
    scopesOf(readings).join('；'),
    indicator.definition[language],
  ]),
})
