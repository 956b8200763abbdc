/** The pages: React Router on the server, inside a Fastify scope of its own. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { App } from '../app.ts'
import { Failure } from '../kernel/failure.ts'
import { kernelMessages } from '../kernel/messages.ts'
import { type Site, siteContext } from '../web/context.ts'
import { openApiOf } from './openapi.ts'
import { answerProblem } from './problem.ts'

const MAX_FORM = 256 * 1024

const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const requestOf = (request: FastifyRequest, body: Buffer | null, signal: AbortSignal): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':') || value === undefined) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && body !== null
  const host = /^[\w.:[\]-]+$/.exec(request.headers.host ?? '')?.[0] ?? 'localhost'
  return new Request(`http://${host}${request.url}`, {
    method: request.method,
    headers,
    signal,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}

/** Pages are read, and forms are posted; nothing else reaches them. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** Whether a form comes from another site; browsers say where it was sent from. */
const isForeign = ({ headers }: FastifyRequest): boolean => {
  const { origin } = headers
  const host = headers['x-forwarded-host'] ?? headers.host
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

export const mountPages = (
  server: FastifyInstance,
  app: App,
  build: ServerBuild,
  { version, island, lab }: { readonly version: string } & Pick<Site, 'island' | 'lab'>,
): void => {
  const handler = createRequestHandler(build, process.env.NODE_ENV)
  const openApi = openApiOf(app.modules, version)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FORM }, (_request, body, done) => done(null, body))
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const refuse = (code: 'kernel.page-method' | 'kernel.page-foreign') =>
      answerProblem(new Failure(code, kernelMessages[code]), MAX_FORM, request, reply)
    if (!METHODS.has(request.method)) {
      reply.header('allow', [...METHODS].join(', '))
      return refuse('kernel.page-method')
    }
    if (request.method === 'POST' && isForeign(request)) return refuse('kernel.page-foreign')
    const nonce = randomBytes(16).toString('base64')
    const context = new RouterContextProvider()
    context.set(siteContext, { app, who: { kind: 'visitor' }, nonce, island, lab, openApi })
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    reply.header('content-security-policy', policyOf(nonce))
    // What a visitor typed must not stay behind in any cache on the way.
    if (request.method === 'POST') reply.header('cache-control', 'no-store')
    return reply.send(await handler(requestOf(request, Buffer.isBuffer(request.body) ? request.body : null, gone.signal), context))
  }
  server.all('/*', answer)
}
