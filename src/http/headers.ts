/** What every answer tells the browser not to do, whoever wrote it. */
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Two years, as browsers' preload lists ask. */
const HSTS = 'max-age=63072000; includeSubDomains'

const ALWAYS: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  [
    'permissions-policy',
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  ],
]
/** For what is no page: nothing of it is ever run or framed. Pages have a policy of their own, with their nonce. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `secure`: the public address is https, and browsers may hold us to it. */
type Guard = { readonly secure: boolean }

/** For one answer; what the framework refuses by itself is sent before any hook. */
export const guardAnswer = (reply: FastifyReply, { secure }: Guard): void => {
  for (const [name, value] of ALWAYS) reply.header(name, value)
  if (secure) reply.header('strict-transport-security', HSTS)
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING)
}

export const guardAnswers = (server: FastifyInstance, guard: Guard): void => {
  server.addHook('onSend', async (_request, reply) => guardAnswer(reply, guard))
}
