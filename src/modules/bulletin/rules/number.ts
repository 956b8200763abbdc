/** Numbers of documents (发文字号): a word for the kind, the year, and which one of it. */
import type { Text } from '../../../core/messages.ts'
import type { Scope } from './content.ts'

const WORDS: Readonly<Record<Scope | 'notice', Text>> = {
  public: { zh: '通报', en: 'Bulletin' },
  inner: { zh: '内部通报', en: 'Internal bulletin' },
  notice: { zh: '督办', en: 'Supervision notice' },
}

/** `通报〔2026〕3号`, `Bulletin 2026/3`. */
export const numberText = (kind: Scope | 'notice', year: number, number: number): Text => ({
  zh: `${WORDS[kind].zh}〔${year}〕${number}号`,
  en: `${WORDS[kind].en} ${year}/${number}`,
})
