/** What is kept unreadable for whoever has only the database, or is lent to a browser that must not read or change it. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const [ID_BYTES, NONCE_BYTES, TAG_BYTES] = [4, 12, 16]

/**
 * Seals with the installation's secret. `purpose` is part of the seal: what was sealed for one thing opens for no other. `open` answers null for whatever was not
 * sealed here for this purpose.
 */
export type Seal = {
  readonly close: (purpose: string, plain: Buffer) => Buffer
  readonly open: (purpose: string, sealed: Buffer) => Buffer | null
}

type SealKey = { readonly id: Buffer; readonly key: Buffer }

/** The id names the key without telling anything of it. */
const keyOf = (secret: string): SealKey => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'planwright seal', 32))
  return { id: createHash('sha256').update(key).digest().subarray(0, ID_BYTES), key }
}

/** The first secret seals; all of them open, so that a secret can be replaced while what it sealed is still there. */
export const sealOf = ([secret, ...older]: readonly [string, ...string[]]): Seal => {
  const current = keyOf(secret)
  const keys = [current, ...older.map(keyOf)]
  return {
    close: (purpose, plain) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, current.key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([current.id, nonce, cipher.getAuthTag(), body])
    },
    open: (purpose, sealed) => {
      const known = keys.find(({ id }) => id.equals(sealed.subarray(0, ID_BYTES)))
      if (!known || sealed.length < ID_BYTES + NONCE_BYTES + TAG_BYTES) return null
      const [nonceEnd, tagEnd] = [ID_BYTES + NONCE_BYTES, ID_BYTES + NONCE_BYTES + TAG_BYTES]
      try {
        const cipher = createDecipheriv(ALGORITHM, known.key, sealed.subarray(ID_BYTES, nonceEnd))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(sealed.subarray(nonceEnd, tagEnd))
        return Buffer.concat([cipher.update(sealed.subarray(tagEnd)), cipher.final()])
      } catch {
        return null
      }
    },
  }
}

/** A value lent out as text until an instant; whoever brings it back can neither have read nor changed it. */
export const lend = (seal: Seal, purpose: string, value: object, until: Date): string =>
  seal.close(purpose, Buffer.from(JSON.stringify({ until: until.getTime(), value }))).toString('base64url')

/** The value that was lent for this purpose; null once its time is over, and for anything else. What `lend` took is what comes back. */
export const takeBack = <T extends object>(seal: Seal, purpose: string, text: string, now: Date): T | null => {
  const plain = seal.open(purpose, Buffer.from(text, 'base64url'))
  if (plain === null) return null
  const { until, value } = JSON.parse(plain.toString()) as { readonly until: number; readonly value: T }
  return now.getTime() <= until ? value : null
}
