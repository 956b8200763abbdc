/** How many recovery codes somebody is given. */
export const CODES = 10

/** A recovery code as it is shown: six groups of four. */
export const codeShown = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What somebody typed, as a recovery code is kept: letters that look like digits are taken for them. */
export const codeTyped = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')

/** A one-time code as an app shows it, however it was grouped; null for anything else. */
export const oneTimeCodeTyped = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
