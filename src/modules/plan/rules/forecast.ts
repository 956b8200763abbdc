/** What will probably happen, from the readings alone. A status never depends on it. */
import { studentBelow, studentQuantile } from './distribution.ts'

export type Space = 'level' | 'log' | 'logit'
export type Band = { readonly low: number; readonly high: number }
export type Forecast = {
  /** `count`: events at an unknown steady rate, not a random walk. */
  readonly space: Space | 'count'
  /** Steps ahead; one step is the distance of the readings, of a count a part of the time that remains. */
  readonly horizon: number
  readonly value: number
  /** On the scale of the forecast space, before going back. */
  readonly sigma: number
  readonly band50: Band
  readonly band80: Band
  /** P(attain): the chance that the value reaches the target. */
  readonly attain: number
}

const spaces: Readonly<Record<Space, { readonly to: (x: number) => number; readonly back: (z: number) => number }>> = {
  level: { to: (x) => x, back: (z) => z },
  log: { to: Math.log, back: Math.exp },
  logit: { to: (p) => Math.log(p / (1 - p)), back: (z) => 1 / (1 + Math.exp(-z)) },
}

/** The half widths of the bands in units of sigma, by degrees of freedom. */
const reaches: (readonly [half: number, four: number])[] = []
const reachOf = (degrees: number): readonly [number, number] =>
  (reaches[degrees] ??= [studentQuantile(0.75, degrees), studentQuantile(0.9, degrees)])

/**
 * Random walk with drift over equally spaced readings (oldest first, at least three), with Student's t of T − 2 degrees of freedom: what it says of any number of
 * steps ahead about reaching a target. Null where the space does not hold the values (log of 0, a share of 1) or there are too few.
 */
export const fitted = (
  values: readonly number[],
  target: number,
  direction: 'up' | 'down',
  space: Space,
): ((horizon: number) => Forecast) | null => {
  const T = values.length
  if (T < 3) return null
  const { to, back } = spaces[space]
  const z = values.map(to)
  const goal = to(target)
  if (!Number.isFinite(goal) || !z.every(Number.isFinite)) return null
  const last = z[T - 1]!
  const drift = (last - z[0]!) / (T - 1)
  let squares = 0
  for (let index = 1; index < T; index++) squares += (z[index]! - z[index - 1]! - drift) ** 2
  const step = Math.sqrt(squares / (T - 2))
  const [half, four] = reachOf(T - 2)
  return (horizon) => {
    const sigma = step * Math.sqrt(horizon * (1 + horizon / (T - 1)))
    const centre = last + drift * horizon
    const band = (reach: number): Band => ({ low: back(centre - reach * sigma), high: back(centre + reach * sigma) })
    const below = sigma === 0 ? (goal <= centre ? 0 : 1) : studentBelow((goal - centre) / sigma, T - 2)
    const attain = direction === 'up' ? 1 - below : below
    return { space, horizon, value: back(centre), sigma, band50: band(half), band80: band(four), attain }
  }
}

/** The same for one number of steps ahead; null where there is none. */
export const forecast = (
  values: readonly number[],
  horizon: number,
  target: number,
  direction: 'up' | 'down',
  space: Space,
): Forecast | null => (horizon <= 0 ? null : (fitted(values, target, direction, space)?.(horizon) ?? null))
