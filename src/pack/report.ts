import type { Diagnostic, Place, Severity } from '../core/diagnostic.ts'
import { fill, type Text } from '../core/messages.ts'
import { hintOf } from '../core/nearest.ts'
import { type PackCode, packMessages } from './messages.ts'

/** More findings than this are not read by anybody; the last one kept says so. */
const LIMIT = 1000

export type Report = (
  code: PackCode,
  place: Place,
  params?: Readonly<Record<string, string | number | Text>>,
  more?: { severity?: Severity; clause?: string; other?: Diagnostic['other'] },
) => void
/** The nearest known name as the `hint` of a message; nothing once no more findings are kept. */
export type Hint = (name: string, candidates: Iterable<string>) => Text
export type Reporter = { readonly found: Diagnostic[]; readonly report: Report; readonly hint: Hint }

/** The place of a whole file: its first character. */
export const topOf = (file: string): Place => ({ file, line: 1, column: 1, end: 2 })

/** The place of `length` characters from an offset of a text on. */
export const placeAt = (file: string, text: string, offset: number, length: number): Place => {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  return { file, line, column, end: column + Math.max(1, length) }
}

/** Collects findings; the line they stand on is looked up in the files of the pack. */
export const reporting = (files: ReadonlyMap<string, string>): Reporter => {
  const found: Diagnostic[] = []
  const lines = new Map<string, readonly string[]>()
  const lineOf = (place: Place): string | undefined => {
    const text = files.get(place.file)
    if (text === undefined) return undefined
    if (!lines.has(place.file)) lines.set(place.file, text.split(/\r?\n/))
    return lines.get(place.file)![place.line - 1]
  }
  const add: Report = (code, place, params = {}, more = {}) => {
    const own = (language: 'zh' | 'en') =>
      fill(
        packMessages[code][language],
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value])),
      )
    const source = lineOf(place)
    found.push({
      code,
      severity: more.severity ?? 'error',
      place,
      message: { zh: own('zh'), en: own('en') },
      ...(source === undefined ? {} : { source: source.slice(0, 400) }),
      ...(more.clause ? { clause: more.clause } : {}),
      ...(more.other ? { other: more.other } : {}),
    })
  }
  let count = 0
  return {
    found,
    report: (...finding) => {
      if (++count <= LIMIT) add(...finding)
      else if (count === LIMIT + 1) add('pack.too-many-findings', finding[1], { limit: LIMIT })
    },
    hint: (name, candidates) => (count < LIMIT ? hintOf(name, candidates) : { zh: '', en: '' }),
  }
}
