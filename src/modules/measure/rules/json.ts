import { denominator, numerator } from '../../../core/exact.ts'

/** The checked tree as JSON: fractions as `"3/10"`, places left out, everything else as it is. */
export const exactJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(exactJson)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if ('n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint') {
    const exact = { n: value.n, d: value.d }
    return `${numerator(exact)}/${denominator(exact)}`
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'place')
      .map(([key, each]) => [key, exactJson(each)]),
  )
}
