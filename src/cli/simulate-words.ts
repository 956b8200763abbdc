/** A simulation as a person reads it. */

import type { Language, Text } from '../core/messages.ts'
import { type Fen, shownMoney } from '../core/money.ts'
import { type Range, valueText } from '../core/rule/reform/range.ts'
import type { Meeting, Point } from '../population/lab/curve.ts'
import type { MeasureResult, Simulation, Totals, Turn } from '../population/lab/simulation.ts'
import { type Io, paint, row } from './command.ts'
import type { Subjects } from './simulate-population.ts'

const money = (fen: Fen, language: Language): string => shownMoney(fen, language)
const changed = (fen: Fen, language: Language): string => `${fen > 0n ? '+' : ''}${money(fen, language)}`
const WIDTHS = [44, 22, 22, 22, 12, 12]
const line = (io: Io, texts: readonly string[]): void => io.out(row(io, texts.map((text, index) => ({ text, width: WIDTHS[index] ?? 16 })))) // biome-ignore format: one row
const heading = (io: Io, { zh, en }: Text): void => io.out(`\n${paint(io, 'bold', io.language === 'zh' ? zh : en)}`)

/** What the population is: the first thing that is said, and the second what it cannot tell. */
export const showSubjects = ({ what, more }: Subjects, io: Io): void => {
  io.out(what[io.language])
  for (const each of more) io.out(each[io.language])
}

const showTotals = (io: Io, before: Totals, after: Totals): void => {
  const { language } = io
  const zh = language === 'zh'
  line(io, ['', zh ? '现行' : 'as it is', zh ? '改后' : 'reformed', zh ? '变化' : 'change'])
  line(io, [zh ? '费用' : 'cost', money(before.fen, language), money(after.fen, language), changed(after.fen - before.fen, language)])
  line(io, [
    zh ? '受益企业' : 'recipients',
    String(before.recipients),
    String(after.recipients),
    String(after.recipients - before.recipients),
  ])
  if (before.uncounted !== 0n || after.uncounted !== 0n)
    line(io, [
      zh ? '未计入（来源或有效期待核实）' : 'not counted (source or validity to be verified)',
      money(before.uncounted, language),
      money(after.uncounted, language),
      changed(after.uncounted - before.uncounted, language),
    ])
}

const isMoved = ({ before, after, entering, leaving, raised, lowered }: MeasureResult): boolean =>
  before?.fen !== after?.fen ||
  before?.undetermined !== after?.undetermined ||
  [entering, leaving, raised, lowered].some(({ count }) => count > 0)

const showTurn = (io: Io, what: Text, { count, why }: Turn): void => {
  if (count === 0) return
  io.out(`    ${what[io.language]} ${count}`)
  for (const each of why) io.out(`      ${each.count}  ${each.text[io.language]}`)
}

const showMeasure = (io: Io, measure: MeasureResult): void => {
  const { language } = io
  const zh = language === 'zh'
  const [old, now] = [measure.before?.fen ?? 0n, measure.after?.fen ?? 0n]
  line(io, [
    measure.title[language],
    money(old, language),
    money(now, language),
    changed(now - old, language),
    measure.counted ? '' : zh ? '未计入' : 'not counted',
  ])
  showTurn(io, { zh: '新进入', en: 'entering' }, measure.entering)
  showTurn(io, { zh: '退出', en: 'leaving' }, measure.leaving)
  const [open, nowOpen] = [measure.before?.undetermined ?? 0, measure.after?.undetermined ?? 0]
  if (open !== nowOpen) io.out(`    ${zh ? '待定' : 'undetermined'} ${open} → ${nowOpen}`)
}

const showGroups = (io: Io, { groups }: Simulation, words: Subjects['groups']): void => {
  const { language } = io
  const zh = language === 'zh'
  for (const [place, { values }] of groups.entries()) {
    const { label, values: labels } = words[place]!
    heading(io, { zh: `按${label.zh}`, en: `By ${label.en}` })
    line(io, [
      '',
      zh ? '现行' : 'as it is',
      zh ? '改后' : 'reformed',
      zh ? '变化' : 'change',
      zh ? '增加户数' : 'winners',
      zh ? '减少户数' : 'losers',
    ])
    for (const [code, { value, before, after, winners, losers }] of values.entries()) {
      if (value === null && before.fen === 0n && after.fen === 0n) continue
      const cells = [money(before.fen, language), money(after.fen, language), changed(after.fen - before.fen, language)]
      line(io, [labels[code]?.[language] ?? (zh ? '未知' : 'unknown'), ...cells, String(winners.count), String(losers.count)])
    }
  }
}

const showLargest = (io: Io, { largest }: Simulation): void => {
  if (largest.length === 0) return
  heading(io, { zh: '变化最大的企业', en: 'The largest changes' })
  for (const { enterprise, fen, measures } of largest) {
    const why = [...new Set(measures.flatMap((each) => each.why.map((text) => text[io.language])))]
    const names = measures.map((each) => each.title[io.language]).join(io.language === 'zh' ? '、' : ', ')
    io.out(`  ${enterprise}  ${changed(fen, io.language)}  ${names}${why.length > 0 ? `  (${why.join('; ')})` : ''}`)
  }
}

export const showSimulation = (io: Io, simulation: Simulation, groups: Subjects['groups']): void => {
  const zh = io.language === 'zh'
  const { words, before, after, winners, losers, unchanged, entering, leaving, measures, bands } = simulation
  heading(io, { zh: '改革', en: 'The reform' })
  for (const each of words) io.out(`  ${each[io.language]}`)
  if (words.length === 0) io.out(zh ? '  没有改动' : '  nothing is changed')
  io.out('')
  showTotals(io, before, after)
  io.out(
    zh
      ? `增加 ${winners.count} 户（${changed(winners.fen, 'zh')}），减少 ${losers.count} 户（${changed(losers.fen, 'zh')}），不变 ${unchanged} 户；新受益 ${entering} 户，不再受益 ${leaving} 户`
      : `${winners.count} gain (${changed(winners.fen, 'en')}), ${losers.count} lose (${changed(losers.fen, 'en')}), ${unchanged} unchanged; ${entering} become recipients, ${leaving} cease to be`,
  )
  const moved = measures.filter(isMoved)
  if (moved.length > 0) heading(io, { zh: '按措施', en: 'By measure' })
  for (const measure of moved) showMeasure(io, measure)
  showGroups(io, simulation, groups)
  const some = bands.filter(({ count }) => count > 0)
  if (some.length > 0) heading(io, { zh: '变化的分布', en: 'Changes by size' })
  for (const { from, to, count, fen } of some) {
    const edge = (value: bigint | null, other: string): string => (value === null ? other : money(value, io.language))
    line(io, [`${edge(from, '−∞')} … ${edge(to, '∞')}`, String(count), changed(fen, io.language)])
  }
  showLargest(io, simulation)
}

/** Two reforms side by side. */
export const showSide = (io: Io, names: readonly Text[], simulations: readonly Simulation[]): void => {
  const { language } = io
  const zh = language === 'zh'
  heading(io, { zh: '并排比较', en: 'Side by side' })
  line(io, ['', ...names.map((name) => name[language])])
  const rows: readonly (readonly [Text, (simulation: Simulation) => string])[] = [
    [{ zh: '费用', en: 'cost' }, ({ after }) => money(after.fen, language)],
    [{ zh: '变化', en: 'change' }, ({ before, after }) => changed(after.fen - before.fen, language)],
    [{ zh: '受益企业', en: 'recipients' }, ({ after }) => String(after.recipients)],
    [{ zh: '增加', en: 'winners' }, ({ winners }) => String(winners.count)],
    [{ zh: '减少', en: 'losers' }, ({ losers }) => String(losers.count)],
  ]
  for (const [name, cell] of rows) line(io, [zh ? name.zh : name.en, ...simulations.map(cell)])
}

export const showCurve = (io: Io, range: Range, points: readonly Point[]): void => {
  const zh = io.language === 'zh'
  heading(io, { zh: `${range.measure}.${range.name}`, en: `${range.measure}.${range.name}` })
  line(io, [zh ? '值' : 'value', zh ? '费用' : 'cost', zh ? '受益企业' : 'recipients'])
  for (const { value, totals } of points) line(io, [valueText(value, range), money(totals.fen, io.language), String(totals.recipients)])
}

export const showMeeting = (io: Io, range: Range, budget: Fen, { points, isMonotone, crossings }: Meeting): void => {
  const { language } = io
  const zh = language === 'zh'
  heading(io, { zh: `预算 ${money(budget, 'zh')}`, en: `A budget of ${money(budget, 'en')}` })
  for (const { within, beyond } of crossings)
    io.out(
      zh
        ? `${range.name} 取 ${valueText(within.value, range)} 时费用 ${money(within.totals.fen, 'zh')}，在预算内；取 ${valueText(beyond.value, range)} 时 ${money(beyond.totals.fen, 'zh')}，超出预算。`
        : `With ${range.name} at ${valueText(within.value, range)} the cost is ${money(within.totals.fen, 'en')}, within the budget; at ${valueText(beyond.value, range)} it is ${money(beyond.totals.fen, 'en')}, beyond it.`,
    )
  if (crossings.length === 0) {
    const costs = points.map(({ totals }) => totals.fen).sort((a, b) => (a < b ? -1 : 1))
    const [least, most] = [costs[0]!, costs.at(-1)!]
    const ends = `${valueText(range.low, range)} … ${valueText(range.high, range)}`
    io.out(
      zh
        ? `${ends} 之间没有恰好达到预算的值：费用在 ${money(least, 'zh')} 与 ${money(most, 'zh')} 之间。`
        : `No value of ${ends} meets the budget: the cost lies between ${money(least, 'en')} and ${money(most, 'en')}.`,
    )
  }
  if (!isMonotone)
    io.out(zh ? '费用随该参数时增时减，可能还有别的值。' : 'The cost rises and falls with this parameter; there may be other values.')
}
