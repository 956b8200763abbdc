/** What a web server must not take, whatever stands before it. */
import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { freshApi } from '../../test/site.ts'

const { api } = await freshApi()
await api.listen({ port: 0, host: '127.0.0.1' })
const { port } = api.server.address() as net.AddressInfo

/** Everything that comes back for these bytes until the connection ends. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.setTimeout(5000, () => socket.destroy())
    socket.on('data', (piece) => {
      text += piece.toString('latin1')
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
const head = (...lines: readonly string[]) =>
  `${['POST /api/v1/decide HTTP/1.1', 'Host: x', 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`

describe('a message whose end can be read in two ways', () => {
  it.each([
    ['a length and chunks', `${head('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['two lengths', `${head('Content-Length: 2', 'Content-Length: 3')}{}x`],
    ['chunks by another name', `${head('Transfer-Encoding: xchunked')}0\r\n\r\n`],
    ['a length that is no number', `${head('Content-Length: +2')}{}`],
    ['a header continued on the next line', `${head('X: a', ' b', 'Content-Length : 2')}{}`],
    ['a bare line feed in a header', head('X: a\nTransfer-Encoding: chunked')],
  ])('is refused, and its connection ends: %s', async (_what, bytes) => {
    const answer = await answerTo(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })
})

describe('a message beyond its bounds', () => {
  it('is refused: headers of 20 KB', async () => {
    expect(await answerTo(head(`X: ${'a'.repeat(20_000)}`))).toMatch(/^HTTP\/1\.1 431 /)
  })
  it('is refused: a method that shows headers to whoever asks', async () => {
    expect(await answerTo('TRACE /api/v1/measures HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|404|405) /)
  })
  it('is refused: no host', async () => {
    expect(await answerTo('GET /api/v1/measures HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })
})
