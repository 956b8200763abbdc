/** Paragraphs, headings and tables of official documents, in one language. */
import type { Language, Text } from '../../../core/messages.ts'
import type { OfficialBlock, OfficialTable } from '../../../core/official-document.ts'
import { WORDS } from './body-words.ts'

export type Column = keyof typeof WORDS.columns
const NUMBERS: ReadonlySet<Column> = new Set([
  'ratio',
  'completion',
  'elapsed',
  'ahead',
  'all',
  'assigned',
  'closed',
  'green',
  'yellow',
  'red',
  'unassigned',
])
/** What stands where there is nothing. */
export const NONE = '—'

/** `origin`: the item, or the part of the trail, that the numbers of the row come from. */
export type Row = { readonly origin: string; readonly cells: readonly string[] }

export type Teller = {
  readonly language: Language
  readonly say: (text: Text) => string
  readonly paragraph: (text: string, origin?: string) => OfficialBlock
  readonly heading: (text: Text) => OfficialBlock
  /** A column is one of the known ones, or a number under a text of its own. */
  readonly table: (caption: Text, columns: readonly (Column | Text)[], rows: readonly Row[]) => OfficialTable
  readonly bracketed: (text: string) => string
}

export const tellerIn = (language: Language): Teller => {
  const say = (text: Text): string => text[language]
  return {
    language,
    say,
    paragraph: (text, origin) => ({ kind: 'paragraph', text: text.trim(), ...(origin === undefined ? {} : { origin }) }),
    heading: (text) => ({ kind: 'heading', level: 1, text: say(text) }),
    table: (caption, columns, rows) => ({
      kind: 'table',
      caption: say(caption),
      columns: columns.map((column) =>
        typeof column === 'string'
          ? { title: say(WORDS.columns[column]), align: NUMBERS.has(column) ? 'right' : 'left' }
          : { title: say(column), align: 'right' },
      ),
      rows: rows.map(({ cells }) => cells),
      origins: rows.map(({ origin }) => origin),
    }),
    bracketed: (text) => (language === 'zh' ? `（${text}）` : ` (${text})`),
  }
}

const ORDER = '一二三四五六七八九'

/** Headings with their numbers: 一、 in Chinese, 1. in English. */
export const numbered = (blocks: readonly OfficialBlock[], language: Language): readonly OfficialBlock[] => {
  let count = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    count++
    return { ...block, text: language === 'zh' ? `${ORDER[count - 1]}、${block.text}` : `${count}. ${block.text}` }
  })
}
