/** What a password may be: long enough, and not one that is tried first. Nothing about kinds of characters: that makes passwords worse, not better. */
import { COMMON_PIECES } from './common-passwords.ts'

export const SHORTEST = 12
export const LONGEST = 128
/** Texts about somebody that are too short to be looked for. */
const TELLING = 4
/** A run of this share of a password says nothing. */
const FEW = 4

const codePoints = (text: string): readonly number[] => [...text].map((sign) => sign.codePointAt(0) ?? 0)

/** Each sign follows the one before it by one step, up, down or not at all: `123456789012`, `abcdefghijkl`, `aaaaaaaaaaaa`. */
const isRun = (text: string): boolean => {
  const points = codePoints(text)
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0))
  const broken = steps.filter((step) => step !== steps[0])
  return Math.abs(steps[0] ?? 0) <= 1 && broken.length <= 1
}

/** The same few signs over and over: `abcabcabcabc`. */
const isRepeated = (text: string): boolean => new Set(text).size < FEW || /^(.{1,6}?)\1+$/u.test(text)

/** The longest first, so that `password` is found before `pass`. */
const PIECES = new RegExp([...COMMON_PIECES].sort((one, other) => other.length - one.length).join('|'), 'g')
const FILLING = /^[\d\p{P}\p{S}\s]*$/u
/** So many digits and signs beside common pieces are a date or an ornament; more could be chance. */
const MOST_FILLING = 8

/** Letters for the signs that stand for them: `P@ssw0rd` is `password`. */
const withLetters = (text: string): string =>
  text
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/(?<=[a-z])0(?=[a-z])/g, 'o')

const isMadeOfPieces = (text: string): boolean => {
  const rest = text.replaceAll(PIECES, '')
  return rest !== text && FILLING.test(rest) && rest.length <= MOST_FILLING
}

const isCommon = (text: string): boolean => {
  const lower = text.normalize('NFKC').toLowerCase()
  return isMadeOfPieces(lower) || isMadeOfPieces(withLetters(lower)) || isRun(lower) || isRepeated(lower)
}

/** Whether taking what is known about somebody away leaves too little to guess. */
const isPersonal = (text: string, about: readonly string[]): boolean => {
  const lower = text.normalize('NFKC').toLowerCase()
  return about
    .flatMap((each) => [each, each.split('@')[0] ?? ''])
    .map((each) => each.trim().normalize('NFKC').toLowerCase())
    .filter((each) => [...each].length >= TELLING || (/[^\p{ASCII}]/u.test(each) && [...each].length >= 2))
    .some((each) => lower.includes(each) && [...lower.replaceAll(each, '')].length < SHORTEST - TELLING)
}

/** What stands against a new password; `about`: names, e-mail addresses and numbers of whoever chooses it. Null: nothing. */
export const obstacleToPassword = (
  password: string,
  about: readonly string[],
): 'identity.password-short' | 'identity.password-long' | 'identity.password-common' | 'identity.password-personal' | null => {
  const length = [...password.normalize('NFKC')].length
  if (length < SHORTEST) return 'identity.password-short'
  if (length > LONGEST) return 'identity.password-long'
  if (isCommon(password)) return 'identity.password-common'
  return isPersonal(password, about) ? 'identity.password-personal' : null
}
