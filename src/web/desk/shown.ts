import { type FactDeclaration, readFact, shownFact } from '../../core/facts.ts'
import type { Language } from '../../core/messages.ts'

/** A fact as it is kept, for a reader; as it stands where the pack no longer reads it. */
export const shownValue = (text: string, declaration: FactDeclaration | null, language: Language): string => {
  if (declaration === null) return text
  const read = readFact(text, declaration.name, declaration)
  return 'value' in read ? shownFact(read.value, declaration, language) : text
}
