/** The pages: React Router on the server, inside a Fastify scope of its own. */
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { App } from '../app.ts'
import { Failure } from '../kernel/failure.ts'
import { MAX_FILE } from '../kernel/files.ts'
import { kernelMessages } from '../kernel/messages.ts'
import { permitted } from '../kernel/right.ts'
import { VISITOR, type Who } from '../kernel/who.ts'
import type { Device } from '../modules/identity/index.ts'
import { pageAt } from '../web/addresses.ts'
import { refusedContext, type Site, siteContext } from '../web/context.ts'
import { at, languageOfPath } from '../web/language.ts'
import { troubleOf } from '../web/loading.ts'
import { SESSION_COOKIE } from '../web/session.ts'
import { keptPages } from './kept-pages.ts'
import { limitRequests } from './limit.ts'
import { openApiOf } from './openapi.ts'
import { answerProblem } from './problem.ts'
import { noteRefusal, noteWho } from './security-log.ts'

const MAX_FORM = 256 * 1024
/** The largest form with files in it: two of them, and what is typed beside them. */
const MAX_UPLOAD = 2 * MAX_FILE + MAX_FORM

const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const hostOf = ({ headers }: FastifyRequest): string => /^[\w.:[\]-]+$/.exec(headers.host ?? '')?.[0] ?? 'localhost'

/** What the pages get. Somebody who was refused at the door reads why, whatever they came with. */
const requestOf = (request: FastifyRequest, url: string, signal: AbortSignal): Request => {
  const isRefused = url !== request.url
  const method = isRefused && request.method === 'POST' ? 'GET' : request.method
  const body = Buffer.isBuffer(request.body) ? request.body : null
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':') || value === undefined) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD' && body !== null
  return new Request(`http://${hostOf(request)}${url}`, {
    method,
    headers,
    signal,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}

/** Pages are read, and forms are posted; nothing else reaches them. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** Whether a form comes from another site; browsers say where it was sent from. `own`: the public address of this one, where it has been told. */
const isForeign = ({ headers, host }: FastifyRequest, own: string | null): boolean => {
  const { origin, 'sec-fetch-site': from } = headers
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return true
  if (origin === undefined) return false
  if (own !== null) return origin !== own
  // Behind a proxy that asks under another name, only the browser knows that both are the same.
  return from !== 'same-origin' && (!URL.canParse(origin) || new URL(origin).host !== host)
}

const deviceOf = ({ ip, headers }: FastifyRequest): Device => ({ address: ip, agent: headers['user-agent'] ?? '' })

const failureOf = (code: keyof typeof kernelMessages): Failure => new Failure(code, kernelMessages[code])

/** What becomes of somebody at a page: they go in, are asked to sign in first, or read why not. */
const atDoor = (who: Who, url: string): 'open' | 'sign-in' | Failure => {
  const [pathname = '/'] = url.split('?')
  const found = pageAt(pathname)
  const verdict = found ? permitted(found.page.right, who, found.page.path, found.params.enterprise ?? null) : null
  if (verdict === 'sign-in') return 'sign-in'
  if (verdict === 'forbidden') return failureOf('kernel.forbidden')
  return verdict === 'unknown' ? failureOf('kernel.not-there') : 'open'
}

/** Whether a page is the same for every visitor until something is recorded. */
const isKept = (url: string): boolean => pageAt(url.split('?')[0] ?? '/')?.page.kept === true

const isHtml = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') === true

/** A page is made while somebody waits: the first steps of compression save most of the bytes, the others most of the time. */
const LEVEL = 3
const compressed = promisify<Buffer, { readonly level: number }, Buffer>(gzip)

/** Sends a page in one piece, compressed for whoever takes that. `ready`: the same page compressed before; null where it has to be done now. */
const sendHtml = async (request: FastifyRequest, reply: FastifyReply, html: Buffer | string, ready: Buffer | null = null) => {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  if (html.length === 0 || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(html)
  const bytes = ready ?? (await compressed(Buffer.from(html), { level: LEVEL }))
  return reply.header('content-encoding', 'gzip').send(bytes)
}

/** Sends what the pages answer; a page in one piece, files as they come. */
const sendResponse = async (request: FastifyRequest, reply: FastifyReply, response: Response) => {
  if (!isHtml(response)) return reply.send(response)
  reply.code(response.status)
  for (const [name, value] of response.headers) reply.header(name, value)
  return sendHtml(request, reply, Buffer.from(await response.arrayBuffer()))
}

export const mountPages = async (
  server: FastifyInstance,
  app: App,
  build: ServerBuild,
  {
    version,
    requestsPerMinute,
    origin,
    mode,
    mails,
    island,
    lab,
    press,
    packs,
    provider,
  }: { readonly version: string; readonly requestsPerMinute: number; readonly origin: string | null } & Pick<
    Site,
    'mode' | 'mails' | 'island' | 'lab' | 'press' | 'packs' | 'provider'
  >,
): Promise<void> => {
  await server.register(cookie)
  await limitRequests(server, requestsPerMinute, { forms: true })
  const handler = createRequestHandler(build, process.env.NODE_ENV)
  const openApi = openApiOf(app.modules, version)
  const kept = keptPages()
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FORM }, (_request, body, done) => done(null, body))
  server.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: MAX_UPLOAD }, (_request, body, done) =>
    done(null, body),
  )
  // A large body is read only from whoever may open a page that takes files.
  server.addHook('preParsing', async (request) => {
    const isSmall = request.headers['transfer-encoding'] === undefined && Number(request.headers['content-length'] ?? 0) <= MAX_FORM
    if (isSmall || !(request.headers['content-type'] ?? '').startsWith('multipart/form-data')) return
    const found = pageAt(request.url.split('?')[0] ?? '/')
    const token = request.cookies[SESSION_COOKIE]
    const who = token === undefined || found?.page.upload !== true ? VISITOR : await app.recognise(token)
    if (found?.page.upload !== true || atDoor(who, request.url) !== 'open')
      throw new Failure('kernel.body-large', kernelMessages['kernel.body-large'], { limit: MAX_FORM })
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const refuse = (code: 'kernel.page-method' | 'kernel.page-foreign') => answerProblem(failureOf(code), MAX_FORM, request, reply)
    if (!METHODS.has(request.method)) {
      reply.header('allow', [...METHODS].join(', '))
      return refuse('kernel.page-method')
    }
    if (request.method === 'POST' && isForeign(request, origin)) return refuse('kernel.page-foreign')
    const token = request.cookies[SESSION_COOKIE]
    const who = token === undefined ? VISITOR : await app.recognise(token)
    noteWho(request, who)
    const verdict = atDoor(who, request.url)
    const language = languageOfPath(request.url.split('?')[0] ?? '/')
    const way = who.kind === 'visitor' && who.halfway ? '/sign-in/second' : '/sign-in'
    if (verdict === 'sign-in') return reply.redirect(`${at(way, language)}?to=${encodeURIComponent(request.url)}`, 303)
    // Pages for somebody are nobody else's, on the way and in the browser; whoever is halfway in is somebody.
    if (who.kind === 'person' || (who.kind === 'visitor' && who.halfway)) reply.header('cache-control', 'no-store')
    const nonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', policyOf(nonce))
    const own = origin ?? `http://${hostOf(request)}`
    // Pages name the host they were asked under: what one host is told must not be kept for another.
    const address = `${own}${request.url}`
    const state = who.kind === 'visitor' && request.method === 'GET' && isKept(request.url) ? await app.state() : null
    const found = state === null ? null : kept.find(address, state, nonce)
    if (found) return sendHtml(request, reply, found.html, found.gzip)
    const context = new RouterContextProvider()
    context.set(siteContext, {
      app,
      who,
      device: deviceOf(request),
      origin: own,
      provider,
      mode,
      mails,
      nonce,
      island,
      lab,
      press,
      openApi,
      packs,
    })
    if (verdict !== 'open') {
      noteRefusal(request, verdict.code)
      context.set(refusedContext, troubleOf(verdict))
    }
    const url = verdict === 'open' ? request.url : at('/refused', language)
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    // What a visitor typed must not stay behind in any cache on the way.
    if (request.method === 'POST') reply.header('cache-control', 'no-store')
    const response = await handler(requestOf(request, url, gone.signal), context)
    if (state === null || response.status !== 200 || !isHtml(response)) return sendResponse(request, reply, response)
    const html = await response.text()
    kept.keep(address, state, html, nonce)
    return sendHtml(request, reply, html)
  }
  server.all('/*', answer)
}
