/** Two versions of a measure, each in the pack it was published in. */
import type { Language, Text } from '../../../core/messages.ts'
import { contentOf } from '../../../core/rule/content.ts'
import { shown } from '../../../core/rule/describe.ts'
import { type Change, differenceOf } from '../../../core/rule/difference.ts'
import type { When } from '../../../core/rule/outcome.ts'
import type { Version } from '../../../core/rule/parts.ts'
import { runOf } from '../../../core/rule/run.ts'
import type { Measure, Parameter } from '../../../core/rule/tree.ts'
import { type TextPiece, textDifference } from '../../../core/text-difference.ts'
import type { Pack } from '../../../pack/pack.ts'
import { nameText } from './speak.ts'

/** A measure as its own pack has it; null where the pack does not have it. */
export const versionIn = (pack: Pack, id: string): Version | null => {
  const measure = pack.measures.get(id)
  if (!measure) return null
  return { measure, catalogue: pack.facts, department: (name) => pack.departments.get(name)?.label ?? { zh: name, en: name } }
}

/** What a measure says differently in two packs, in words; nothing where one of them does not have it. */
export const measureChanges = (id: string, before: Pack, after: Pack): readonly Change[] => {
  const [old, fresh] = [versionIn(before, id), versionIn(after, id)]
  return old && fresh && old.measure.source !== fresh.measure.source ? differenceOf(old, fresh) : []
}

/** Sections whose clause is different, letter by letter; one that is there once only went or came as a whole. */
export const clauseDifferences = (before: Measure, after: Measure) => {
  const anchors = [...new Set([...after.sections, ...before.sections].map(({ anchor }) => anchor))]
  return anchors.flatMap((anchor) => {
    const [old, fresh] = [before, after].map(({ sections }) => sections.find((each) => each.anchor === anchor))
    const pieces = (language: Language): TextPiece[] => [...textDifference(old?.clause[language] ?? '', fresh?.clause[language] ?? '')]
    const { heading, headingEnglish } = (fresh ?? old)!
    const [zh, en] = [pieces('zh'), pieces('en')]
    const isSame = [...zh, ...en].every(({ kind }) => kind === 'same')
    return isSame ? [] : [{ anchor, heading: { zh: heading, en: headingEnglish ?? heading }, zh, en }]
  })
}

export type ValueChange = { readonly parameter: Text; readonly before: Text | null; readonly after: Text | null }

/** The parameters that have another value on one day of one version than on another day of another version. */
export const valueChanges = (before: Measure, then: When, after: Measure, now: When): readonly ValueChange[] => {
  const [old, fresh] = [runOf(before, new Map(), then).parameters, runOf(after, new Map(), now).parameters]
  const declared = new Map([...before.parameters, ...after.parameters].map((each) => [each.name, each]))
  const words = (values: typeof old, parameter: Parameter): Text | null => {
    const value = values.get(parameter.name)
    if (value === undefined) return null
    return { zh: shown(value, parameter.type, 'zh'), en: shown(value, parameter.type, 'en') }
  }
  return [...declared.values()]
    .filter(({ name }) => contentOf(old.get(name)) !== contentOf(fresh.get(name)))
    .map((parameter) => ({ parameter: nameText(parameter), before: words(old, parameter), after: words(fresh, parameter) }))
}
