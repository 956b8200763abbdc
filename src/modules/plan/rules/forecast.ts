/** What will probably happen, from the readings alone. A status never depends on it. */
import { negativeBinomialAtLeast, studentBelow, studentQuantile } from './distribution.ts'

export type Space = 'level' | 'log' | 'logit'
export type Band = { readonly low: number; readonly high: number }
export type Forecast = {
  readonly space: Space
  /** Steps ahead; one step is the distance of the readings. */
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

/**
 * Random walk with drift over equally spaced readings (oldest first, at least three), `h` steps ahead, with Student's t of T − 2 degrees of freedom.
 * Null where the space does not hold the values (log of 0, a share of 1) or nothing varies.
 */
export const forecast = (
  values: readonly number[],
  horizon: number,
  target: number,
  direction: 'up' | 'down',
  space: Space,
): Forecast | null => {
  const T = values.length
  if (T < 3 || horizon <= 0) return null
  const { to, back } = spaces[space]
  const z = values.map(to)
  const goal = to(target)
  if (![...z, goal].every(Number.isFinite)) return null
  const drift = (z[T - 1]! - z[0]!) / (T - 1)
  const squares = z.slice(1).reduce((sum, each, index) => sum + (each - z[index]! - drift) ** 2, 0)
  const sigma = Math.sqrt(squares / (T - 2)) * Math.sqrt(horizon * (1 + horizon / (T - 1)))
  const centre = z[T - 1]! + drift * horizon
  const band = (share: number): Band => {
    const reach = sigma === 0 ? 0 : studentQuantile((1 + share) / 2, T - 2) * sigma
    return { low: back(centre - reach), high: back(centre + reach) }
  }
  const below = sigma === 0 ? (goal <= centre ? 0 : 1) : studentBelow((goal - centre) / sigma, T - 2)
  return {
    space,
    horizon,
    value: back(centre),
    sigma,
    band50: band(0.5),
    band80: band(0.8),
    attain: direction === 'up' ? 1 - below : below,
  }
}

/** P(at least `more` events in the time `remaining`) after `events` in `elapsed`: negative binomial with shape n + ½ (Jeffreys). */
export const countAttain = (events: number, elapsed: number, more: number, remaining: number): number =>
  negativeBinomialAtLeast(more, events + 0.5, elapsed / (elapsed + remaining))
