/**
 * Events told to other machines, signed as Standard Webhooks wants it. Their addresses come from the settings of this machine and from nowhere else, redirects are
 * not followed, and nothing of an answer is kept but its status: nobody on the site can make it ask a machine of their choice.
 */
import { createHmac } from 'node:crypto'

export type WebhookReceiver = { readonly name: string; readonly url: string; readonly keys: readonly Buffer[] }

/** Why an event was not taken: what was answered, that it was sent on elsewhere, that there was no answer in time, or nobody there. */
export type NotTaken = 'status' | 'redirect' | 'timeout' | 'unreachable'
/** `status`: what HTTP answered; null where there was no answer. `reason`: null where it was taken. */
export type Taken = { readonly status: number | null; readonly reason: NotTaken | null }

/** What is sent: `id` is the same however often it is, and tells a double. */
export type WebhookMessage = { readonly id: string; readonly at: Date; readonly body: string; readonly type: string }

export type Webhooks = {
  /** What events say about where they come from: an address of this installation, or a name. */
  readonly source: string
  /** Names, and the machines they are at; without the rest of the address, which may hold a secret. */
  readonly receivers: readonly { readonly name: string; readonly host: string }[]
  /** Sends once. Rejects where there is no receiver of that name. */
  readonly send: (name: string, message: WebhookMessage) => Promise<Taken>
}

const ANSWER_MS = 10_000
const [SHORTEST_KEY, LONGEST_KEY] = [24, 64]

/** The key in a secret such as `whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD`, 24 to 64 bytes in base64; null where it is none. */
export const webhookKey = (secret: string): Buffer | null => {
  const [, text = ''] = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret) ?? []
  const key = Buffer.from(text, 'base64')
  return key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY ? key : null
}

/** The address if events may go there: over TLS, or to this very machine where that is allowed; null otherwise. */
export const receiverAddress = (text: string, allowsThisMachine: boolean): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return null
  const isHere = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (allowsThisMachine && isHere) ? url.href : null
}

/** One signature for each key, so that a key can be replaced while the receiver still has the old one. */
export const signatureOf = (keys: readonly Buffer[], id: string, seconds: number, body: string): string =>
  keys.map((key) => `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`).join(' ')

const sendTo = async ({ url, keys }: WebhookReceiver, { id, at, body, type }: WebhookMessage, answerMs: number): Promise<Taken> => {
  const seconds = Math.floor(at.getTime() / 1000)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
      headers: {
        'content-type': type,
        'user-agent': 'planwright',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(keys, id, seconds, body),
      },
      body,
    })
    // However long the answer is, nobody reads it.
    await response.body?.cancel().catch(() => {})
    if (response.ok) return { status: response.status, reason: null }
    return { status: response.status, reason: response.status >= 300 && response.status < 400 ? 'redirect' : 'status' }
  } catch (error) {
    return { status: null, reason: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
}

/** `answerMs`: how long an answer may take. */
export const webhooksOf = (receivers: readonly WebhookReceiver[], source: string, answerMs = ANSWER_MS): Webhooks => ({
  source,
  receivers: receivers.map(({ name, url }) => ({ name, host: new URL(url).host })),
  send: (name, message) => {
    const receiver = receivers.find((each) => each.name === name)
    if (!receiver) throw new Error(`no receiver is called ${name}`)
    return sendTo(receiver, message, answerMs)
  },
})

export const NO_WEBHOOKS: Webhooks = webhooksOf([], 'urn:planwright')
