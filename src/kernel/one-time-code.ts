/** One-time codes of an authenticator app (RFC 6238): six digits, a new one every thirty seconds. */
import { Secret, TOTP } from 'otpauth'

const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 }

/** One step before and after the present one counts: clocks differ, and typing takes time. */
const DRIFT = 1

/** A new secret of 160 bits, as RFC 4226 asks for. */
export const newCodeSecret = (): Buffer => Buffer.from(new Secret({ size: 20 }).bytes)

const secretOf = (bytes: Buffer): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer })

/** The secret as people type it: base32. */
export const codeSecretText = (secret: Buffer): string => secretOf(secret).base32

/** What an authenticator app reads from a picture. */
export const codeAddress = (secret: Buffer, issuer: string, account: string): string =>
  new TOTP({ ...SHAPE, issuer, label: account, secret: secretOf(secret) }).toString()

/** The step whose code this is, of those that count now; null for any other text. */
export const stepOfCode = (secret: Buffer, code: string, now: Date): number | null => {
  const at = { secret: secretOf(secret), timestamp: now.getTime() }
  const delta = TOTP.validate({ ...SHAPE, ...at, token: code, window: DRIFT })
  return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp: at.timestamp }) + delta
}
