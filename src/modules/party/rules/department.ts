/** Which corrections are an officer's to see: those of facts that their department answers for, and of facts that the pack names no department for. */
import type { FactCatalogue } from '../../../core/facts.ts'
import type { Who } from '../../../kernel/who.ts'

/** The facts that only officers of other departments correct; a pack calls departments by their Chinese names. The operator sees all. */
export const factsOfOthers = (who: Who, facts: FactCatalogue): readonly string[] => {
  if (who.kind === 'operator') return []
  const own = who.kind === 'person' ? who.posts.filter(({ roles }) => roles.includes('officer')).map((post) => post.departmentName) : []
  return [...facts.values()].flatMap(({ name, department }) => (department === null || own.includes(department) ? [] : [name]))
}
