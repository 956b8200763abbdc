/** A feed as RFC 4287 (Atom) writes one: a pure function of its entries. */

/** `id` and `link` are absolute; `updated` is an instant. */
export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly updated: string
  readonly link: string
  readonly author: string
}
/** `self`: where the feed itself is; `home`: the page that shows the same; `updated`: for a feed without entries. */
export type Feed = {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly self: string
  readonly home: string
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

/** What XML 1.0 cannot hold at all. */
const UNSPEAKABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

const entryText = ({ id, title, summary, updated, link, author }: FeedEntry): string =>
  [
    '  <entry>',
    `    ${element('id', id)}`,
    `    ${element('title', title)}`,
    `    ${element('updated', updated)}`,
    `    <author>${element('name', author)}</author>`,
    `    <link rel="alternate" type="text/html" href="${escaped(link)}"/>`,
    `    ${element('summary', summary)}`,
    '  </entry>',
  ].join('\n')

/** The feed with its newest entry first. */
export const atomOf = ({ id, language, title, self, home, updated, entries }: Feed): string => {
  const inOrder = entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `  ${element('id', id)}`,
    `  ${element('title', title)}`,
    `  ${element('updated', inOrder[0]?.updated ?? updated)}`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(home)}"/>`,
    ...inOrder.map(entryText),
    '</feed>',
  ].join('\n')}\n`
}
