/** What the provider may call a sign-in with more than a password (RFC 8176, OpenID PAPE). */
const STRONG_CONTEXTS = ['mfa', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor']

/** Whether a second factor was given there: `amr` names `mfa`, or `acr` is a context that means it. */
export const saysStrong = ({ amr, acr }: { readonly amr?: unknown; readonly acr?: unknown }): boolean =>
  (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && STRONG_CONTEXTS.includes(acr))

/** The e-mail address that the provider vouches for; null where it does not. */
export const vouchedEmail = ({ email, email_verified }: { readonly email?: unknown; readonly email_verified?: unknown }): string | null =>
  typeof email === 'string' && email_verified === true ? email.trim().toLowerCase() : null
