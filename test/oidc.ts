/** A real OpenID Connect provider in the test process, whose people are whoever signs in: their name is their subject and the first part of their address. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { atEnd } from './at-end.ts'

export const CLIENT = { clientId: 'planwright', clientSecret: 'a secret between two programs of a test' }

const newKeys = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomBytes(4).toString('hex'), use: 'sig', alg: 'RS256' }] }
}

/** Whoever signs in as `somebody+mfa` has given a second factor; as `somebody+open` has an address that nobody vouches for. */
const accountOf = (id: string) => {
  const [name = '', mark] = id.split('+')
  return { sub: name, email: `${name}@example.cn`, email_verified: mark !== 'open' }
}

const form = (address: string): string => `<!doctype html><html lang="en"><title>Provider</title><main><h1>Who are you?</h1>
  <form method="post" action="${address}"><label>Name <input name="login"></label><button>Sign in</button></form></main></html>`

const bodyOf = async (request: http.IncomingMessage): Promise<URLSearchParams> => {
  let body = ''
  for await (const chunk of request) body += chunk
  return new URLSearchParams(body)
}

export type TestProvider = {
  readonly issuer: string
  /** Signs with other keys from now on. */
  readonly rotate: () => void
}

/** Sends people back to these addresses only. It ends after the file's tests. */
export const startProvider = async (backTo: readonly string[], endsAt: readonly string[] = []): Promise<TestProvider> => {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const cookieKeys = [randomBytes(16).toString('hex')]

  const make = (): Provider =>
    new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [...backTo],
          post_logout_redirect_uris: [...endsAt],
        },
      ],
      jwks: newKeys(),
      cookies: { keys: cookieKeys },
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_context, id) => ({ accountId: id, claims: async () => accountOf(id) }),
      ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      loadExistingGrant: async (context) => {
        const { client, session, provider } = context.oidc
        const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
        grant.addOIDCScope('openid email')
        await grant.save()
        return grant
      },
    })
  let provider = make()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    if (request.method !== 'POST') return response.writeHead(200, { 'content-type': 'text/html' }).end(form(request.url))
    const accountId = (await bodyOf(request)).get('login') ?? ''
    const amr = accountId.endsWith('+mfa') ? ['pwd', 'mfa'] : ['pwd']
    await provider.interactionFinished(request, response, { login: { accountId, amr } })
  })
  return {
    issuer,
    rotate: () => {
      provider = make()
    },
  }
}
