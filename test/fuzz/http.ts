/** Requests as bytes: nothing between us and the server corrects them. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export type Sent = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}
export type Received = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

/** Characters that may not stand in a request line go as escapes, whatever they are. */
export const lineSafe = (path: string): string =>
  path.replace(/[^\x21-\x7e]/g, (character) => {
    const bytes = Buffer.from(character, 'utf8')
    return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  })

export const send = (address: string, { method, path, headers, body }: Sent): Promise<Received> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const call = request(
      { agent, hostname, port, method, path: lineSafe(path), headers: { ...headers, host: `${hostname}:${port}` } },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') }),
        )
        response.on('error', reject)
      },
    )
    call.on('error', reject)
    call.setTimeout(60_000, () => call.destroy(new Error('no answer in a minute')))
    if (body !== null) call.write(body)
    call.end()
  })
