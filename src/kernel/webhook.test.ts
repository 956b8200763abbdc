import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../test/at-end.ts'
import { configOf } from './config.ts'
import { receiverAddress, signatureOf, webhookKey, webhooksOf } from './webhook.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const key = webhookKey(SECRET)!

/** What came in, by address. */
const seen: { readonly address: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = []
let endless = 0
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const address = request.url ?? ''
    seen.push({ address, headers: request.headers, body })
    if (address === '/hang') return
    if (address === '/elsewhere') return response.writeHead(307, { location: '/good' }).end()
    if (address === '/broken') return response.writeHead(500).end('no')
    if (address === '/endless') {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && endless < 200_000_000) {
          const chunk = Buffer.alloc(65_536)
          endless += chunk.length
          if (!response.write(chunk)) return void response.once('drain', more)
        }
      }
      return more()
    }
    response.writeHead(204).end()
  })
})
const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
atEnd(() => {
  server.closeAllConnections()
  server.close()
})

const at = new Date('2026-03-31T08:00:00Z')
const send = (address: string, base = `http://127.0.0.1:${port}`) =>
  webhooksOf([{ name: 'a', url: `${base}${address}`, keys: [key] }], 'urn:test', 300).send('a', {
    id: 'e1',
    at,
    body: '{"甲":1}',
    type: 'application/json',
  })

describe('an event told to a receiver', () => {
  it('is signed over its name, the time and the body, as Standard Webhooks wants it', async () => {
    // The example of the standard.
    expect(signatureOf([key], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
    expect(await send('/good')).toEqual({ status: 204, reason: null })
    const { headers, body } = seen.at(-1)!
    const seconds = headers['webhook-timestamp']
    expect(seconds).toBe(String(at.getTime() / 1000))
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(`e1.${seconds}.${body}`).digest('base64')}`)
  })

  it('is recognised by the ten lines of docs/webhooks.md, and a forged or an old one is not', async () => {
    const [, source = ''] =
      /```js\n([\s\S]+?)```/.exec(readFileSync(path.join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8')) ?? []
    const { isGenuine } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as {
      readonly isGenuine: (headers: object, body: string, secret: string) => boolean
    }
    const seconds = Math.floor(Date.now() / 1000)
    const headersAt = (time: number) => ({
      'webhook-id': 'e1',
      'webhook-timestamp': String(time),
      'webhook-signature': signatureOf([Buffer.alloc(32, 7), key], 'e1', time, '{"甲":1}'),
    })
    expect(isGenuine(headersAt(seconds), '{"甲":1}', SECRET)).toBe(true)
    expect(isGenuine(headersAt(seconds), '{"甲":2}', SECRET)).toBe(false)
    expect(isGenuine(headersAt(seconds - 3600), '{"甲":1}', SECRET)).toBe(false)
  })

  it('is signed with every key while one is replaced by another', () => {
    expect(signatureOf([key, Buffer.alloc(32, 7)], 'a', 1, 'b').split(' ')).toHaveLength(2)
  })

  it('is not taken by a receiver that fails, hangs, is not there or sends it on elsewhere', async () => {
    expect(await send('/broken')).toEqual({ status: 500, reason: 'status' })
    expect(await send('/hang')).toEqual({ status: null, reason: 'timeout' })
    expect(await send('/', 'http://127.0.0.1:1')).toEqual({ status: null, reason: 'unreachable' })
    const before = seen.filter(({ address }) => address === '/good').length
    expect(await send('/elsewhere')).toEqual({ status: 307, reason: 'redirect' })
    expect(seen.filter(({ address }) => address === '/good').length).toBe(before)
  })

  it('does not have an endless answer read', async () => {
    expect(await send('/endless')).toEqual({ status: 200, reason: null })
    expect(endless).toBeLessThan(50_000_000)
  })
})

describe('a receiver', () => {
  it('is an https address of the settings, or one of this very machine in a demonstration', () => {
    expect(receiverAddress('https://hooks.example.cn/in?a=1', false)).toBe('https://hooks.example.cn/in?a=1')
    expect(receiverAddress('http://127.0.0.1:9000/in', true)).toBe('http://127.0.0.1:9000/in')
    for (const each of [
      'http://127.0.0.1:9000/in',
      'http://hooks.example.cn',
      'ftp://example.cn',
      'https://a:b@example.cn',
      'https://example.cn/#a',
      'x',
    ])
      expect(receiverAddress(each, false)).toBeNull()
    expect(receiverAddress('http://169.254.169.254/latest', true)).toBeNull()
  })

  it('has a secret of 24 to 64 bytes', () => {
    expect(key).toHaveLength(24)
    for (const each of ['', 'whsec_', 'whsec_c2hvcnQ=', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `whsec_${Buffer.alloc(65).toString('base64')}`])
      expect(webhookKey(each)).toBeNull()
  })

  it('stands in the settings with its secret, or the start ends with a sentence', () => {
    const environment = {
      PLANWRIGHT_WEBHOOKS: 'open-data=https://hooks.example.cn/in',
      PLANWRIGHT_WEBHOOK_OPEN_DATA: `${SECRET} ${SECRET}`,
    }
    expect(configOf(environment, '/srv').webhooks).toEqual([{ name: 'open-data', url: 'https://hooks.example.cn/in', keys: [key, key] }])
    const refused = (settings: Readonly<Record<string, string>>, name: string) =>
      expect(() => configOf({ ...environment, ...settings }, '/srv')).toThrow(
        expect.objectContaining({ code: 'kernel.config', params: expect.objectContaining({ name }) }),
      )
    refused({ PLANWRIGHT_WEBHOOK_OPEN_DATA: '' }, 'PLANWRIGHT_WEBHOOK_OPEN_DATA')
    refused({ PLANWRIGHT_WEBHOOK_OPEN_DATA: `${SECRET} short` }, 'PLANWRIGHT_WEBHOOK_OPEN_DATA')
    refused({ PLANWRIGHT_WEBHOOKS: 'open-data=http://hooks.example.cn' }, 'PLANWRIGHT_WEBHOOKS')
    refused({ PLANWRIGHT_WEBHOOKS: 'https://hooks.example.cn' }, 'PLANWRIGHT_WEBHOOKS')
    refused({ PLANWRIGHT_WEBHOOKS: 'open-data=https://a.cn open-data=https://b.cn' }, 'PLANWRIGHT_WEBHOOKS')
  })
})
