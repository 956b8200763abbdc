/** What a browser is asked to compute in a test: the modules of the check-up's island, without its page. */
import type { Language } from '../../src/core/messages.ts'
import { packFrom } from '../../src/pack/portable.ts'
import { answerOf, NOT_LOOKED_UP } from '../../src/web/portal/check-answer.ts'

/** The page's view for each form, as JSON. */
export const answersTo = async (
  rules: string,
  forms: readonly Readonly<Record<string, string>>[],
  language: Language,
): Promise<readonly string[]> => {
  const pack = packFrom(await (await fetch(rules)).text())
  return forms.map((form) => JSON.stringify(answerOf(pack, new Map(Object.entries(form)), NOT_LOOKED_UP, '2026-11-24', language)))
}
Object.assign(globalThis, { answersTo })
