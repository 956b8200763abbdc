/** What a form of paper says by itself, in the language of the document. */
import type { Day } from '../core/dates.ts'
import type { Language } from '../core/messages.ts'
import type { OfficialDocument } from '../core/official-document.ts'

const WORDS = {
  zh: {
    draft: '草稿',
    number: '（签发时编号）',
    to: '：',
    annex: '附件：',
    copies: '抄送：',
    full: '。',
    issued: '印发',
    seal: '（印章处）',
  },
  en: {
    draft: 'Draft',
    number: '(numbered when it is issued)',
    to: ':',
    annex: 'Annexes: ',
    copies: 'Copies: ',
    full: '',
    issued: ' (issued)',
    seal: '(place of the seal)',
  },
} as const

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const dayWords = (day: Day, language: Language): string => {
  const [year, month, date] = day.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** Every line around the body, as it is written. What does not apply is null or empty. */
export type Frame = {
  readonly draft: string | null
  readonly number: string
  readonly to: string | null
  /** One a line; the first says what they are. */
  readonly annexes: readonly string[]
  readonly seal: string
  readonly day: string
  /** 版记: lines between rules at the foot of the last page. The second text of a line stands at its right. */
  readonly colophon: readonly (readonly [left: string, right: string])[]
}

/** The lines around the body. A document without a number is a draft, and nobody has issued it yet. */
export const frameOf = ({ language, number, to, annexes, issuer, day, copies }: OfficialDocument): Frame => {
  const words = WORDS[language]
  const date = dayWords(day, language)
  const numbered = annexes.length > 1 ? annexes.map((title, index) => `${index + 1}. ${title}`) : annexes
  return {
    draft: number === null ? words.draft : null,
    number: number ?? words.number,
    to: to === null ? null : `${to}${words.to}`,
    annexes: numbered.map((title, index) => `${index === 0 ? words.annex : ''}${title}`),
    seal: words.seal,
    day: date,
    colophon: [
      ...(copies.length > 0 ? [[`${words.copies}${copies.join(language === 'zh' ? '，' : ', ')}${words.full}`, ''] as const] : []),
      ...(number === null ? [] : [[issuer, `${date}${words.issued}`] as const]),
    ],
  }
}
