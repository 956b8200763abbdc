/** A feed as RFC 4287 (Atom) and as RSS 2.0 write one: pure functions of its entries. */

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

const newestFirst = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))

/** The feed as Atom, with its newest entry first. */
export const atomOf = ({ id, language, title, self, home, updated, entries }: Feed): string => {
  const inOrder = newestFirst(entries)
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

/** An instant as RFC 822 writes it, which is what RSS asks for. */
const rfc822 = (instant: string): string => new Date(instant).toUTCString()

const itemText = ({ id, title, summary, updated, link, author }: FeedEntry): string =>
  [
    '    <item>',
    `      ${element('title', title)}`,
    `      ${element('link', link)}`,
    `      <guid isPermaLink="false">${escaped(id)}</guid>`,
    `      ${element('pubDate', rfc822(updated))}`,
    `      ${element('dc:creator', author)}`,
    `      ${element('description', summary)}`,
    '    </item>',
  ].join('\n')

/** The same feed as RSS 2.0. */
export const rssOf = ({ language, title, self, home, updated, entries }: Feed): string => {
  const inOrder = newestFirst(entries)
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '  <channel>',
    `    ${element('title', title)}`,
    `    ${element('link', home)}`,
    `    ${element('description', title)}`,
    `    ${element('language', language)}`,
    `    ${element('lastBuildDate', rfc822(inOrder[0]?.updated ?? updated))}`,
    `    <atom:link rel="self" type="application/rss+xml" href="${escaped(self)}"/>`,
    ...inOrder.map(itemText),
    '  </channel>',
    '</rss>',
  ].join('\n')}\n`
}
