/** The API below /api/v1: routes of the modules as data, nothing decided here. */
import cors from '@fastify/cors'
import etag from '@fastify/etag'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { readJson } from '../core/json.ts'
import { standingFor } from '../kernel/action.ts'
import { fail } from '../kernel/messages.ts'
import type { Route } from '../kernel/module.ts'
import { VISITOR, type Who } from '../kernel/who.ts'
import { hashInService } from '../modules/edition/index.ts'
import { limitRequests } from './limit.ts'
import { openApiOf } from './openapi.ts'
import { answerProblem } from './problem.ts'
import { noteWho } from './security-log.ts'

export const BODY_LIMIT = 256 * 1024
export const FRESH = 'public, max-age=0, must-revalidate'

export type ApiOptions = { readonly version: string; readonly requestsPerMinute: number }

/** A body as JSON in UTF-8, read by the house's own strict reader. */
const readBody = (bytes: Buffer): unknown => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fail('kernel.body-form', {})
  }
  const parsed = readJson(text)
  return 'problem' in parsed ? fail('kernel.body-form', {}, [{ field: '/', code: 'json', message: parsed.problem }]) : parsed.value
}

/** Query, body and path as the one input of an action; the path has the last word. `lang` is the door's own. */
const inputOf = ({ query, body, params }: FastifyRequest): object => {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) fail('kernel.body-form', {})
  const { lang: _lang, ...asked } = query as Readonly<Record<string, unknown>>
  return { ...asked, ...(body as object | undefined), ...(params as object) }
}

const sendJson = (reply: FastifyReply, text: string, isPublic: boolean): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .header('cache-control', isPublic ? FRESH : 'no-store')
    .send(text)

/** Who asks: whoever a key belongs to, never whoever a cookie belongs to, so that no page elsewhere can ask in a visitor's name. */
const whoAsks = async (app: App, { headers: { authorization } }: FastifyRequest): Promise<Who> =>
  authorization === undefined ? VISITOR : app.recogniseKey(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')

/** A large body is read only from whoever may use what it is for. */
const mayBeLarge = async (app: App, { run }: Route, request: FastifyRequest): Promise<void> => {
  standingFor(await whoAsks(app, request), run, {})
}

const mountRoute = (server: FastifyInstance, app: App, route: Route): void => {
  const { on, run, largest } = route
  const [method, url] = on.split(' ') as ['GET' | 'POST', string]
  server.route({
    method,
    url,
    ...(largest === undefined ? {} : { bodyLimit: largest, onRequest: (request: FastifyRequest) => mayBeLarge(app, route, request) }),
    handler: async (request, reply) => {
      const who = await whoAsks(app, request)
      noteWho(request, who)
      const answer = await app.perform(who, run, inputOf(request))
      return sendJson(reply, JSON.stringify(answer), method === 'GET' && who.kind === 'visitor')
    },
  })
}

/** What every public interface has: a budget a minute, pages of other sites may ask, who has the answer is told so. */
export const protect = async (server: FastifyInstance, requestsPerMinute: number): Promise<void> => {
  await limitRequests(server, requestsPerMinute)
  await server.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['content-type', 'accept-language', 'if-none-match'],
    exposedHeaders: ['etag', 'retry-after'],
    credentials: false,
  })
  await server.register(etag)
}

export const mountApi = async (server: FastifyInstance, app: App, { version, requestsPerMinute }: ApiOptions): Promise<void> => {
  await protect(server, requestsPerMinute)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => readBody(body))
  server.setErrorHandler((error, request, reply) => answerProblem(error, BODY_LIMIT, request, reply))

  for (const route of app.modules.flatMap((module) => module.routes)) mountRoute(server, app, route)
  const document = JSON.stringify(openApiOf(app.modules, version))
  server.get('/openapi.json', (_request, reply) => sendJson(reply, document, true))
  server.get('/health', async (_request, reply) => {
    const pack = await app.perform(VISITOR, hashInService, {})
    return sendJson(reply.header('cache-control', 'no-store'), JSON.stringify({ status: 'ok', version, pack }), false)
  })
  server.all('/*', ({ method, url }) => fail('kernel.no-page', { path: `${method} ${url.split('?')[0]?.slice(0, 200)}` }))
}
