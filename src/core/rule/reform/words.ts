/** A reform in words: what of each measure differs, from the two versions of the law themselves. */
import type { Text } from '../../messages.ts'
import { shown } from '../describe.ts'
import type { When } from '../outcome.ts'
import { runOf } from '../run.ts'
import type { Measure, Parameter } from '../tree.ts'

const titleOf = ({ title, titleEnglish }: Measure): Text => ({ zh: title, en: titleEnglish ?? title })

const both = (zh: string, en: string, title: Text): Text => ({ zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` })

/** The value on the day, and the first day of the version that gives it. */
const valueOn = (measure: Measure | undefined, name: string, when: When, language: 'zh' | 'en'): string | null => {
  const parameter = measure?.parameters.find((each) => each.name === name)
  const value = measure && parameter && runOf(measure, new Map(), when).parameters.get(name)
  return parameter && value !== undefined ? shown(value, parameter.type, language) : null
}

const since = ({ versions }: Parameter, { on }: When): string | null => {
  const own = versions.filter(({ validity }) => (validity.from ?? '') <= on && (validity.to === null || on <= validity.to)).at(-1)
  return own?.validity.from ?? null
}

const parameterWords = (before: Measure | undefined, after: Measure, title: Text, when: When): readonly Text[] =>
  after.parameters.flatMap((parameter): Text[] => {
    const { name, english } = parameter
    const [zh, en] = (['zh', 'en'] as const).map((language) => {
      const [old, now] = [valueOn(before, name, when, language), valueOn(after, name, when, language)]
      return old === now ? null : `${old ?? '—'} → ${now ?? '—'}`
    })
    if (zh == null || en == null) return []
    const from = since(parameter, when)
    return [both(`${name} ${zh}${from ? `，自 ${from} 起` : ''}`, `${english ?? name} ${en}${from ? `, from ${from}` : ''}`, title)]
  })

const validityOf = ({ inForce: { from, to, fromUnknown } }: Measure): string => `${fromUnknown ? '?' : (from ?? '')}..${to ?? ''}`

/** Lines of one kind that only one of the two versions has. */
const lineWords = (old: readonly string[], now: readonly string[], what: Text, title: Text): readonly Text[] => [
  ...old.filter((each) => !now.includes(each)).map((each) => both(`删去${what.zh}“${each}”`, `without the ${what.en} "${each}"`, title)),
  ...now.filter((each) => !old.includes(each)).map((each) => both(`加上${what.zh}“${each}”`, `with the ${what.en} "${each}"`, title)),
]

const conditionsOf = ({ conditions }: Measure): readonly string[] => conditions.map(({ source }) => source)
const amountOf = ({ amount }: Measure): readonly string[] => (amount ? [amount.source] : [])
const relationsOf = ({ relations }: Measure): readonly string[] => relations.map(({ kind, detail }) => `${kind} ${detail}`)
const rowsOf = ({ tables }: Measure): readonly string[] => tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.join(' | ')))

const measureWords = (before: Measure | undefined, after: Measure, when: When): readonly Text[] => {
  const title = titleOf(after)
  if (!before) return [both('新增', 'added', title)]
  const [old, now] = [validityOf(before), validityOf(after)]
  const said = [
    ...parameterWords(before, after, title, when),
    ...(old === now ? [] : [both(`有效期 ${old} → ${now}`, `validity ${old} → ${now}`, title)]),
    ...lineWords(conditionsOf(before), conditionsOf(after), { zh: '条件', en: 'condition' }, title),
    ...lineWords(rowsOf(before), rowsOf(after), { zh: '表行', en: 'row of a table' }, title),
    ...lineWords(amountOf(before), amountOf(after), { zh: '金额', en: 'amount' }, title),
    ...lineWords(relationsOf(before), relationsOf(after), { zh: '关系', en: 'relation' }, title),
  ]
  return said.length > 0 ? said : [both('文本有改动', 'the text differs', title)]
}

/** What differs between two versions of the law, as seen on a day: `平台补助：补助比例 30% → 35%，自 2026-07-01 起`. */
export const changeWords = (before: readonly Measure[], after: readonly Measure[], when: When): readonly Text[] => {
  const old = new Map(before.map((measure) => [measure.id, measure]))
  return after.flatMap((measure) => (old.get(measure.id) === measure ? [] : measureWords(old.get(measure.id), measure, when)))
}
