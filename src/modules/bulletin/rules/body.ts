/** The text of a bulletin: sentences made from parts, and the tables that hold every number they say. */
import { fill, type Language, type Text } from '../../../core/messages.ts'
import type { OfficialBlock } from '../../../core/official-document.ts'
import { periodText } from '../../plan/index.ts'
import { WORDS } from './body-words.ts'
import type { Change } from './changes.ts'
import type { Facts } from './content.ts'
import { numbered, type Teller, tellerIn } from './parts.ts'
import { targetsPart, wholePart } from './targets-part.ts'
import { tasksPart } from './tasks-part.ts'

/** A bulletin that was published before. */
export type Earlier = { readonly id: string; readonly number: Text; readonly quarter: string }
export type Comparison = { readonly with: Earlier; readonly changes: readonly Change[] }
export type Replacement = Earlier & { readonly reason: string }
/** What a bulletin is compared with, and which one it takes the place of. */
export type Beside = { readonly comparison: Comparison | null; readonly replaces: Replacement | null }

export type Body = { readonly title: string; readonly blocks: readonly OfficialBlock[] }

const changesPart = (comparison: Comparison | null, { say, paragraph, heading, table }: Teller): readonly OfficialBlock[] => {
  const head = heading(WORDS.heads.changes)
  if (comparison === null) return [head, paragraph(say(WORDS.first))]
  const { with: earlier, changes } = comparison
  const said = paragraph(fill(say(WORDS.since), { number: say(earlier.number), quarter: earlier.quarter }))
  if (changes.length === 0) return [head, said, paragraph(say(WORDS.none))]
  const rows = changes.map(({ name, what, before, after }) => ({
    origin: name,
    cells: [say(what), before === null ? say(WORDS.wasNot) : say(before), say(after)],
  }))
  return [head, said, table(WORDS.heads.changes, ['what', 'before', 'after'], rows)]
}

const basisPart = ({ asOf, known, method, pack }: Facts, { say, heading, table }: Teller): readonly OfficialBlock[] => {
  const rows = [
    [WORDS.dataUntil, asOf] as const,
    [WORDS.known, known] as const,
    [WORDS.method, method] as const,
    [WORDS.pack, `${say(pack.title)} ${pack.version} ${pack.hash.slice(0, 12)}`] as const,
  ].map(([name, text]) => ({ origin: 'basis', cells: [say(name), text] }))
  return [heading(WORDS.heads.basis), table(WORDS.heads.basis, ['basis', 'content'], rows)]
}

/** Everything that stands in a bulletin, in one language. */
export const bodyOf = (facts: Facts, { comparison, replaces }: Beside, language: Language): Body => {
  const teller = tellerIn(language)
  const { say, paragraph } = teller
  const blocks = [
    ...(replaces === null ? [] : [paragraph(fill(say(WORDS.replaces), { number: say(replaces.number), reason: replaces.reason }))]),
    ...wholePart(facts, teller),
    ...targetsPart(facts, teller),
    ...tasksPart(facts, teller),
    ...changesPart(comparison, teller),
    ...basisPart(facts, teller),
    ...(facts.scope === 'inner' ? [paragraph(say(WORDS.ask))] : []),
  ]
  return { title: fill(say(WORDS.title), { period: periodText(facts.quarter, language) }), blocks: numbered(blocks, language) }
}
