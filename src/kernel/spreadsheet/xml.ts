/** Just enough XML for the parts of a workbook: elements in order, no DTD, no entity but those of XML itself. */
import { fail } from '../messages.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const charOf = (reference: string): string => {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
}

/** Text as it is meant; an entity that XML does not know stands as it is written. */
const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) =>
        name.startsWith('#') ? charOf(name) : (ENTITIES[name] ?? whole),
      )
    : text

/** `_x000D_` is how a workbook writes what XML cannot hold; `_x005F_` stands before what only looks like it. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

// Begins at a blank, so that a long word that is no attribute is read once and not from each of its letters.
const ATTRIBUTE = /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a tag by their names without prefixes. */
export const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [local(name), plain(double ?? single ?? '')]))

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Where a tag ends: at the first > that stands in no quotes. */
const endOf = (xml: string, start: number): number => {
  let quote = ''
  for (let at = start; at < xml.length; at++) {
    const char = xml[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return -1
}

export type Handler = {
  /** `tag`: what stands between the name and the end of the tag. An element without content is opened and closed. */
  readonly open: (name: string, tag: string) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** Goes through a part from its beginning to its end; refuses what is no XML. */
export const scan = (xml: string, { open, close, text }: Handler): void => {
  const broken = (): never => fail('kernel.workbook-broken', {})
  let [at, depth] = [0, 0]
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    if (start < 0) break
    if (text && start > at) text(plain(xml.slice(at, start)))
    if (xml.startsWith('<!--', start)) {
      at = xml.indexOf('-->', start)
      if (at < 0) broken()
      at += 3
    } else if (xml.startsWith('<![CDATA[', start)) {
      const end = xml.indexOf(']]>', start)
      if (end < 0) broken()
      text?.(xml.slice(start + 9, end))
      at = end + 3
    } else {
      const end = endOf(xml, start)
      if (end < 0 || xml.startsWith('<!', start)) broken()
      at = end + 1
      if (xml[start + 1] === '?') continue
      if (xml[start + 1] === '/') {
        depth--
        close(local(xml.slice(start + 2, end).trim()))
        continue
      }
      const isEmpty = xml[end - 1] === '/'
      const whole = xml.slice(start + 1, isEmpty ? end - 1 : end)
      const blank = whole.search(/\s/)
      const name = local(blank < 0 ? whole : whole.slice(0, blank))
      open(name, blank < 0 ? '' : whole.slice(blank))
      if (isEmpty) close(name)
      else depth++
    }
  }
  if (depth !== 0) broken()
}
