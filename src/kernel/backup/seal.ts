/**
 * Encryption of a backup's parts: AES-256-GCM in chunks, each bound to its place and the last one marked (the STREAM construction), so that nothing can be changed,
 * moved, cut off or added. Each part has a key of its own, from the passphrase by scrypt and from the part's name by HKDF.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'
import { fail } from './messages.ts'

const CHUNK = 64 * 1024
const TAG = 16
const SALT = 16
const MAGIC = Buffer.from('PLANWRIGHT1\n')
const LEAST = 16
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Keys for the parts of one backup. */
export type Sealer = { readonly salt: Buffer; readonly keyOf: (part: string) => Buffer }

const sealerOf = (passphrase: string, salt: Buffer): Sealer => {
  const master = scryptSync(passphrase.normalize('NFC'), salt, 32, COST)
  return { salt, keyOf: (part) => Buffer.from(hkdfSync('sha256', master, salt, part, 32)) }
}

export const newSealer = (passphrase: string): Sealer => sealerOf(passphrase, randomBytes(SALT))

/** The passphrase in a file, without the line end behind it. */
export const passphraseIn = async (file: string): Promise<string> => {
  const text = (await readFile(file, 'utf8').catch(() => fail('backup.key-unreadable', { file }))).replace(/\r?\n$/, '')
  return [...text].length >= LEAST ? text : fail('backup.key-short', { least: LEAST })
}

const nonceOf = (counter: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Cuts a stream into chunks of a size and says which one is the last; an empty stream is one empty chunk. */
const inChunks = (
  size: number,
  turn: (chunk: Buffer, place: number, isLast: boolean) => Buffer,
  before: Buffer = Buffer.alloc(0),
): Transform => {
  let held: Buffer = Buffer.alloc(0)
  let place = 0
  return new Transform({
    construct(done) {
      if (before.length > 0) this.push(before)
      done()
    },
    transform(bytes: Buffer, _encoding, done: TransformCallback) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      let from = 0
      try {
        for (; held.length - from > size; from += size) this.push(turn(held.subarray(from, from + size), place++, false))
      } catch (error) {
        return done(error as Error)
      }
      held = held.subarray(from)
      done()
    },
    flush(done) {
      try {
        this.push(turn(held, place, true))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

export const sealing = (part: string, { salt, keyOf }: Sealer): Transform => {
  const key = keyOf(part)
  const seal = (chunk: Buffer, place: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place, isLast))
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  return inChunks(CHUNK, seal, Buffer.concat([MAGIC, salt]))
}

/** Opens what `sealing` made under the same name; the keys are found once for each salt. */
export const opening = (passphrase: string): ((part: string) => Transform) => {
  const sealers = new Map<string, Sealer>()
  const keyFor = (salt: Buffer, part: string): Buffer => {
    const name = salt.toString('hex')
    const sealer = sealers.get(name) ?? sealerOf(passphrase, salt)
    sealers.set(name, sealer)
    return sealer.keyOf(part)
  }
  return (part) => {
    let key: Buffer | null = null
    let head: Buffer = Buffer.alloc(0)
    const refuse = (): never => fail('backup.sealed', { part })
    const open = (chunk: Buffer, place: number, isLast: boolean): Buffer => {
      if (key === null || chunk.length < TAG) return refuse()
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place, isLast))
      decipher.setAuthTag(chunk.subarray(-TAG))
      try {
        return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()])
      } catch {
        return refuse()
      }
    }
    const chunks = inChunks(CHUNK + TAG, open)
    const transform = chunks._transform.bind(chunks)
    chunks._transform = (bytes: Buffer, encoding, done) => {
      if (key !== null) return transform(bytes, encoding, done)
      head = Buffer.concat([head, bytes])
      if (head.length < MAGIC.length + SALT) return done()
      try {
        if (!head.subarray(0, MAGIC.length).equals(MAGIC)) refuse()
        key = keyFor(head.subarray(MAGIC.length, MAGIC.length + SALT), part)
      } catch (error) {
        return done(error as Error)
      }
      transform(head.subarray(MAGIC.length + SALT), encoding, done)
    }
    return chunks
  }
}
