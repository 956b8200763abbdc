/** Enterprises as lines of CSV: null is empty, choices are words, days ISO. Nothing needs quotes. */
import { type Column, type Enterprise, isoOf, SCHEMA } from './schema.ts'

const cellOf = ({ type, values }: Column, value: number | null): string => {
  if (value === null) return ''
  if (type === 'enum') return values[value]!
  if (type === 'bool') return value === 1 ? 'true' : 'false'
  return type === 'date' ? isoOf(value) : String(value)
}

export type Format = { readonly header: string; readonly line: (enterprise: Enterprise, row: number) => string }

/** The population as it is published. */
export const PLAIN: Format = {
  header: `enterprise,${SCHEMA.map(({ name }) => name).join(',')}`,
  line: (enterprise, row) => `${row + 1},${SCHEMA.map((column) => cellOf(column, enterprise[column.name])).join(',')}`,
}

const MEASURES = Array.from({ length: 10 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`)
/** `district` is no condition; `prior` becomes a column for each measure. */
const ASKED = SCHEMA.filter(({ name }) => name !== 'district' && name !== 'prior')

/** The same enterprises under headers that `planwright run` reads, and with them the names of the columns. */
export const RUN_COLUMNS = ['enterprise', ...ASKED.map(({ name }) => name), ...MEASURES.map((id) => `received_${id}`)] as const
export const RUN: Format = {
  header: ['enterprise', ...ASKED.map(({ name, type }) => (type === 'fen' ? `${name}[fen]` : name)), ...RUN_COLUMNS.slice(-10)].join(','),
  line: (enterprise, row) => {
    const { prior } = enterprise
    const received = MEASURES.map((_, bit) => (prior === null ? '' : (prior >> bit) & 1 ? 'true' : 'false'))
    return [row + 1, ...ASKED.map((column) => cellOf(column, enterprise[column.name])), ...received].join(',')
  },
}

const LINES_AT_ONCE = 4096

/** A file in pieces, header first, each line ended by LF. */
export function* pieces({ header, line }: Format, count: number, enterpriseAt: (row: number) => Enterprise): Generator<string> {
  yield `${header}\n`
  for (let from = 0; from < count; from += LINES_AT_ONCE) {
    const rows = Array.from({ length: Math.min(LINES_AT_ONCE, count - from) }, (_, index) => from + index)
    yield `${rows.map((row) => line(enterpriseAt(row), row)).join('\n')}\n`
  }
}
