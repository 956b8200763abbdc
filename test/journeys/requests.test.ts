/** What no browser sends: answered briefly, in words, and without a line in the log. */
import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { freshSite } from '../site.ts'

describe('a page that is asked for in another way', async () => {
  const site = await freshSite('xincheng')
  const answer = async (path: string, options: RequestInit) => {
    const reply = await fetch(site.address + path, options)
    return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: (await reply.json()) as { code: string } }
  }

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s and says what is possible', async (method) => {
    const { status, type, body } = await answer('/measures/growth-award', { method })
    expect([status, body.code]).toEqual([405, 'kernel.page-method'])
    expect(type).toContain('application/problem+json')
  })

  it.each(['https://elsewhere.example', 'null'])('takes no form from %s', async (origin) => {
    const { status, body } = await answer('/check', {
      method: 'POST',
      body: 'on=2025-06-30',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([status, body.code]).toEqual([403, 'kernel.page-foreign'])
  })

  it('writes nothing to the log for a form that a page does not have', async () => {
    const options = { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    // Lines of what was refused, which are JSON, may still be on their way.
    const written = () => site.output().replace(/^\{.*\}\n/gm, '')
    const before = written()
    expect((await fetch(`${site.address}/plan`, options)).status).toBe(405)
    expect(written()).toBe(before)
  })

  it('never hands a page made under one name of the host to who asks under another', async () => {
    const under = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        get(`${site.address}/en/api`, { headers: { host } }, (reply) => void text(reply).then(resolve, reject)).on('error', reject)
      })
    const own = new URL(site.address).host
    expect(await under('elsewhere.example')).toContain('http://elsewhere.example/')
    const mine = await under(own)
    expect(mine).toContain(`http://${own}/`)
    expect(mine).not.toContain('elsewhere.example')
  })

  it('takes a form from itself', async () => {
    const options = {
      method: 'POST',
      body: 'on=2025-06-30',
      headers: { origin: site.address, 'content-type': 'application/x-www-form-urlencoded' },
    }
    expect((await fetch(`${site.address}/check`, options)).status).toBe(200)
  })
})
