/** A bulletin as it is kept, and the official document it makes. */
import type { Day } from '../../../core/dates.ts'
import type { Language, Text } from '../../../core/messages.ts'
import type { OfficialDocument } from '../../../core/official-document.ts'
import { type Beside, type Body, bodyOf } from './body.ts'
import { type Facts, FORMAT } from './content.ts'

/** The whole content: facts, what they were compared with, and the text as it stood, in both languages. */
export type Content = Facts & Beside & { readonly format: typeof FORMAT; readonly body: { readonly zh: Body; readonly en: Body } }

export const contentOf = (facts: Facts, beside: Beside): Content => ({
  format: FORMAT,
  ...facts,
  ...beside,
  body: { zh: bodyOf(facts, beside, 'zh'), en: bodyOf(facts, beside, 'en') },
})

const WORDS = {
  head: { zh: '{city}规划执行情况通报', en: 'Bulletin on the plan of {city}' },
  leads: { zh: '各牵头单位', en: 'All lead departments' },
  draft: { zh: '草稿，尚未签发。', en: 'Draft, not issued.' },
  synthetic: { zh: '这是虚构的城市，数据均为虚构。', en: 'This city is invented, and so are its data.' },
} as const

/** What has to be said on every page of a document; null for nothing. */
export const noticeOf = (isDraft: boolean, isSynthetic: boolean, language: Language): string | null =>
  [isDraft ? WORDS.draft[language] : '', isSynthetic ? WORDS.synthetic[language] : ''].filter(Boolean).join(' ') || null

/** `number`: null until it is issued. `issuer`: the department that issues it. */
export type Issue = { readonly number: Text | null; readonly issuer: Text; readonly day: Day }

export const documentOf = (content: Content, { number, issuer, day }: Issue, language: Language): OfficialDocument => ({
  language,
  head: WORDS.head[language].replace('{city}', content.city[language]),
  number: number === null ? null : number[language],
  title: content.body[language].title,
  to: content.scope === 'inner' ? WORDS.leads[language] : null,
  body: content.body[language].blocks,
  annexes: [],
  issuer: issuer[language],
  day,
  copies: [],
  notice: noticeOf(number === null, content.synthetic, language),
})
