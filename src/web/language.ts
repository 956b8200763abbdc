import { createContext, useContext } from 'react'
import type { Language, Text } from '../core/messages.ts'

export const languageOfPath = (path: string): Language => (path === '/en' || path.startsWith('/en/') ? 'en' : 'zh')

/** The address of a page in a language: `/measures` is `/en/measures`. */
export const at = (path: string, language: Language): string => (language === 'zh' ? path : path === '/' ? '/en/' : `/en${path}`)

/** The same page in the other language. */
export const otherAddress = (path: string): string => {
  if (languageOfPath(path) === 'zh') return at(path, 'en')
  const plain = path.replace(/^\/en(?=\/|$)/, '')
  return plain === '' ? '/' : plain
}

/** The punctuation that joins parts of a sentence; Chinese has its own. */
const MARKS = {
  zh: { colon: '：', stop: '。', comma: '、', open: '（', close: '）' },
  en: { colon: ': ', stop: '.', comma: ', ', open: ' (', close: ')' },
} as const

export type Say = {
  readonly language: Language
  readonly say: (text: Text) => string
  readonly to: (path: string) => string
  readonly marks: (typeof MARKS)[Language]
}

export const sayIn = (language: Language): Say => ({
  language,
  say: (text) => text[language],
  to: (path) => at(path, language),
  marks: MARKS[language],
})

/** The language that everything below it speaks. */
export const Reader = createContext<Language>('zh')

/** The reader's language, on the server and in the browser alike. */
export const useSay = (): Say => sayIn(useContext(Reader))
