/** What a target plans to have reached on its way, written in one cell. */
import { spanOf } from '../core/dates.ts'
import { exactOf } from '../core/exact.ts'
import type { PlannedValue } from './pack.ts'

/** `2026-03 400；2026-06 900`: values to be reached by the end of periods, one after the other; null where a part is none, or comes before the one ahead of it. */
export const plannedOf = (text: string): readonly PlannedValue[] | null => {
  const parts = text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = parts.flatMap((part) => {
    const [period = '', value = '', ...more] = part.split(/\s+/)
    return spanOf(period) && exactOf(value) !== null && more.length === 0 ? [{ period, value }] : []
  })
  const ends = found.map(({ period }) => spanOf(period)?.last ?? '')
  const inOrder = ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? ''))
  return found.length === parts.length && inOrder ? found : null
}
