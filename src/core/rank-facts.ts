/** The place of a subject in its population as a fact: `rank(营业收入)`, `rank(营业收入@-1, 认定级别 = "省级")`. */
import type { FactCatalogue, FactDeclaration } from './facts.ts'
import type { Language } from './messages.ts'

const FORM = /^rank\(([^,()]+)(?:, (.+))?\)$/

/** The key of a rank by the fact of that key, among those for whom the condition holds; both as they are written. */
export const rankKey = (of: string, among: string | null): string => `rank(${of}${among === null ? '' : `, ${among}`})`

export const isRankKey = (key: string): boolean => FORM.test(key)

/** A condition as it is written, with names and choices as the reader calls them. */
const spoken = (condition: string, catalogue: FactCatalogue, language: Language): string => {
  if (language === 'zh') return condition
  const choices = new Map([...catalogue.values()].flatMap(({ values }) => values.map(({ zh, en }) => [zh, en] as const)))
  return condition.replace(/"([^"]*)"|[\p{L}\p{N}_]+/gu, (word, text: string | undefined) =>
    text === undefined ? (catalogue.get(word)?.label.en ?? word) : `“${choices.get(text) ?? text}”`,
  )
}

/**
 * The declaration of a rank, from its key or from `营业收入排名`; null if it is none. `find` gives the fact that is ranked, with its label in both languages.
 */
export const rankFactOf = (
  name: string,
  catalogue: FactCatalogue,
  find: (name: string) => { readonly key: string; readonly declaration: FactDeclaration; readonly label: FactDeclaration['label'] } | null,
): FactDeclaration | null => {
  const form = FORM.exec(name)
  const of = form ? find(form[1]!) : name.endsWith('排名') ? find(name.slice(0, -2)) : null
  if (!of || !['money', 'integer', 'number', 'percent'].includes(of.declaration.type)) return null
  const among = form?.[2] ?? null
  const label = {
    zh: `${of.label.zh}排名${among === null ? '' : `（${spoken(among, catalogue, 'zh')}）`}`,
    en: `rank by ${of.label.en}${among === null ? '' : ` (${spoken(among, catalogue, 'en')})`}`,
  }
  return {
    name: rankKey(of.key, among),
    label,
    type: 'integer',
    unit: null,
    values: [],
    min: 1,
    max: null,
    question: { zh: `${label.zh}是第几位？`, en: `${label.en}: which place?` },
    registry: null,
    department: null,
    changeable: of.declaration.changeable,
    yearly: false,
    competition: of.declaration.competition,
    list: null,
    place: of.declaration.place,
  }
}
