/** Student's t and the negative binomial. Doubles are enough: they word an outlook and decide no category. */

/** ln Γ(x) for x > 0 (Lanczos, g = 607/128, n = 15): some 15 digits. */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
  4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265,
  -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const
const lnGamma = (x: number): number => {
  let sum: number = LANCZOS[0]
  for (let k = 1; k < LANCZOS.length; k++) sum += LANCZOS[k]! / (x + k)
  const t = x + 607 / 128 + 0.5
  return (x + 0.5) * Math.log(t) - t + Math.log((Math.sqrt(2 * Math.PI) * sum) / x)
}

/** The continued fraction of the incomplete beta function (Lentz). */
const betaFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let h = d
  for (let m = 1; m <= 500; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d
      d = 1 / (Math.abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      if (Math.abs(c) < tiny) c = tiny
      h *= d * c
    }
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

/** The regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1. */
export const beta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** P(T ≤ t) with `nu` degrees of freedom. */
export const studentBelow = (t: number, nu: number): number => {
  const square = t * t
  // Near 0 the middle is what is small, far out the tail: the smaller part keeps its digits.
  if (square < nu) return 0.5 + (Math.sign(t) * beta(square / (nu + square), 0.5, nu / 2)) / 2
  const tail = beta(nu / (nu + square), nu / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/** The t below which a share `p` lies, by bisection: exact to the last digits that matter. */
export const studentQuantile = (p: number, nu: number): number => {
  if (p === 0.5) return 0
  let [low, high] = [-1, 1]
  while (studentBelow(low, nu) > p) low *= 2
  while (studentBelow(high, nu) < p) high *= 2
  for (let k = 0; k < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low)); k++) {
    const middle = (low + high) / 2
    if (studentBelow(middle, nu) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * P(at least `more` further events) in the time that remains, after `events` in the time elapsed: negative binomial of shape n + ½ (Jeffreys’ prior of the rate) and
 * success probability p = t/(t + τ), that is I_{1−p}(more, n + ½).
 */
export const countAtLeast = (
  more: number,
  { events, elapsed, remaining }: { readonly events: number; readonly elapsed: number; readonly remaining: number },
): number => (more <= 0 ? 1 : beta(remaining / (elapsed + remaining), more, events + 0.5))
