import type { App } from '../../app.ts'
import { fill, type Text } from '../../core/messages.ts'
import { fenOfYuan, shownMoney } from '../../core/money.ts'
import { Failure } from '../../kernel/failure.ts'
import type { Who } from '../../kernel/who.ts'
import { type Decision, decideFacts } from '../../modules/measure/index.ts'
import { factsPage } from '../../modules/party/index.ts'

const WORDS = {
  some: {
    zh: '{count} 项可得，合计 {total}；{open} 项还缺事实或要人判断',
    en: '{count} measures, {total} in all; {open} wait for facts or a person',
  },
  none: { zh: '没有可得的；{open} 项还缺事实或要人判断', en: 'nothing for certain; {open} wait for facts or a person' },
} as const

/** What an enterprise would get today by what registers hold of it. */
export const decisionFor = async (app: App, who: Who, enterprise: string): Promise<Decision> => {
  const { facts } = await app.perform(who, factsPage, { enterprise })
  return app.perform(who, decideFacts, { facts: Object.fromEntries(facts.map(({ fact, standing }) => [fact, standing.value])) })
}

/** The same in a sentence; a failure is the sentence of this row alone. */
export const decidedFor = async (app: App, who: Who, enterprise: string): Promise<{ readonly ok: boolean; readonly text: Text }> => {
  try {
    const { results, total } = await decisionFor(app, who, enterprise)
    const [count, open] = ['eligible', 'undetermined'].map((status) => results.filter((each) => each.status === status).length) as [
      number,
      number,
    ]
    const words = count === 0 ? WORDS.none : WORDS.some
    const fen = fenOfYuan(total) ?? 0n
    const say = (language: 'zh' | 'en') => fill(words[language], { count, open, total: shownMoney(fen, language) })
    return { ok: true, text: { zh: say('zh'), en: say('en') } }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, text: error.text }
    throw error
  }
}
