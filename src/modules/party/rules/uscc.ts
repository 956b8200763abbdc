/** Unified social credit codes (GB 32100-2015): eighteen characters, the last a check digit modulo 31. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** The check digit of the first seventeen characters; null if one of them is not of the alphabet (I, O, S, V, Z are not). */
export const checkDigitOf = (first17: string): string | null => {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17[index] ?? ' ')
    if (value < 0) return null
    sum += value * weight
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

export const isUscc = (text: string): boolean => text.length === 18 && checkDigitOf(text) === text[17]

/**
 * The code of a synthetic enterprise: an enterprise of the market regulator (91) in region 000000, which does not exist, so that it can be nobody's.
 */
export const demoUscc = (number: number): string => {
  const first = `91000000${String(number).padStart(9, '0')}`
  return first + checkDigitOf(first)!
}
