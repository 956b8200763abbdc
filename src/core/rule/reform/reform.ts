/** A reform: what would be changed in the law. Nothing here touches what is paid; a reform is only ever computed beside the law as it is. */
import { type Day, dayOf } from '../../dates.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { fill, type Text } from '../../messages.ts'
import { type ReformCode, reformMessages } from './messages.ts'

/** A parameter (or `in_force`) gets another value from a day on; null is the day of the decision. */
export type Setting = {
  readonly kind: 'set'
  readonly measure: string
  readonly name: string
  /** As the language writes it: `35%`, `600 万元`. */
  readonly value: string
  readonly from: Day | null
  readonly place: Place
}
/** The text of a measure is replaced, or a measure is added. */
export type Edit = { readonly kind: 'document'; readonly file: string; readonly text: string }
export type Change = Setting | Edit
export type Reform = readonly Change[]

/** A finding about a reform itself. A parameter of the message may differ between the languages; a hint that asks ends the sentence. */
export const findingOf = (code: ReformCode, place: Place, params: Readonly<Record<string, string | Text>>): Diagnostic => {
  const said = (language: 'zh' | 'en'): string =>
    fill(
      reformMessages[code][language],
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 80) : value[language]]),
      ),
    ).replace(/([？?])[。.]/, '$1')
  return { code, severity: 'error', place, message: { zh: said('zh'), en: said('en') } }
}

export type Read<T> = { readonly value: T; readonly diagnostics: readonly Diagnostic[] }

/** Parts of a text between semicolons that stand outside of quotes, each with the column at which it begins. */
const partsOf = (text: string): readonly { readonly part: string; readonly column: number }[] => {
  const parts: { part: string; column: number }[] = []
  let quoted = false
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    if (at < text.length && (quoted || !/[;；\n]/.test(text[at]!))) continue
    const part = text.slice(start, at).trim()
    if (part !== '') parts.push({ part, column: start + text.slice(start, at).search(/\S/) + 1 })
    start = at + 1
  }
  return parts
}

const SETTING = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([^\s=.@;]+)\s*=\s*(.+?)(?:\s*@(\d{4}-\d{2}-\d{2}))?$/

/** Reads settings as a command line, a link or a reform file writes them: `m.p=35%;n.q=600 万元@2026-07-01`. */
export const settingsIn = (text: string, file: string, line = 1): Read<readonly Setting[]> => {
  const value: Setting[] = []
  const diagnostics: Diagnostic[] = []
  for (const { part, column } of partsOf(text)) {
    const place: Place = { file, line, column, end: column + part.length }
    const found = SETTING.exec(part)
    const [, measure, name, literal, day] = found ?? []
    if (measure === undefined || name === undefined || literal === undefined) diagnostics.push(findingOf('reform.form', place, {}))
    else if (day !== undefined && dayOf(day) === null) diagnostics.push(findingOf('reform.day-unknown', place, { text: day }))
    else value.push({ kind: 'set', measure, name, value: literal, from: day ?? null, place })
  }
  return { value, diagnostics }
}

const settingText = ({ measure, name, value, from }: Setting): string => `${measure}.${name}=${value}${from === null ? '' : `@${from}`}`

/** The short form for links; null where a document is edited, which no link holds. */
export const shortForm = (reform: Reform): string | null =>
  reform.every((change) => change.kind === 'set') ? reform.map(settingText).join(';') : null

/** One text for one reform: what its hash is made of. */
export const canonicalReform = (reform: Reform): string =>
  reform.map((change) => (change.kind === 'set' ? settingText(change) : `document ${change.file}\n${change.text}`)).join('\n')
