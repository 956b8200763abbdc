/** The same document is the same file: every time in it is its day. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Day } from '../core/dates.ts'

/** What a ZIP can say of a time begins in 1980. */
const mtimeOf = (day: Day): Date => {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Math.max(1980, year), month - 1, date)
}

/** A DOCX with the times of its properties and of its parts set to a day. */
export const sealed = (docx: Uint8Array, day: Day): Uint8Array => {
  const parts = unzipSync(docx)
  const core = parts['docProps/core.xml']
  if (core === undefined) throw new Error('a DOCX without docProps/core.xml')
  const dated = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
  const all: Record<string, Uint8Array> = { ...parts, 'docProps/core.xml': strToU8(dated) }
  const files = Object.entries(all).map(([name, bytes]) => [name, [bytes, { mtime: mtimeOf(day) }]] as const)
  return zipSync(Object.fromEntries(files) as Zippable, { level: 6 })
}
