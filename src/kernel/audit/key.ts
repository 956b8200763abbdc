/** The key that signs checkpoints: Ed25519, from the settings, or made once for a demonstration. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { fail } from '../messages.ts'
import { stateFolder } from '../postgres.ts'

/** `key` is the public key, 32 bytes as hex; `sign` gives the signature of a text in UTF-8, 64 bytes as hex. */
export type Signer = { readonly key: string; readonly sign: (text: string) => string }

/** What stands before the 32 bytes of a public key in its DER form (RFC 8410). */
const DER_PREFIX = '302a300506032b6570032100'

export const signerOf = (pem: string): Signer => {
  let own: KeyObject
  try {
    own = createPrivateKey(pem)
  } catch {
    return fail('kernel.config', { name: 'PLANWRIGHT_SIGNING_KEY', value: '…', expected: 'PEM (openssl genpkey -algorithm ed25519)' })
  }
  if (own.asymmetricKeyType !== 'ed25519')
    fail('kernel.config', { name: 'PLANWRIGHT_SIGNING_KEY', value: own.asymmetricKeyType ?? '', expected: 'ed25519' })
  const key = createPublicKey(own).export({ format: 'der', type: 'spki' }).toString('hex').slice(DER_PREFIX.length)
  return { key, sign: (text) => sign(null, Buffer.from(text), own).toString('hex') }
}

/** Whether a signature of a text was made with a key; a broken key signs nothing. */
export const signedWith = (text: string, signature: string, key: string): boolean => {
  try {
    const known = createPublicKey({ key: Buffer.from(DER_PREFIX + key, 'hex'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), known, Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

/** Makes the file if nobody has, readable for its owner alone. */
const keyIn = (folder: string): string => {
  const file = path.join(folder, 'signing-key.pem')
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    const fresh = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
    fs.writeFileSync(file, fresh, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS') fail('kernel.no-permission', { path: folder })
    if (code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8')
}

/** Whoever signs for this installation; null where real people rely on it and no key is named. */
export const signerFor = ({ signingKey, mode, home, dataFolder }: Config): Signer | null => {
  if (signingKey !== null) return signerOf(signingKey)
  return mode === 'demo' ? signerOf(keyIn(stateFolder(home, dataFolder))) : null
}
