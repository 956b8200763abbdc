import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atomOf, type Feed, rssOf } from './feed.ts'

const entry = (over: object = {}) => ({
  id: 'urn:uuid:1',
  title: '通报',
  summary: '12 项目标',
  updated: '2026-10-20T02:00:00.000Z',
  link: 'https://example.cn/bulletins/1',
  author: '市经信局',
  ...over,
})
const feed = (over: Partial<Feed> = {}): Feed => ({
  id: 'https://example.cn/bulletins.atom',
  language: 'zh-CN',
  title: '通报',
  self: 'https://example.cn/bulletins.atom',
  home: 'https://example.cn/bulletins',
  updated: '1970-01-01T00:00:00Z',
  entries: [],
  ...over,
})

describe('a feed', () => {
  it('holds all that RFC 4287 asks of a feed and an entry, the newest first', () => {
    const text = atomOf(feed({ entries: [entry({ id: 'urn:uuid:0', updated: '2026-07-20T02:00:00.000Z' }), entry()] }))
    for (const each of ['id', 'title', 'updated', 'author', 'link', 'summary']) expect(text).toMatch(new RegExp(`<${each}[ >]`))
    expect(text.indexOf('urn:uuid:1')).toBeLessThan(text.indexOf('urn:uuid:0'))
    expect(/<updated>([^<]*)/.exec(text)?.[1]).toBe('2026-10-20T02:00:00.000Z')
    expect(atomOf(feed())).toContain('<updated>1970-01-01T00:00:00Z</updated>')
  })

  it('is the same as RSS 2.0: every entry with its title, link, day and an id that is no address', () => {
    const text = rssOf(feed({ entries: [entry({ id: 'urn:uuid:0', updated: '2026-07-20T02:00:00.000Z' }), entry()] }))
    for (const each of ['title', 'link', 'description', 'language', 'lastBuildDate'])
      expect(text).toMatch(new RegExp(`^    <${each}>`, 'm'))
    expect(text).toContain('<guid isPermaLink="false">urn:uuid:1</guid>')
    expect(text.indexOf('urn:uuid:1')).toBeLessThan(text.indexOf('urn:uuid:0'))
    expect(/<pubDate>([^<]*)/.exec(text)?.[1]).toBe('Tue, 20 Oct 2026 02:00:00 GMT')
    expect(rssOf(feed())).toContain('<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>')
  })

  it.each([
    ['Atom', atomOf],
    ['RSS', rssOf],
  ])('as %s stays well-formed whatever stands in its texts', (_, written) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const text = written(
          feed({ title: said, entries: [entry({ title: said, summary: said, author: said, link: `https://example.cn/${said}` })] }),
        )
        const tags = [...text.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)].filter(([, , , empty]) => empty === '')
        const open: string[] = []
        for (const [, closes, name = ''] of tags)
          if (closes === '/') expect(open.pop()).toBe(name)
          else open.push(name)
        expect(open).toEqual([])
        // Nothing that XML cannot hold: no control characters, no ampersand that begins nothing.
        expect([...text].filter((each) => each < ' ' && !'\t\n\r'.includes(each))).toEqual([])
        expect(text).not.toMatch(/[\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;)/)
      }),
    )
  })
})
