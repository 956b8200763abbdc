/** A story is told twice: each word it looks for, in Chinese and in English. */
export type Say = (zh: string, en: string) => string

export const inChinese: Say = (zh) => zh
export const inEnglish: Say = (_zh, en) => en

export const languageOf = (say: Say): { readonly prefix: string; readonly home: string } =>
  say('zh', 'en') === 'zh' ? { prefix: '', home: '/' } : { prefix: '/en', home: '/en' }
