/** The sign-in provider of the settings (OpenID Connect, authorization code with PKCE): the only address this program ever fetches for signing in. */
import * as client from 'openid-client'
import type { ProviderConfig } from '../kernel/config.ts'
import { lend, type Seal, takeBack } from '../kernel/seal.ts'
import { failProvider } from '../modules/identity/index.ts'
import type { SignInProvider } from '../web/context.ts'

const PURPOSE = 'http.provider-sign-in'
const WAY_MS = 10 * 60_000
const METADATA_MS = 3_600_000
const TIMEOUT_S = 10

/** What has to be the same when somebody comes back; it waits in their browser under seal. */
type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly to: string }

const wordsOf = (reason: unknown): string => (reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason))

export const providerOf = ({ issuer, clientId, clientSecret, name }: ProviderConfig, seal: Seal): SignInProvider => {
  const options = {
    timeout: TIMEOUT_S,
    // Settings take an issuer without TLS on this very machine only.
    execute: [...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []), client.enableNonRepudiationChecks],
  }
  let known: { readonly metadata: client.ServerMetadata; readonly at: number } | null = null

  /**
   * The provider as it describes itself, asked again after an hour. Keys are fetched for each sign-in: one that was replaced a moment ago is never taken for wrong.
   */
  const configuration = async (): Promise<client.Configuration> => {
    if (!known || Date.now() - known.at > METADATA_MS) {
      const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, options)
      known = { metadata: found.serverMetadata(), at: Date.now() }
    }
    const made = new client.Configuration({ ...known.metadata }, clientId, clientSecret)
    made.timeout = TIMEOUT_S
    for (const each of options.execute) each(made)
    return made
  }

  const reached = async (): Promise<client.Configuration> => {
    try {
      return await configuration()
    } catch (error) {
      console.error(`sign-in provider ${issuer}: ${wordsOf(error)}`)
      return failProvider('identity.provider-away', { name })
    }
  }

  /** What the provider tells of somebody beside the ID token, where many keep the e-mail address. */
  const more = async (config: client.Configuration, token: string, { sub, email }: client.IDToken): Promise<object> =>
    email !== undefined || !config.serverMetadata().userinfo_endpoint ? {} : client.fetchUserInfo(config, token, sub)

  return {
    name,
    begin: async (back, to) => {
      const config = await reached()
      const begun: Begun = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), to }
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid email',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, kept: lend(seal, PURPOSE, begun, new Date(Date.now() + WAY_MS)) }
    },
    finish: async (arrived, kept) => {
      const begun = takeBack<Begun>(seal, PURPOSE, kept, new Date())
      if (!begun) return failProvider('identity.provider-answer', { name })
      const config = await reached()
      try {
        const tokens = await client.authorizationCodeGrant(config, arrived, {
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims && tokens.id_token)
          return { claims: { ...(await more(config, tokens.access_token, claims)), ...claims }, idToken: tokens.id_token, to: begun.to }
      } catch (error) {
        known = null
        console.error(`sign-in provider ${issuer}: ${wordsOf(error)}`)
      }
      return failProvider('identity.provider-answer', { name })
    },
    end: async (idToken, back) => {
      const config = await configuration().catch(() => null)
      if (!config?.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: back }).href
    },
  }
}
