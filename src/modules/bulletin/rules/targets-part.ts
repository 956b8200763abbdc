/** What a bulletin says of targets and goals. */
import { fill } from '../../../core/messages.ts'
import type { OfficialBlock } from '../../../core/official-document.ts'
import { periodCode, periodText } from '../../plan/index.ts'
import { WORDS } from './body-words.ts'
import type { Facts, GoalItem, TargetItem } from './content.ts'
import { type CountRow, countsOf, GROUPS, type Group, totalIn } from './counts.ts'
import { NONE, type Teller } from './parts.ts'

const valueCell = ({ latest }: Pick<TargetItem, 'latest'>, { say, bracketed, language }: Teller): string =>
  latest === null ? NONE : `${say(latest.text)}${bracketed(periodCode(latest.period, language))}`

const verdictCell = ({ verdict, caveat }: TargetItem | GoalItem, { say, bracketed }: Teller): string =>
  caveat === null ? say(verdict) : `${say(verdict)}${bracketed(say(caveat))}`

const counted = (counts: readonly CountRow[], group: Group, { say, language }: Teller): string => {
  const parts = counts
    .filter(({ items }) => items[group].length > 0)
    .map(({ label, items }) => fill(say(WORDS.part), { count: items[group].length, label: say(label) }))
  const params = { group: say(WORDS.groups[group]), total: totalIn(counts, group), parts: parts.join(language === 'zh' ? '、' : ', ') }
  return fill(say(WORDS.counted), params)
}

/** The cover: as of when, how many stand how, how much of the year has passed. */
export const wholePart = (facts: Facts, teller: Teller): readonly OfficialBlock[] => {
  const { say, paragraph, heading, table, language } = teller
  const counts = countsOf(facts)
  const groups = GROUPS.filter((group) => totalIn(counts, group) > 0)
  const sentence = [
    fill(say(WORDS.asOf), { asOf: periodText(facts.asOf, language), known: periodText(facts.known, language) }),
    ...groups.map((group) => counted(counts, group, teller)),
    fill(say(WORDS.elapsed), { elapsed: facts.elapsed }),
  ].join('')
  const numbers = (of: (group: Group) => number): readonly string[] => groups.map((group) => String(of(group)))
  const rows = [
    ...counts.map(({ label, items }) => ({ origin: 'counts', cells: [say(label), ...numbers((group) => items[group].length)] })),
    { origin: 'counts', cells: [say(WORDS.total), ...numbers((group) => totalIn(counts, group))] },
  ]
  return [
    heading(WORDS.heads.whole),
    paragraph(sentence, 'counts'),
    ...(groups.length === 0 ? [] : [table(WORDS.heads.whole, ['status', ...groups.map((group) => WORDS.groups[group])], rows)]),
  ]
}

const targetTable = (facts: Facts, group: 'plan' | 'later', teller: Teller): readonly OfficialBlock[] => {
  const { say, table, language } = teller
  const own = facts.targets.filter(({ kind }) => kind === group)
  const rows = own.map((item) => ({
    origin: item.name,
    cells: [
      say(item.title),
      periodCode(item.period, language),
      `${say(item.promise)}${item.isReplaced ? say(WORDS.replaced) : ''}`,
      valueCell(item, teller),
      verdictCell(item, teller),
      item.ratio ?? NONE,
    ],
  }))
  return own.length === 0 ? [] : [table(WORDS.groups[group], ['indicator', 'period', 'target', 'value', 'status', 'ratio'], rows)]
}

export const targetsPart = (facts: Facts, teller: Teller): readonly OfficialBlock[] => {
  const { say, paragraph, heading, table, bracketed } = teller
  const goals = facts.goals.map((item) => ({
    origin: item.name,
    cells: [
      say(item.title),
      say(item.promise),
      valueCell(item, teller),
      verdictCell(item, teller),
      item.completion ?? NONE,
      item.planned == null ? (item.elapsed ?? NONE) : `${item.planned}${bracketed(say(WORDS.planned))}`,
      item.ahead ?? NONE,
    ],
  }))
  const elapsed = { origin: 'basis', cells: [say(WORDS.elapsedRow), NONE, NONE, NONE, NONE, facts.elapsed, NONE] }
  return [
    heading(WORDS.heads.targets),
    ...(facts.targets.length === 0
      ? [paragraph(say(WORDS.none))]
      : [...targetTable(facts, 'plan', teller), ...targetTable(facts, 'later', teller)]),
    heading(WORDS.heads.goals),
    ...(goals.length === 0 ? [paragraph(say(WORDS.none))] : []),
    table(WORDS.groups.annual, ['indicator', 'target', 'value', 'status', 'completion', 'elapsed', 'ahead'], [...goals, elapsed]),
    paragraph(say(WORDS.silent)),
  ]
}
