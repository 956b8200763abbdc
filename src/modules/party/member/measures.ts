import type { Text } from '../../../core/messages.ts'
import type { Look } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'

export type MeasureName = { readonly id: string; readonly title: Text }

/** The measures of the pack by their titles. `of` null is null: all of them; one that the pack no longer has keeps its id as its name. */
export const measureNames = async (
  look: Look,
): Promise<{ readonly all: readonly MeasureName[]; readonly of: (id: string | null) => MeasureName | null }> => {
  const all = [...(await packInService(look)).measures.values()].map(({ id, title, titleEnglish }) => ({
    id,
    title: { zh: title, en: titleEnglish ?? title },
  }))
  return { all, of: (id) => (id === null ? null : (all.find((each) => each.id === id) ?? { id, title: { zh: id, en: id } })) }
}
