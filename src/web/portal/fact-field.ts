import { factLabel, factOf, questionOf } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import { unitOf, unitText } from '../../core/rule/units.ts'
import type { Pack } from '../../pack/pack.ts'
import type { FieldView } from '../parts/fields.tsx'

const unitWords = (unit: string | null): Text | null => {
  const meaning = unit === null ? null : unitOf(unit)
  return unit === null ? null : { zh: unit, en: meaning && !meaning.percent ? unitText(meaning.unit, 'en') : unit }
}

/** The question that a fact of the pack asks. */
export const factField = (
  key: string,
  pack: Pack,
  { value = '', problem = null, hint = null }: { readonly value?: string; readonly problem?: string | null; readonly hint?: Text | null },
): FieldView => {
  const found = factOf(key, pack.facts)
  if (!found) throw new Error(`There is no fact ${key} in the pack.`)
  const { type, unit, values } = found.declaration
  const label = { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') }
  return { name: key, label, question: questionOf(key, pack.facts), type, unit: unitWords(unit), values, hint, value, problem }
}
