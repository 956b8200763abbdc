/** Which words of a clause a number of the rule comes from: `最高500万元` is where the cap of 500 万元 stands. */
import { compare, divide, type Exact, exactOf, multiply } from '../../../core/exact.ts'
import type { Language } from '../../../core/messages.ts'
import type { Constant, Measure } from '../../../core/rule/tree.ts'
import type { Type } from '../../../core/rule/types.ts'
import { isMoney, unitOf } from '../../../core/rule/units.ts'

/** A number of the rule by the id of the line that shows it: a parameter, a row of a table. */
export type Target = { readonly id: string; readonly percent: boolean; readonly value: Exact }
/** A piece of a clause; `of` is the number it names. */
export type Piece = { readonly text: string; readonly of: string | null }

const targetOf = (id: string, value: Constant, type: Type): readonly Target[] => {
  if (type.kind !== 'number' || typeof value === 'string' || typeof value === 'boolean') return []
  if (type.percent) return [{ id, percent: true, value }]
  return [{ id, percent: false, value: isMoney(type.unit) ? divide(value, 100) : value }]
}

export const parameterId = (name: string): string => `p-${name}`

/** The numbers that the lines of a measure show. */
export const targetsOf = (measure: Measure): readonly Target[] => [
  ...measure.parameters.flatMap((each) => each.versions.flatMap(({ value }) => targetOf(parameterId(each.name), value, each.type))),
  ...measure.tables.flatMap((table) =>
    table.rows.flatMap(({ id, value }) => (value.kind === 'literal' ? targetOf(id, value.value, value.type) : [])),
  ),
]

const NUMBERS: Readonly<Record<Language, RegExp>> = {
  zh: /(\d+(?:,\d{3})*(?:\.\d+)?)\s?(%|‰|[十百千]?(?:万亿|万|亿)?(?:元|家|户|台|项|个|次|人|名|平方米)?)/g,
  en: /(\d+(?:,\d{3})*(?:\.\d+)?)\s?(%|‰|million|billion)?/g,
}
const ENGLISH: Readonly<Record<string, number>> = { million: 1_000_000, billion: 1_000_000_000 }

const meaning = (written: string, unit: string): { readonly value: Exact; readonly percent: boolean } | null => {
  const number = exactOf(written.replaceAll(',', ''))
  const own = unit in ENGLISH ? { factor: ENGLISH[unit]!, percent: false, unit: {} } : unitOf(unit)
  if (number === null || own === null) return null
  const value = multiply(number, own.factor)
  return { value: '元' in own.unit ? divide(value, 100) : value, percent: own.percent }
}

/** The clause cut where it names a number of the rule. */
export const piecesOf = (text: string, language: Language, targets: readonly Target[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let done = 0
  for (const found of text.matchAll(NUMBERS[language])) {
    const own = meaning(found[1]!, found[2] ?? '')
    const target = own && targets.find((each) => each.percent === own.percent && compare(each.value, own.value) === 0)
    if (!target) continue
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), of: null })
    pieces.push({ text: found[0], of: target.id })
    done = found.index + found[0].length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), of: null })
  return pieces
}
