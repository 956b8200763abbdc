/** The sounds that Mandarin is made of, as people type them: what names and phrases in passwords look like to whoever guesses. */

const INITIALS = ['b', 'p', 'm', 'f', 'd', 't', 'n', 'l', 'g', 'k', 'h', 'j', 'q', 'x', 'zh', 'ch', 'sh', 'r', 'z', 'c', 's', 'y', 'w', '']
const FINALS = 'a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ueng v ve ue'.split(
  ' ',
)
/** A little wider than what is spoken; the longest first. */
const SYLLABLE = `(?:${INITIALS.flatMap((initial) => FINALS.map((final) => initial + final))
  .sort((one, other) => other.length - one.length)
  .join('|')})`

/** A surname and a given name, or a phrase as short, with a birthday, a telephone number or another ornament before or behind. */
const NAME = new RegExp(`^[\\d\\p{P}\\p{S}]{0,11}${SYLLABLE}{1,3}[\\d\\p{P}\\p{S}]{0,11}$`, 'u')

export const isPinyinName = (folded: string): boolean => NAME.test(folded)
