/** What only shows when all tables have been read: names that do not exist, rows given twice, circles, units and bounds. */
import { addMonths } from '../../core/dates.ts'
import type { Place } from '../../core/diagnostic.ts'
import { compare, exactOf } from '../../core/exact.ts'
import { MAX_ITEMS } from '../../core/list-facts.ts'
import { unitOf } from '../../core/rule/units.ts'
import { isWeekend } from '../../core/working-days.ts'
import { plannedOf } from '../planned.ts'
import type { Reporter } from '../report.ts'
import { checkPair, listOf, type Row } from '../rows.ts'
import { keys, type TableName, tableNames, tables } from '../tables.ts'
import { checkIndicators } from './indicators.ts'
import { checkProgress, checkStages } from './progress.ts'

/** The rows of every table; null for a table that could not be read, about which nothing more is said. */
export type Rows = Readonly<Record<TableName, readonly Row[] | null>>

/** The names that the rows of each table go by, also of rows with a wrong cell; null where the table could not be read. */
export type Names = Readonly<Record<TableName, ReadonlySet<string> | null>>

export const namesOf = (rows: Rows): Names => {
  const names = (table: TableName): ReadonlySet<string> | null => {
    const column = keys[table][0]?.[0]
    return column === undefined ? null : rows[table] && new Set(rows[table].flatMap((row) => row.text(column) ?? []))
  }
  return Object.fromEntries(tableNames.map((table) => [table, names(table)])) as Names
}

/** Reports a name that its table does not have, with the nearest one that it has. */
export const checkName = (names: Names, table: TableName, value: string, place: Place, { report, hint }: Reporter): void => {
  const known = names[table]
  if (known && !known.has(value)) report('pack.reference', place, { table, value, hint: hint(value, known) })
}

const number = (row: Row, column: string) => {
  const text = row.text(column)
  return text === null ? null : exactOf(text)
}

const checkReferences = (rows: Rows, names: Names, reporter: Reporter): void => {
  for (const table of tableNames) {
    for (const { name, kind } of tables[table]) {
      if (typeof kind !== 'object' || 'choice' in kind) continue
      for (const row of rows[table] ?? []) {
        const values = 'one' in kind ? [row.text(name) ?? []].flat() : listOf(row.text(name))
        for (const value of values) checkName(names, 'one' in kind ? kind.one : kind.many, value, row.placeOf(name), reporter)
      }
    }
  }
}

const FIRST = { zh: '第一处', en: 'first given here' }

const checkTwice = (rows: readonly Row[], column: string, keyOf: (row: Row) => string | null, { report }: Reporter): void => {
  const seen = new Map<string, Place>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const first = seen.get(key)
    if (first) report('pack.duplicate', row.placeOf(column), { value: key }, { other: { place: first, note: FIRST } })
    else seen.set(key, row.placeOf(column))
  }
}

/** One document promises one value for an indicator and a period, or one from below and one from above. */
const promiseOf = (row: Row): string | null => {
  const [indicator, period, comparator] = [row.text('indicator'), row.text('period'), row.text('comparator')]
  if (!indicator || !period || !comparator) return null
  return [indicator, period, comparator.slice(0, 1), row.text('document') ?? row.text('source')].join(' · ')
}

const checkDuplicates = (rows: Rows, reporter: Reporter): void => {
  for (const table of tableNames) {
    for (const columns of keys[table]) {
      const keyOf = (row: Row): string | null => {
        const values = columns.map((column) => row.text(column))
        return values.includes(null) ? null : values.join(' · ')
      }
      checkTwice(rows[table] ?? [], columns[0]!, keyOf, reporter)
    }
  }
  checkTwice(rows.targets ?? [], 'indicator', promiseOf, reporter)
}

/** A row that refers to its own table must not come back to itself: a page that follows the chain would never end. */
const checkCircles = (rows: Rows, { report }: Reporter): void => {
  for (const table of tableNames) {
    const key = keys[table][0]?.[0]
    for (const { name, kind } of tables[table]) {
      if (key === undefined || typeof kind !== 'object' || !('one' in kind) || kind.one !== table) continue
      const above = new Map((rows[table] ?? []).map((row) => [row.text(key), row.text(name)]))
      for (const row of rows[table] ?? []) {
        const start = row.text(key)
        const passed = new Set<string>()
        let at = row.text(name)
        while (at !== null && at !== start && !passed.has(at)) {
          passed.add(at)
          at = above.get(at) ?? null
        }
        if (start !== null && at === start) report('pack.circle', row.placeOf(name), { value: start, name })
      }
    }
  }
}

const checkNumbers = (rows: Rows, reporter: Reporter): void => {
  const { report } = reporter
  const indicators = new Map((rows.indicators ?? []).filter((row) => row.good).map((row) => [row.text('id'), row]))
  const inBounds = (row: Row, column: string): void => {
    const indicator = indicators.get(row.text('indicator'))
    const value = number(row, column)
    if (!indicator || value === null) return
    const [low, high] = [number(indicator, 'min'), number(indicator, 'max')]
    if ((low === null || compare(value, low) >= 0) && (high === null || compare(value, high) <= 0)) return
    const bounds = { low: indicator.text('min') ?? '−∞', high: indicator.text('max') ?? '∞' }
    const other = { place: indicator.placeOf('min'), note: { zh: '指标的范围', en: 'the range of the indicator' } }
    report('pack.bounds', row.placeOf(column), { value: row.text(column)!, ...bounds }, { other })
  }
  for (const row of rows.readings ?? []) {
    inBounds(row, 'value')
    const indicator = indicators.get(row.text('indicator'))
    const [found, expected] = [row.text('unit'), indicator?.text('unit')]
    if (!indicator || !found || !expected || found === expected) continue
    const other = { place: indicator.placeOf('unit'), note: { zh: '指标的单位', en: 'the unit of the indicator' } }
    report('pack.unit', row.placeOf('unit'), { found, expected }, { other })
  }
  for (const row of rows.targets ?? []) {
    inBounds(row, 'value')
    inBounds(row, 'baseline_value')
    const milestones = row.text('milestones')
    if (milestones !== null && plannedOf(milestones) === null) report('pack.milestones', row.placeOf('milestones'), { value: milestones })
    checkPair(row, 'baseline_period', 'baseline_value', reporter)
  }
}

/** A list has one integer fact that counts its items, and facts of items are not looked back on. */
const checkList = (list: string, row: Row, rows: Rows, report: Reporter['report']): void => {
  const counts = (rows.facts ?? []).filter((each) => each.text('list') === list && each.text('list_max') !== null)
  const most = counts.length === 1 ? number(counts[0]!, 'list_max') : null
  const isCounted = counts[0]?.text('type') === 'integer' && counts[0].text('list_en') !== null
  if (!isCounted || most === null || compare(most, 1) < 0 || compare(most, MAX_ITEMS) > 0)
    report('pack.list', row.placeOf('list'), { list, limit: MAX_ITEMS })
  else if (row.text('period') !== null) report('pack.list-yearly', row.placeOf('period'), { list })
}

const checkFacts = (rows: Rows, { report }: Reporter): void => {
  for (const row of rows.facts ?? []) {
    const [name, unit] = [row.text('name'), row.text('unit')]
    if (unit !== null && !unitOf(unit)) report('pack.fact-unit', row.placeOf('unit'), { unit })
    const list = row.text('list')
    if (list !== null) checkList(list, row, rows, report)
    if (row.text('type') !== 'enum' || name === null) continue
    const [zh, en] = [listOf(row.text('values')), listOf(row.text('values_en'))]
    const whole = zh.length > 0 && zh.length === en.length && new Set(zh).size === zh.length && new Set(en).size === en.length
    if (!whole || en.some((value) => /\p{Script=Han}/u.test(value)))
      report('pack.enum-english', row.placeOf('values'), { name, zh: new Set(zh).size, en: new Set(en).size })
  }
}

/** A day is worked in exchange only where it would be off, and the arrangement of a year reaches one month beyond it at most. */
const checkCalendar = (rows: Rows, { report }: Reporter): void => {
  for (const row of (rows.calendar ?? []).filter(({ good }) => good)) {
    const [day, year] = [row.text('day')!, row.text('year')!]
    if (row.text('kind') === 'working-day' && !isWeekend(day)) report('pack.calendar-weekday', row.placeOf('day'), { day })
    const isNear = [addMonths(day, -1), day, addMonths(day, 1)].some((each) => each.startsWith(`${year}-`))
    if (!isNear) report('pack.calendar-year', row.placeOf('year'), { day, year })
  }
}

/** Everything wrong between the rows of a pack's tables. */
export const checkTables = (rows: Rows, names: Names, reporter: Reporter): void => {
  checkReferences(rows, names, reporter)
  checkDuplicates(rows, reporter)
  checkCircles(rows, reporter)
  checkNumbers(rows, reporter)
  checkFacts(rows, reporter)
  checkCalendar(rows, reporter)
  checkIndicators(rows.indicators ?? [], reporter)
  checkProgress(rows.progress ?? [], rows.tasks ?? [], reporter)
  checkStages(rows.projects ?? [], reporter)
}
