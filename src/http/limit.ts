/** How often one address may ask: a budget a minute, apart for programs, for pages and for forms. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../kernel/failure.ts'
import { kernelMessages } from '../kernel/messages.ts'
import { networkOf } from '../modules/identity/index.ts'

/** Forms write, send mail and hash passwords: they get a tenth. */
const FORMS = 10

/** Limits every route that this scope mounts afterwards. With IPv6 an address is the network of one household (the first 64 bits). */
export const limitRequests = async (scope: FastifyInstance, perMinute: number, { forms = false } = {}): Promise<void> => {
  const isForm = ({ method }: { readonly method: string }): boolean => forms && method === 'POST'
  await scope.register(rateLimit, {
    max: (request) => (isForm(request) ? Math.ceil(perMinute / FORMS) : perMinute),
    timeWindow: '1 minute',
    keyGenerator: (request) => `${isForm(request) ? 'form' : 'read'} ${networkOf(request.ip)}`,
    errorResponseBuilder: (_request, { ttl }) =>
      new Failure('kernel.too-many', kernelMessages['kernel.too-many'], { seconds: Math.ceil(ttl / 1000) }),
  })
}
