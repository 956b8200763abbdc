/** What a password may be: long enough, and not one that is tried first. Nothing about kinds of characters: that makes passwords worse, not better. */
import { COMMON_PIECES } from './common-passwords.ts'
import { LISTED_PASSWORDS } from './listed-passwords.ts'
import { isPinyinName } from './pinyin.ts'

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

const DATE = '(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
/** Numbers that others know: of an identity card, a mobile telephone, a day. */
const KNOWN_NUMBERS = [`[1-9]\\d{5}${DATE}\\d{3}[\\dx]`, '1[3-9]\\d{9}', DATE].map((each) => new RegExp(each, 'y'))
const FILLING = /[\d\p{P}\p{S}\s]/u
/** So many digits and signs beside common pieces are a date or an ornament; more could be chance. */
const MOST_FILLING = 8

/** Letters for the signs that stand for them: `P@ssw0rd` is `password`. */
const withLetters = (text: string): string =>
  text
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/(?<=[a-z])0(?=[a-z])/g, 'o')

/** Whether some way of reading it finds common pieces alone, with few signs of filling between them: `qwert` and `you` as well as `qwerty` and `ou`. */
const isMadeOfPieces = (text: string): boolean => {
  /** The fewest signs of filling in what stands before each place. */
  const fewest = [0, ...Array.from({ length: text.length }, () => Number.POSITIVE_INFINITY)]
  const reach = (place: number, filling: number): void => {
    if (filling < (fewest[place] ?? 0)) fewest[place] = filling
  }
  for (let place = 0; place < text.length; place++) {
    const filling = fewest[place] ?? 0
    if (filling > MOST_FILLING) continue
    if (FILLING.test(text.charAt(place))) reach(place + 1, filling + 1)
    for (const piece of COMMON_PIECES) if (text.startsWith(piece, place)) reach(place + piece.length, filling)
    for (const number of KNOWN_NUMBERS) {
      number.lastIndex = place
      if (number.test(text)) reach(number.lastIndex, filling)
    }
  }
  return (fewest[text.length] ?? 0) <= MOST_FILLING && text.length > MOST_FILLING
}

const ORNAMENT = /^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu

/** One of the passwords that are chosen most, alone or twice, with few digits and signs around it. */
const isListed = (text: string): boolean => {
  const core = text.replaceAll(ORNAMENT, '')
  const half = core.slice(0, core.length / 2)
  return (
    LISTED_PASSWORDS.has(text) ||
    (text.length - core.length <= MOST_FILLING && (LISTED_PASSWORDS.has(core) || (half + half === core && LISTED_PASSWORDS.has(half))))
  )
}

/** One way of writing for all that differ in width, composition or case. */
const folded = (text: string): string => text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')

const isCommon = (text: string): boolean => {
  const plain = folded(text)
  return (
    [plain, withLetters(plain)].some((each) => isMadeOfPieces(each) || isListed(each) || isPinyinName(each)) ||
    isRun(plain) ||
    isRepeated(plain)
  )
}

/** Whether taking what is known about somebody away leaves too little to guess. */
const isPersonal = (text: string, about: readonly string[]): boolean => {
  const plain = folded(text)
  return about
    .flatMap((each) => [each, each.split('@')[0] ?? ''])
    .map((each) => folded(each.trim()))
    .filter((each) => [...each].length >= TELLING || (/[^\p{ASCII}]/u.test(each) && [...each].length >= 2))
    .some((each) => plain.includes(each) && [...plain.replaceAll(each, '')].length < SHORTEST - TELLING)
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
