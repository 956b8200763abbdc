import type { Diagnostic, Place, Severity } from '../core/diagnostic.ts'
import { fill, type Text } from '../core/messages.ts'
import { type PackCode, packMessages } from './messages.ts'

export type Report = (
  code: PackCode,
  place: Place,
  params?: Readonly<Record<string, string | number | Text>>,
  more?: { severity?: Severity; clause?: string; other?: Diagnostic['other'] },
) => void

/** Collects findings; the line they stand on is looked up in the files of the pack. */
export const reporting = (files: ReadonlyMap<string, string>): { readonly found: Diagnostic[]; readonly report: Report } => {
  const found: Diagnostic[] = []
  const lines = new Map<string, readonly string[]>()
  const lineOf = (place: Place): string | undefined => {
    const text = files.get(place.file)
    if (text === undefined) return undefined
    if (!lines.has(place.file)) lines.set(place.file, text.split(/\r?\n/))
    return lines.get(place.file)![place.line - 1]
  }
  const report: Report = (code, place, params = {}, more = {}) => {
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
  return { found, report }
}
