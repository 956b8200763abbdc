/** The reference's own numbers: fractions of two bigints, the lower one positive, not always in lowest terms. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

/** Beyond this a fraction is brought to lowest terms: chains of divisions would otherwise grow without end. */
const LONG = 1n << 128n

export const fraction = (n: bigint, d: bigint): Fraction => {
  if (d < LONG) return { n, d }
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return { n: n / a, d: d / a }
}
export const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n })
export const isWhole = ({ n, d }: Fraction): boolean => n % d === 0n

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
/** Undefined where the divisor is 0. */
export const over = (a: Fraction, b: Fraction): Fraction | undefined =>
  b.n === 0n ? undefined : b.n < 0n ? fraction(-a.n * b.d, -a.d * b.n) : fraction(a.n * b.d, a.d * b.n)
/** Below 0, 0 or above 0. */
export const order = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The greatest whole number that is not above the fraction. */
const below = ({ n, d }: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d))

/** Rounding by what the modes mean: the two whole numbers around x, and which of them. */
const roundedWhole = (x: Fraction, mode: string): bigint => {
  const low = below(x)
  if (low * x.d === x.n) return low
  const above = 2n * (x.n - low * x.d) - x.d
  switch (mode) {
    case 'floor':
      return low
    case 'ceiling':
      return low + 1n
    case 'half-up':
      return above >= 0n ? low + 1n : low
    case 'half-down':
      return above > 0n ? low + 1n : low
    case 'half-even':
      return above > 0n || (above === 0n && low % 2n !== 0n) ? low + 1n : low
    default:
      throw new Error(`the reference does not know the mode ${mode}`)
  }
}
/** To whole steps; undefined where the step is not above 0. */
export const rounded = (x: Fraction, mode: string, step: Fraction): Fraction | undefined =>
  step.n <= 0n ? undefined : times({ n: roundedWhole(over(x, step)!, mode), d: 1n }, step)
