/** What the door turned away, one line of JSON each for whoever watches over the site: no name, no address of anybody, nothing that was typed. */
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Who } from '../kernel/who.ts'
import { networkOf } from '../modules/identity/index.ts'
import { pageAt } from '../web/addresses.ts'

type Noted = { who?: Who; code?: string }
const noted = new WeakMap<FastifyRequest, Noted>()
const notesOf = (request: FastifyRequest): Noted => {
  const notes = noted.get(request) ?? {}
  noted.set(request, notes)
  return notes
}

export const noteWho = (request: FastifyRequest, who: Who): void => {
  notesOf(request).who = who
}
/** `code`: of the failure that is answered. */
export const noteRefusal = (request: FastifyRequest, code: string): void => {
  notesOf(request).code = code
}

/** Pages where somebody shows who they are: whatever is refused there may be somebody guessing. */
const PROOFS = /^(sign-in|reset|join|desk\/join)(\/|$)/

export type Refused = { readonly method: string; readonly place: string; readonly status: number; readonly code: string | null }

/** What kind of refusal an answer is; null where it is none that concerns security. */
export const eventOf = ({ method, place, status, code }: Refused): string | null => {
  if (code === 'kernel.page-foreign') return 'foreign-form'
  if (status === 429) return 'too-many-requests'
  if (status >= 500 && code === 'kernel.incident') return 'incident'
  if (code?.startsWith('identity.key-') === true && status === 401) return 'key-refused'
  if (method === 'POST' && PROOFS.test(place) && status >= 400) return 'proof-refused'
  if (status === 401 || status === 403 || code === 'kernel.not-there') return 'right-refused'
  return status === 413 || status === 431 ? 'too-large' : null
}

/** Nobody fills the disk with refusals: the lines of one minute, and how many were left out. */
const LINES_A_MINUTE = 300
const MINUTE_MS = 60_000

/** Writes lines to the log, of one minute no more than a bound. */
export const boundedLog = (write: (line: string) => void, now: () => number): ((entry: object) => void) => {
  let [minute, lines] = [0, 0]
  return (entry) => {
    const current = Math.floor(now() / MINUTE_MS)
    if (current !== minute) {
      if (lines > LINES_A_MINUTE) write(JSON.stringify({ security: 'left-out', lines: lines - LINES_A_MINUTE }))
      ;[minute, lines] = [current, 0]
    }
    if (++lines <= LINES_A_MINUTE) write(JSON.stringify(entry))
  }
}

const placeOf = ({ routeOptions, url }: FastifyRequest): string => {
  const route = routeOptions.url
  // An address as it was asked for can hold a token; the pattern of its page cannot.
  return route === undefined || route === '/*' ? (pageAt(url.split('?')[0] ?? '/')?.page.path ?? 'nowhere') : route
}

/** Logs what every answer of this server refuses. `from` is the same for the same address until the next start, and tells nobody which. */
export const logRefusals = (server: FastifyInstance): void => {
  const key = randomBytes(32)
  const log = boundedLog((line) => console.error(line), Date.now)
  server.addHook('onResponse', async (request, reply) => {
    const { who, code = null } = notesOf(request)
    const refused: Refused = { method: request.method, place: placeOf(request), status: reply.statusCode, code }
    const security = eventOf(refused)
    if (security === null) return
    log({
      at: new Date().toISOString(),
      security,
      ...refused,
      who: who?.kind === 'person' ? who.id : who?.kind === 'visitor' && who.halfway ? who.halfway.user : null,
      key: who?.kind === 'person' ? (who.key?.id ?? null) : null,
      from: createHmac('sha256', key).update(networkOf(request.ip)).digest('hex').slice(0, 12),
    })
  })
}
