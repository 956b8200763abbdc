import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { freshApi } from '../../test/site.ts'
import { demo, house } from '../app.ts'
import type { Route } from '../kernel/module.ts'
import { rulesForBrowser, type VerifyReply } from '../modules/measure/index.ts'
import { demoUscc } from '../modules/party/index.ts'

const { api, app, hash } = await freshApi()
await demo(app, 3, 1, 'test')

/** A real value for every parameter in an address. */
const known: Readonly<Record<string, string>> = {
  '/measures/:id': 'research-subsidy',
  '/measures/:id/versions': 'research-subsidy',
  '/measures/:id/difference': 'research-subsidy',
  '/documents/:id': 'xc-policy-2024',
  '/indicators/:id': 'core_share',
  '/indicators/:id/assessments': 'core_share',
  '/indicators/:id/computations': 'core_share',
  '/enterprises/:uscc': demoUscc(1),
  '/calendar/:year': '2024',
}
/** What is posted where facts alone are not the question. */
const bodies: Readonly<Record<string, object>> = {
  'POST /verify': { receipt: 'no receipt' },
  'POST /explain': { row: 'E1,growth-award,undetermined,,6', on: '2025-06-30', facts: { 独立法人: '是' } },
}
/** What is asked beside the address. */
const queries: Readonly<Record<string, string>> = { '/measures/:id/difference': `?from=${hash}&to=${hash}` }
const ask = ({ on }: Route) => {
  const [method, url] = on.split(' ') as ['GET' | 'POST', string]
  const address = `/api/v1${url.replace(/:\w+/, () => known[url] ?? 'unknown')}${queries[url] ?? ''}`
  return api.inject(method === 'GET' ? { method, url: address } : { method, url: address, payload: bodies[on] ?? { facts: {} } })
}

const routes = house.flatMap((module) => module.routes).map((route) => [route.on, route] as const)
const isPublic = ([, { run }]: (typeof routes)[number]): boolean => run.right === 'public'

describe('every route', () => {
  it.each(routes.filter((each) => !isPublic(each)))('%s asks a visitor for a key', async (_on, route) => {
    const reply = await ask(route)
    expect([reply.statusCode, reply.json().code, reply.headers['www-authenticate']]).toEqual([
      401,
      'kernel.sign-in',
      'Bearer realm="planwright"',
    ])
  })

  it.each(routes.filter(isPublic))('%s answers as its contract says', async (_on, route) => {
    const reply = await ask(route)
    expect(reply.statusCode, reply.body).toBe(200)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect([...Value.Errors(route.reply, reply.json())]).toEqual([])
  })

  it('is one of those the public interface promises', () => {
    const addresses = house.flatMap((module) => module.routes).map((route) => route.on)
    expect(addresses).toEqual(
      expect.arrayContaining([
        'GET /measures',
        'GET /measures/:id',
        'POST /decide',
        'POST /explain',
        'GET /facts',
        'GET /documents',
        'GET /indicators',
        'GET /readings',
        'GET /targets',
        'GET /packs',
        'GET /calendar/:year',
      ]),
    )
  })

  it('says whether the site is well and which pack it uses', async () => {
    const reply = await api.inject('/api/v1/health')
    expect(reply.json()).toEqual({ status: 'ok', version: '0.0.0', pack: hash })
    expect(reply.headers['cache-control']).toBe('no-store')
  })
})

describe('a receipt', () => {
  const post = (url: string, payload: object) => api.inject({ method: 'POST', url: `/api/v1${url}`, payload })
  it('is handed over once, verifies with the facts, and names its pack', async () => {
    const kept = (await post('/receipt', { facts: { 营业收入: '6000 万元' }, on: '2024-06-30' })).json() as {
      receipt: string
      facts: object[]
    }
    const whole = (await post('/verify', { receipt: kept.receipt, facts: JSON.stringify({ facts: kept.facts }) })).json() as VerifyReply
    expect([whole.kind, whole.edition, whole.parts.every(({ holds }) => holds === true)]).toEqual(['decision', 'published', true])
    expect(whole.receipt?.pack.hash).toBe(hash)
    const elsewhere = kept.receipt.replaceAll(hash, '0'.repeat(64))
    expect((await post('/verify', { receipt: elsewhere })).json()).toMatchObject({ kind: 'decision', edition: 'unknown' })
  })
  it('is not verified with a file of facts that is none', async () => {
    const reply = await post('/verify', { receipt: '{}', facts: '{"a":1}' })
    expect([reply.statusCode, (reply.json() as { code: string }).code]).toEqual([400, 'measure.opened'])
  })
})

describe('rules for a browser', () => {
  const visitor = { kind: 'visitor' } as const
  it('are those of a pack that was published, and of no other', async () => {
    expect(JSON.parse(await app.perform(visitor, rulesForBrowser, { hash }))).toMatchObject({ hash })
    for (const unknown of ['0'.repeat(64), '\0'])
      await expect(app.perform(visitor, rulesForBrowser, { hash: unknown })).rejects.toMatchObject({ code: 'measure.rules-unknown' })
  })
})

describe('reading', () => {
  it('answers 304 to whoever has the answer already, compressed or not', async () => {
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      const first = await api.inject({ url: '/api/v1/measures', headers })
      expect(first.headers.etag, JSON.stringify(headers)).toMatch(/^(W\/)?"/)
      const again = await api.inject({ url: '/api/v1/measures', headers: { ...headers, 'if-none-match': String(first.headers.etag) } })
      expect(again.statusCode).toBe(304)
      expect(again.body).toBe('')
    }
  })

  it('answers HEAD as GET without a body', async () => {
    const reply = await api.inject({ method: 'HEAD', url: '/api/v1/measures' })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toBe('')
  })

  it('lets pages of other sites ask', async () => {
    const preflight = await api.inject({
      method: 'OPTIONS',
      url: '/api/v1/decide',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe('*')
    expect(preflight.headers['access-control-allow-methods']).toContain('POST')
    expect(preflight.headers['access-control-allow-headers']).toContain('content-type')
    const reply = await api.inject({ url: '/api/v1/packs', headers: { origin: 'https://example.org' } })
    expect(reply.headers['access-control-allow-origin']).toBe('*')
  })

  it('sends nothing that a browser could take for something else', async () => {
    const { headers } = await api.inject('/api/v1/packs')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it('takes an address with a slash at its end', async () => {
    expect((await api.inject('/api/v1/packs/')).statusCode).toBe(200)
  })
})
