/** Randomness, which rules never have. */
import { createHash } from 'node:crypto'

const SALT_BYTES = 16

/** 128 bits nobody can guess, as hex. */
export const newSalt = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES))).toString('hex')

const TOKEN_BYTES = 32

/** 256 bits nobody can guess, as 43 characters that fit into a cookie and an address. */
export const newToken = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))).toString('base64url')

/** What is kept of a token instead of the token: enough to know it again, useless to whoever reads it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Letters and digits that nobody takes for another (Crockford's base32). */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz'
const CODE_LENGTH = 24

/** 120 bits nobody can guess, as 24 letters and digits that can be typed from paper: enough to be kept as a plain hash. */
export const newCode = (): string => Array.from(crypto.getRandomValues(new Uint8Array(CODE_LENGTH)), (byte) => SYMBOLS[byte & 31]).join('')
