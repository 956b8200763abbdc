import { describe, expect, it, vi } from 'vitest'
import { CLIENT, startProvider } from '../../test/oidc.ts'
import { refusalOf } from '../../test/refused.ts'
import { sealOf } from '../kernel/seal.ts'
import { providerOf } from './provider.ts'

const BACK = 'http://localhost:4620/sign-in/provider/back'
const seal = sealOf(['a secret for tests, and for nothing else'])
const { issuer, rotate } = await startProvider([BACK])
const settings = { issuer, ...CLIENT, name: '统一认证' }
const provider = providerOf(settings, seal)

/** Goes where a browser would, with its cookies, and answers the provider's form; where it was sent in the end. */
const browse = async (address: string, login: string): Promise<URL> => {
  const cookies = new Map<string, string>()
  let [at, post] = [new URL(address), false]
  for (let step = 0; step < 10; step++) {
    if (at.href.startsWith(BACK)) return at
    const reply: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(post ? { method: 'POST', body: new URLSearchParams({ login }) } : {}),
    })
    for (const each of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const next = reply.headers.get('location')
    post = next === null
    if (next !== null) at = new URL(next, at)
  }
  throw new Error(`lost at ${at.href}`)
}
const round = async (login: string) => {
  const { address, kept } = await provider.begin(BACK, '/account')
  return provider.finish(await browse(address, login), kept)
}
const quietly = async (work: () => Promise<unknown>): Promise<string> => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    return (await refusalOf(work())).code
  } finally {
    log.mockRestore()
  }
}

describe('a sign-in provider', () => {
  it('says who somebody is, with the address from beside the ID token, and where they wanted to go', async () => {
    const { claims, idToken, to } = await round('li')
    expect(claims).toMatchObject({ iss: issuer, sub: 'li', email: 'li@example.cn', email_verified: true, amr: ['pwd'] })
    expect([idToken.split('.').length, to]).toEqual([3, '/account'])
  })

  it('says that a second factor was given', async () => {
    expect((await round('wang+mfa')).claims).toMatchObject({ amr: ['pwd', 'mfa'] })
  })

  it('may sign with other keys from one sign-in to the next, and in the middle of one', async () => {
    await round('li')
    rotate()
    expect((await round('li')).claims.sub).toBe('li')
    const { address, kept } = await provider.begin(BACK, '/')
    const arrived = await browse(address, 'li')
    expect((await provider.finish(arrived, kept)).claims.sub).toBe('li')
  })

  it('is believed only with what this browser has kept, once, and for ten minutes', async () => {
    const { address, kept } = await provider.begin(BACK, '/')
    const other = await provider.begin(BACK, '/')
    const arrived = await browse(address, 'li')
    const finish = (what: URL, with_: string) => quietly(() => provider.finish(what, with_))
    expect(await finish(arrived, '')).toBe('identity.provider-answer')
    expect(await finish(arrived, other.kept)).toBe('identity.provider-answer')
    const forged = new URL(arrived)
    forged.searchParams.set('iss', 'https://elsewhere.example')
    expect(await finish(forged, kept)).toBe('identity.provider-answer')
    await provider.finish(arrived, kept)
    expect(await finish(arrived, kept)).toBe('identity.provider-answer')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
    expect(await finish(arrived, kept)).toBe('identity.provider-answer')
    vi.useRealTimers()
  })

  it('that somebody turned away from has confirmed nobody', async () => {
    const { kept } = await provider.begin(BACK, '/')
    expect(await quietly(() => provider.finish(new URL(`${BACK}?error=access_denied&state=x`), kept))).toBe('identity.provider-answer')
  })

  it('is told who signs out, and where they go on', async () => {
    const { idToken } = await round('li')
    const end = new URL((await provider.end(idToken, 'http://localhost:4620/')) ?? '')
    expect([end.origin, end.searchParams.get('id_token_hint')]).toEqual([issuer, idToken])
  })

  it('that does not answer is away, in words', async () => {
    const gone = providerOf({ ...settings, issuer: 'http://localhost:1' }, seal)
    expect(await quietly(() => gone.begin(BACK, '/'))).toBe('identity.provider-away')
    expect(await gone.end('x', 'http://localhost:4620/')).toBeNull()
  })
})
