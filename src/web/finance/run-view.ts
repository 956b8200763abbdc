/** Runs as the pages of finance show them. */
import type { Text } from '../../core/messages.ts'
import { shownMoney } from '../../core/money.ts'
import { Failure } from '../../kernel/failure.ts'
import { packOfEdition } from '../../modules/edition/index.ts'
import type { RunEntry } from '../../modules/run/index.ts'
import type { Site } from '../context.ts'
import { both } from '../portal/target-view.ts'

export const moneyText = (fen: bigint): Text => both((language) => shownMoney(fen, language))

export const runView = ({ id, pack, population, source, on, known, engine, endedAt, enterprises, eligible, fen, isReal }: RunEntry) => ({
  id,
  pack,
  population,
  source,
  on,
  known,
  engine,
  endedAt,
  enterprises,
  eligible,
  money: moneyText(fen),
  isReal,
})

/** What a measure is called in the edition of a run; its id where that edition is not at hand. */
export const titlesOf = async ({ app, who }: Pick<Site, 'app' | 'who'>, hash: string): Promise<(measure: string) => Text> => {
  const pack = await app.perform(who, packOfEdition, { hash }).catch((error: unknown) => {
    if (error instanceof Failure) return null
    throw error
  })
  return (id) => {
    const measure = pack?.measures.get(id)
    return measure ? { zh: measure.title, en: measure.titleEnglish ?? measure.title } : { zh: id, en: id }
  }
}

/** Said above the first number wherever the enterprises of a run cannot be real ones. */
export const INVENTED: Text = {
  zh: '这些企业的编号不是真实企业的统一社会信用代码：企业是合成的或匿名的。金额看方向和量级，不是预算。',
  en: 'The ids of these enterprises are no codes of real ones: they are synthetic or anonymous. Read the amounts as directions and orders of magnitude, not as a budget.',
}
