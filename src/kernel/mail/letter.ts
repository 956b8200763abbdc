/** A letter to one reader, and the two forms in which a mail carries it: plain text, and the same in simple HTML. */
import type { Language, Text } from '../../core/messages.ts'

export type Letter = {
  /** What it is about, such as `identity.reset`. */
  readonly kind: string
  readonly to: string
  readonly language: Language
  readonly subject: Text
  readonly lines: readonly Text[]
  /** What the reader can do now: a page of the site, by its path. */
  readonly link?: { readonly path: string; readonly words: Text }
  /** Where the reader can refuse letters of this kind, by its path; without it they cannot. */
  readonly unsubscribe?: string
  /** The account it is for and the enterprise it is about: it is not sent once that account may no longer see the enterprise. */
  readonly about?: About
}

export type About = { readonly user: string; readonly enterprise: string }

/** A page of the site in the reader’s language, by its path. */
export const pathIn = (language: Language, path: string): string => (language === 'en' ? `/en${path}` : path)

export type Rendered = { readonly subject: string; readonly text: string; readonly html: string }

const WORDS = {
  automatic: { zh: '这封邮件由策行自动发出，请勿回复。', en: 'Planwright sent this letter by itself; please do not reply.' },
  unsubscribe: { zh: '不再接收这类邮件', en: 'No more letters of this kind' },
} as const

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** `origin`: where people find the site, without a slash at the end. */
export const rendered = ({ language, subject, lines, link, unsubscribe }: Letter, origin: string): Rendered => {
  const say = (text: Text): string => oneLine(text[language])
  const colon = language === 'zh' ? '：' : ': '
  const page = (path: string): string => `${origin}${path}`
  const anchor = (words: Text, address: string): string => `<a href="${escaped(address)}">${escaped(say(words))}</a>`
  const ends = [say(WORDS.automatic), ...(unsubscribe ? [`${say(WORDS.unsubscribe)}${colon}${page(unsubscribe)}`] : [])]
  const htmlEnds = [escaped(say(WORDS.automatic)), ...(unsubscribe ? [anchor(WORDS.unsubscribe, page(unsubscribe))] : [])]
  return {
    subject: say(subject),
    text: `${[...lines.map(say), ...(link ? [`${say(link.words)}${colon}\n${page(link.path)}`] : []), `-- \n${ends.join('\n')}`].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(say(subject))}</title></head>
<body style="font-family: sans-serif; line-height: 1.6; max-width: 38em">
${lines.map((line) => `<p>${escaped(say(line))}</p>`).join('\n')}
${link ? `<p>${anchor(link.words, page(link.path))}</p>\n` : ''}<hr>
<p style="font-size: 85%">${htmlEnds.join('<br>')}</p>
</body></html>
`,
  }
}
