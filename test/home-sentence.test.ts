/**
 * The sentence of the home page, held against a count of its own: this file reads the pack's tables by itself, shares no code with the program, and judges targets
 * with plain numbers. Every month since the plan was made, as of its last day and with what was known then.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { overview } from '../src/modules/plan/index.ts'
import { homeView } from '../src/web/portal/home-view.ts'
import { freshApp, packs } from './site.ts'

type Row = Readonly<Record<string, string>>

/** The rows of a table, cell by cell as RFC 4180 has them. */
const rowsOf = (table: string): readonly Row[] => {
  const text = readFileSync(path.join(packs.wuhan, `${table}.csv`), 'utf8').replace(/\r/g, '')
  const lines = [...text.matchAll(/(?:"(?:[^"]|"")*"|[^\n])+/g)].map(([line]) =>
    [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  )
  const [head = [], ...rows] = lines
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}

const lastDayOfMonth = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
/** The last day of a period, or of a date of which only the month or the year is known; '' where nothing is. */
const lastOf = (period: string): string => {
  const end = period.split('/').at(-1) ?? ''
  const quarter = /^(\d{4})-Q(\d)$/.exec(end)
  if (quarter) return lastDayOfMonth(Number(quarter[1]), Number(quarter[2]) * 3)
  if (/^\d{4}$/.test(end)) return `${end}-12-31`
  return /^\d{4}-\d{2}$/.test(end) ? lastDayOfMonth(Number(end.slice(0, 4)), Number(end.slice(5))) : end
}

const [indicators, targets, readings, documents, sources] = ['indicators', 'targets', 'readings', 'documents', 'sources'].map(rowsOf) as [
  readonly Row[],
  readonly Row[],
  readonly Row[],
  readonly Row[],
  readonly Row[],
]
const by = (rows: readonly Row[], id: string | undefined): Row => rows.find((each) => each.id === id) ?? {}
const publishedOn = (reading: Row): string => reading.published || lastOf(by(sources, reading.source).date ?? '')
const madeOn = (target: Row): string => lastOf(by(documents, target.document).issued || by(sources, target.source).date || '')
const isPart = ({ period = '' }: Row): boolean => period.includes('/') || period.includes('Q')
const yearsFrom = (a: string, b: string): number => {
  const months = (day: string): number => {
    const next = new Date(Date.parse(day) + 86_400_000)
    return next.getUTCFullYear() * 12 + next.getUTCMonth() + (next.getUTCDate() - 1) / 31
  }
  return Math.floor(months(b) - months(a)) / 12
}

const keeps = (value: number, reading: Row, target: Row): boolean => {
  const goal = Number(target.value)
  if (target.comparator === '>') return value > goal || (value === goal && reading.precision === 'over')
  if (target.comparator === '>=') return value >= goal
  return target.comparator === '<' ? value < goal : value <= goal
}

/** Pace so far over pace needed; null where it cannot be said. */
const paceOf = (indicator: Row, target: Row, latest: Row, baseline: readonly [day: string, value: number]): number | null => {
  const scale = indicator.kind === 'ratio' ? 100 : 1
  const [from, now, goal] = [baseline[1] / scale, Number(latest.value) / scale, Number(target.value) / scale]
  const [n, whole] = [yearsFrom(baseline[0], lastOf(latest.period ?? '')), yearsFrom(baseline[0], lastOf(target.period ?? ''))]
  if (n <= 0 || whole <= 0) return null
  const sign = indicator.direction === 'down' ? -1 : 1
  const inside = (x: number): boolean => x >= 0.2 && x <= 0.8
  const method =
    target.path ||
    (indicator.kind === 'level' ? 'growth' : indicator.kind === 'ratio' && !(inside(from) && inside(goal)) ? 'logit' : 'linear')
  if (method === 'growth') {
    if (from <= 0 || now <= 0 || goal <= 0 || from === goal) return null
    return (sign * ((now / from) ** (1 / n) - 1)) / Math.abs((goal / from) ** (1 / whole) - 1)
  }
  if (method === 'logit' && [from, now, goal].some((x) => x <= 0 || x >= 1)) return null
  const on = (x: number): number => (method === 'logit' ? Math.log(x / (1 - x)) : x)
  return from === goal || method === 'milestones' ? null : (sign * ((on(now) - on(from)) / n)) / Math.abs((on(goal) - on(from)) / whole)
}

/** What is said of a target, in the words that the sentence counts by. */
const judged = (target: Row, day: string): string => {
  const known = readings
    .filter((each) => each.indicator === target.indicator && lastOf(each.period ?? '') <= day && publishedOn(each) <= day)
    .map((each, index) => ({ each, index, last: lastOf(each.period ?? '') }))
    .sort((a, b) => a.last.localeCompare(b.last) || a.index - b.index)
    .map(({ each }) => each)
  const end = lastOf(target.period ?? '')
  const fitting =
    target.kind === 'annual'
      ? known.filter((each) => each.period === target.period)
      : known.filter((each) => !isPart(each) && lastOf(each.period ?? '') <= end)
  const latest = fitting.at(-1)
  if (!latest) return target.kind === 'annual' && end > day ? '项的目标期尚未结束' : '项暂无公开数据'
  if (target.comparator === '≈') return '项有数据但无法评估'
  const at = lastOf(latest.period ?? '')
  if (keeps(Number(latest.value), latest, target)) {
    const mixed = known.some((each) => !isPart(each) && each.series !== latest.series && lastOf(each.period ?? '') < at)
    return mixed ? '项的报道值已过目标但口径待证实' : '项达成'
  }
  if (at >= end) return '项未达成'
  if (end <= day) return '项有数据但无法评估'
  const made = madeOn(target)
  const first = known.find(
    (each) =>
      !isPart(each) &&
      each.series === latest.series &&
      lastOf(each.period ?? '') < at &&
      (made === '' || lastOf(each.period ?? '') <= made),
  )
  const baseline = target.baseline_value
    ? ([lastOf(target.baseline_period ?? ''), Number(target.baseline_value)] as const)
    : first && ([lastOf(first.period ?? ''), Number(first.value)] as const)
  const pace = baseline ? paceOf(by(indicators, target.indicator), target, latest, baseline) : null
  if (pace === null) return '项有数据但无法评估'
  return pace >= 0.95 ? '项在轨' : pace >= 0.6 ? '项需加速' : '项进展有限或背离'
}

const counted = (kind: string, day: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  const made = targets.filter((each) => each.kind === kind && madeOn(each) <= day)
  for (const words of made.map((each) => judged(each, day))) counts[words] = (counts[words] ?? 0) + 1
  return { 项目标: made.length, ...counts }
}
/** `12 项目标：1 项达成、11 项暂无公开数据` as numbers by words. */
const numbersIn = (sentence: string | undefined): Record<string, number> =>
  Object.fromEntries([...(sentence ?? '0 项目标').matchAll(/(\d+) (项[^：、]*)/g)].map(([, count, words]) => [words, Number(count)]))

const today = '2026-11-25'
const { app } = await freshApp('wuhan', `${today}T04:00:00Z`)

/** The last day of each month from the month of the plan on, then today. */
const days = Array.from({ length: 54 }, (_, index) => lastDayOfMonth(2022 + Math.floor((index + 4) / 12), ((index + 4) % 12) + 1)).concat(
  today,
)

it('has read tables that are there', () => {
  expect(days.slice(0, 2)).toEqual(['2022-05-31', '2022-06-30'])
  expect(days.slice(-2)).toEqual(['2026-10-31', today])
  expect([targets.length > 30, readings.length > 80]).toEqual([true, true])
})

it.each(days)('says as of %s what the tables say, with what was known then', async (day) => {
  const { summary, annual } = homeView(await app.perform({ kind: 'visitor' }, overview, { asOf: day, known: day }))
  expect(numbersIn(summary.zh)).toEqual(counted('plan', day))
  expect(numbersIn(annual?.zh)).toEqual(counted('annual', day))
})
