import { describe, expect, it } from 'vitest'
import { atEnd } from '../../test/at-end.ts'
import { freshApp, home } from '../../test/site.ts'
import { siteOf } from './server.ts'

const { app } = await freshApp()
const siteWith = async (mode: 'demo' | 'production', origin: string | null) => {
  const site = await siteOf(app, null, { home, version: '0.0.0', requestsPerMinute: 1000, mode, origin })
  atEnd(() => site.close())
  return site
}
const demo = await siteWith('demo', null)
const production = await siteWith('production', 'https://plan.example.cn')

describe('every answer', () => {
  it.each(['/api/v1/packs', '/api/v1/nothing', '/favicon.ico', '/nowhere', '/measures/%E0%A4'])(
    'of %s says that it is neither to be sniffed, framed nor run',
    async (url) => {
      const { headers } = await demo.inject({ url })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['server']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('holds browsers to https where that is the public address, and only there', async () => {
    expect((await production.inject({ url: '/api/v1/packs' })).headers['strict-transport-security']).toMatch(
      /^max-age=\d{8}; includeSubDomains$/,
    )
    expect((await demo.inject({ url: '/api/v1/packs' })).headers['strict-transport-security']).toBeUndefined()
  })
})
