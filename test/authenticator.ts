/** An authenticator in a few lines, for tests that need no browser: it makes one passkey (ES256, no attestation) and signs with it. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = {
  readonly challenge: string
  readonly rp?: { readonly id?: string }
  readonly rpId?: string
  readonly user?: { readonly id: string }
}

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes16 = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value])

export type Authenticator = {
  readonly make: (options: object, origin: string) => string
  readonly use: (options: object, origin: string, over?: { readonly verified?: boolean; readonly count?: number }) => string
}

export const authenticator = (): Authenticator => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let count = 0
  const dataOf = (host: string, flags: number, more = Buffer.alloc(0)): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return Buffer.concat([sha256(host), Buffer.from([flags]), counter, more])
  }
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const shell = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {} }
  return {
    make: (options, origin) => {
      const { challenge, rp } = options as Options
      const point = (name: number, value: string) => Buffer.concat([Buffer.from([name, 0x58, 32]), Buffer.from(value, 'base64url')])
      const key = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), point(0x21, x), point(0x22, y)])
      const more = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const authData = dataOf(rp?.id ?? '', PRESENT | VERIFIED | WITH_KEY, more)
      const object = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes16(authData)],
      ])
      const client = clientData('webauthn.create', challenge, origin).toString('base64url')
      return JSON.stringify({
        ...shell,
        response: { clientDataJSON: client, attestationObject: object.toString('base64url'), transports: ['internal'] },
      })
    },
    use: (options, origin, { verified = true, count: counted = count + 1 } = {}) => {
      const { challenge, rpId } = options as Options
      count = counted
      const authData = dataOf(rpId ?? '', PRESENT | (verified ? VERIFIED : 0))
      const client = clientData('webauthn.get', challenge, origin)
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)
      const response = { clientDataJSON: client, authenticatorData: authData, signature }
      return JSON.stringify({
        ...shell,
        response: Object.fromEntries(Object.entries(response).map(([name, value]) => [name, value.toString('base64url')])),
      })
    },
  }
}
