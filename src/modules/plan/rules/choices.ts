/** Columns of a reading that take one of a few words: the code that is kept of each, and what it is called wherever it is shown, typed or refused. */
import { confidenceText } from '../../../core/confidence.ts'
import type { Text } from '../../../core/messages.ts'

export const precisionText = {
  exact: { zh: '确数', en: 'exact' },
  over: { zh: '超过', en: 'over' },
  about: { zh: '约', en: 'about' },
} as const
export const statusText = { final: { zh: '定稿', en: 'final' }, provisional: { zh: '初步', en: 'provisional' } } as const

/** By column; the first of each is meant where nothing is typed. */
export const CHOICES = { precision: precisionText, status: statusText, confidence: confidenceText } as const
export type Choices = typeof CHOICES
export type ChoiceColumn = keyof Choices

/** The code that somebody means who types it, or its word in either language; undefined where it is none. */
export const chosenIn = <C extends ChoiceColumn>(column: C, typed: string): keyof Choices[C] | undefined => {
  const texts: Readonly<Record<string, Text>> = CHOICES[column]
  const found = Object.entries(texts).find(([code, { zh, en }]) => typed === '' || [code, zh, en].includes(typed))
  return found?.[0] as keyof Choices[C] | undefined
}

/** The words of a column in a row, in each language. */
export const choicesText = (column: ChoiceColumn): Text => {
  const texts: readonly Text[] = Object.values(CHOICES[column])
  return { zh: texts.map(({ zh }) => zh).join(' / '), en: texts.map(({ en }) => en).join(' / ') }
}

/** What a form offers for a column. */
export const optionsOf = (column: ChoiceColumn): { readonly value: string; readonly text: Text }[] =>
  Object.entries(CHOICES[column]).map(([value, text]) => ({ value, text }))
