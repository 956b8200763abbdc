/** Randomness, which rules never have. */

const SALT_BYTES = 16

/** 128 bits nobody can guess, as hex. */
export const newSalt = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES))).toString('hex')
