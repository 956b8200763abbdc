/** What somebody types to say who they are: an e-mail address, a mobile number or a staff number. */

export type SignInName = { readonly kind: 'email' | 'mobile' | 'staffNumber'; readonly value: string }

const MOBILE = /^1[3-9]\d{9}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** One way of writing for all that differ in width, composition, case and blanks around; signs that stand for a blank become one, so these go last. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC').trim()

export const emailOf = (text: string): string | null => {
  const email = folded(text)
  return EMAIL.test(email) ? email : null
}

/** A mobile number of the mainland as its eleven digits, however it was grouped and with or without +86. */
export const mobileOf = (text: string): string | null => {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '')
  return MOBILE.test(digits) ? digits : null
}

/** Read in the same way wherever it is typed, so that one person has one count of attempts under each of their names. */
export const signInNameOf = (text: string): SignInName => {
  const email = emailOf(text)
  if (email !== null) return { kind: 'email', value: email }
  const mobile = mobileOf(text)
  return mobile !== null ? { kind: 'mobile', value: mobile } : { kind: 'staffNumber', value: folded(text) }
}
