/** Passkeys (Web Authentication level 3): what a browser is asked, and whether its answer is right. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

const SITE_NAME = '策行 Planwright'

/** EdDSA, ES256 and RS256: every authenticator has one of them. */
const ALGORITHMS = [-8, -7, -257]

/** A passkey belongs to one host; only pages at `origin` may ask for it. */
const hostOf = (origin: string): string => new URL(origin).hostname

/** Whether browsers keep passkeys for a site at this origin: over TLS or on this very machine, under a name and not a bare address. */
export const canHavePasskeys = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin)
  return hostname === 'localhost' || (protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname))
}

export type StoredPasskey = {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: bigint
  readonly transports: readonly string[]
}

const described = ({ credentialId, transports }: Pick<StoredPasskey, 'credentialId' | 'transports'>) => ({
  id: credentialId.toString('base64url'),
  transports: [...transports],
})

/** What a browser needs to make a passkey, as JSON. `user`: the bytes by which an authenticator knows the account; `others`: passkeys it must not double. */
export const makingOptions = async (
  origin: string,
  challenge: string,
  user: { readonly id: string; readonly name: string },
  others: readonly StoredPasskey[],
): Promise<object> =>
  generateRegistrationOptions({
    rpName: SITE_NAME,
    rpID: hostOf(origin),
    userID: new TextEncoder().encode(user.id),
    userName: user.name,
    userDisplayName: user.name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: others.map(described),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser needs to use a passkey, as JSON. `ofUser`: those that will do; null: whichever the person has. */
export const usingOptions = async (origin: string, challenge: string, ofUser: readonly StoredPasskey[] | null): Promise<object> =>
  generateAuthenticationOptions({
    rpID: hostOf(origin),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    ...(ofUser === null ? {} : { allowCredentials: ofUser.map(described) }),
  })

/** An answer as a form brings it; null if it is no JSON object with the id of a passkey. */
const readAnswer = (text: string): { readonly id: string } | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? { ...value, id: value.id } : null
  } catch {
    return null
  }
}

/** Which passkey an answer says it comes from; null if it is none. */
export const credentialIn = (answer: string): Buffer | null => {
  const read = readAnswer(answer)
  return read && Buffer.from(read.id, 'base64url')
}

/** The passkey that an answer brings, made at this origin upon a challenge of ours by somebody whom the authenticator verified; null otherwise. */
export const madePasskey = async (
  answer: string,
  origin: string,
  isOurs: (challenge: string) => boolean,
): Promise<(StoredPasskey & { readonly synced: boolean }) | null> => {
  try {
    const { registrationInfo: info } = await verifyRegistrationResponse({
      response: readAnswer(answer) as unknown as RegistrationResponseJSON,
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!info) return null
    const { id, publicKey, counter, transports = [] } = info.credential
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      counter: BigInt(counter),
      transports: transports.slice(0, 10),
      synced: info.credentialBackedUp,
    }
  } catch {
    // The library throws for whatever is wrong with an answer.
    return null
  }
}

/** The new count of a passkey that has signed a challenge of ours at this origin, for somebody whom it verified; null otherwise. */
export const usedPasskey = async (
  answer: string,
  origin: string,
  { credentialId, publicKey, counter }: StoredPasskey,
  isOurs: (challenge: string) => boolean,
): Promise<bigint | null> => {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: readAnswer(answer) as unknown as AuthenticationResponseJSON,
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: { id: credentialId.toString('base64url'), publicKey: new Uint8Array(publicKey), counter: Number(counter) },
    })
    return verified ? BigInt(authenticationInfo.newCounter) : null
  } catch {
    return null
  }
}
