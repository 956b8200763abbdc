/** The API below /api/v1: routes of the modules as data, nothing decided here. */
import cors from '@fastify/cors'
import etag from '@fastify/etag'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import type { App } from '../app.ts'
import { readJson } from '../core/json.ts'
import { Failure } from '../kernel/failure.ts'
import { kernelMessages } from '../kernel/messages.ts'
import type { Who } from '../kernel/module.ts'
import { openApiOf } from './openapi.ts'
import { failureOf, incidentNumber, languageOf, problemOf } from './problem.ts'

export const BODY_LIMIT = 256 * 1024
const VISITOR: Who = { kind: 'visitor' }

/** Query texts as the contract wants them: numbers and yes/no are texts in an address. */
const typedQuery = (schema: TSchema, query: Record<string, unknown>): Record<string, unknown> => {
  const properties = ((schema as TObject).properties ?? {}) as Record<string, { type?: string }>
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => name !== 'lang')
      .map(([name, value]) => {
        const type = properties[name]?.type
        if (typeof value !== 'string') return [name, value]
        return [name, (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value]
      }),
  )
}

export const mountApi = async (
  server: FastifyInstance,
  app: App,
  options: { readonly version: string; readonly requestsPerMinute: number },
): Promise<void> => {
  await server.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Failure('kernel.too-many', kernelMessages['kernel.too-many'], { seconds: Math.ceil(context.ttl / 1000) }), {
        statusCode: 429,
      }),
  })
  await server.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['content-type', 'accept-language', 'if-none-match'],
    exposedHeaders: ['etag'],
    credentials: false,
  })
  await server.register(etag)

  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      const parsed = readJson(new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer))
      if ('problem' in parsed)
        throw new Failure('kernel.body-form', kernelMessages['kernel.body-form'], {}, [
          { field: '/', code: 'json', message: parsed.problem },
        ])
      done(null, parsed.value)
    } catch (error) {
      done(error instanceof Failure ? error : new Failure('kernel.body-form', kernelMessages['kernel.body-form']))
    }
  })

  server.setErrorHandler((error, request, reply) => {
    const language = languageOf(request.query, request.headers['accept-language'])
    const known = failureOf(error, BODY_LIMIT)
    if (known) {
      const { status, body } = problemOf(known.failure, language, known.failure.code === 'kernel.too-many' ? 429 : known.status)
      return reply
        .code(status)
        .type('application/problem+json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(JSON.stringify(body))
    }
    const incident = incidentNumber()
    console.error(`incident ${incident}`, error)
    const title =
      language === 'zh'
        ? `程序出错，编号 ${incident}。请把编号告诉管理员。`
        : `The program failed; the incident number is ${incident}. Tell it to the administrator.`
    return reply
      .code(500)
      .type('application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ type: '/api#program.incident', title, status: 500, code: 'program.incident', params: { incident } }))
  })

  for (const module of app.modules) {
    for (const { on, run } of module.routes) {
      const [method = 'GET', url = '/'] = on.split(' ')
      server.route({
        method: method as 'GET' | 'POST',
        url,
        handler: async (request, reply) => {
          const body = typeof request.body === 'object' && request.body !== null ? request.body : {}
          const input = { ...typedQuery(run.input, request.query as Record<string, unknown>), ...body, ...(request.params as object) }
          const result = await app.perform(VISITOR, run, input)
          reply.header('cache-control', method === 'GET' ? 'public, max-age=0, must-revalidate' : 'no-store')
          return reply.type('application/json; charset=utf-8').send(JSON.stringify(result))
        },
      })
    }
  }
  const document = JSON.stringify(openApiOf(app.modules, options.version))
  server.get('/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=0, must-revalidate').send(document),
  )
  server.get('/health', async () => {
    const [inService] = (await app.perform(VISITOR, app.modules[0]!.routes[0]!.run, {})) as { hash: string; inService: boolean }[]
    return { status: 'ok', version: options.version, pack: inService?.hash ?? null }
  })
  server.all('/*', (request) => {
    throw new Failure('kernel.no-page', kernelMessages['kernel.no-page'], { path: request.url.split('?')[0]!.slice(0, 200) })
  })
}
