/** Readings as SDMX-CSV 2.0, the exchange format of statistical offices. */
import { spanOf } from '../../../core/dates.ts'
import type { Pack, Reading } from '../../../pack/pack.ts'
import { publishedOn } from './known.ts'

/** A cell of RFC 4180: in quotes where it must be. */
export const cellOf = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export const lineOf = (cells: readonly string[]): string => cells.map(cellOf).join(',')

const HEAD = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'INDICATOR',
  'SERIES',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'PRECISION',
  'PUBLISHED',
  'SOURCE',
  'COMMENT',
] as const

/** A range of months is written as its first day and its length: `2024-01/2024-09` is `2024-01-01/P9M`. */
export const timePeriodOf = (period: string): string => {
  const span = spanOf(period)
  if (!span || !period.includes('/')) return period
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const months = month(span.last) - month(span.first) + 1
  return `${span.first}/${months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`}`
}

export const sdmxCsvOf = (pack: Pack, readings: readonly Reading[]): string => {
  const flow = `PLANWRIGHT:${pack.id.toUpperCase().replaceAll('-', '_')}_READINGS(1.0)`
  const line = (each: Reading): string =>
    lineOf([
      'dataflow',
      flow,
      'I',
      each.indicator,
      each.series,
      timePeriodOf(each.period),
      each.value,
      each.unit,
      each.precision,
      publishedOn(each, pack) ?? '',
      each.source,
      [pack.synthetic ? 'synthetic' : '', each.note ?? ''].filter(Boolean).join('; '),
    ])
  return `${[lineOf(HEAD), ...readings.map(line)].join('\n')}\n`
}
