/** Answers kept for as long as what they were computed from: the same texts and days always give the same. */
import type { Day } from '../../core/dates.ts'

/** Computes once for each object; gone with the object. */
export const keptWith = <K extends object, T>(work: (of: K) => T): ((of: K) => T) => {
  const kept = new WeakMap<K, { readonly result: T }>()
  return (of) => {
    const known = kept.get(of)
    if (known) return known.result
    const result = work(of)
    kept.set(of, { result })
    return result
  }
}

/** As of which day, and with what was known on which day. */
export type When = { readonly asOf: Day; readonly known: Day }

const KEPT_DAYS = 32

/** Computes once for each object and pair of days, of which the latest few dozen are kept. */
export const keptByDay = <K extends object, T>(work: (of: K, when: When) => T): ((of: K, when: When) => T) => {
  const days = keptWith((_of: K) => new Map<string, { readonly result: T }>())
  return (of, when) => {
    const own = days(of)
    const key = `${when.asOf} ${when.known}`
    const known = own.get(key)
    if (known) return known.result
    if (own.size >= KEPT_DAYS) own.clear()
    const result = work(of, when)
    own.set(key, { result })
    return result
  }
}
