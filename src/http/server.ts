import path from 'node:path'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { ServerBuild } from 'react-router'
import type { App } from '../app.ts'
import type { Mode } from '../kernel/config.ts'
import { fail } from '../kernel/messages.ts'
import { openPress } from '../paper/press.ts'
import type { LabService, SignInProvider } from '../web/context.ts'
import { type ApiOptions, BODY_LIMIT, mountApi } from './api.ts'
import { endConnections } from './closing.ts'
import { guardAnswer, guardAnswers } from './headers.ts'
import { islandsOf } from './islands.ts'
import { mountPages } from './pages.ts'
import { answerProblem } from './problem.ts'
import { mountSdmx } from './sdmx.ts'
import { logRefusals } from './security-log.ts'

/** `island`: where programs of islands come from instead of the build. */
export type SiteOptions = ApiOptions & {
  readonly home: string
  readonly island?: (name: string) => string | null
  readonly lab?: LabService
  readonly mails?: boolean
  /** Production has a public address of its own and stands behind a proxy that says whom it asks for. */
  readonly mode?: Mode
  readonly origin?: string | null
  readonly provider?: SignInProvider
}

/** One server for API, pages and files. It listens only when told to. */
export const siteOf = async (app: App, build: ServerBuild | null, options: SiteOptions): Promise<FastifyInstance> => {
  const guard = { secure: options.origin?.startsWith('https:') === true }
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    trustProxy: options.mode === 'production' && ['loopback', 'uniquelocal'],
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => {
      guardAnswer(reply, guard)
      answerProblem(error, BODY_LIMIT, request, reply)
    },
  })
  server.setErrorHandler((error, request, reply) => answerProblem(error, BODY_LIMIT, request, reply))
  server.setNotFoundHandler(({ method, url }) => fail('kernel.no-page', { path: `${method} ${url.split('?')[0]?.slice(0, 200)}` }))
  guardAnswers(server, guard)
  logRefusals(server)
  endConnections(server)
  await server.register(compress, { encodings: ['gzip'], threshold: 1024 })
  await server.register((scope) => mountApi(scope, app, options), { prefix: '/api/v1' })
  await server.register((scope) => mountSdmx(scope, app, options), { prefix: '/sdmx' })
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send())
  if (build) {
    await server.register(fastifyStatic, {
      root: path.join(options.home, 'build/client/assets'),
      prefix: '/assets/',
      decorateReply: false,
      preCompressed: true,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
    })
    await server.register(fastifyStatic, {
      root: path.join(options.home, 'checkers'),
      prefix: '/checkers/',
      decorateReply: false,
      // A browser must take the programs home, never run them here.
      setHeaders: (reply) => void reply.header('content-type', 'text/plain; charset=utf-8').header('content-disposition', 'attachment'),
    })
    const press = openPress(path.join(options.home, 'src/paper/worker.ts'))
    server.addHook('onClose', press.close)
    await server.register(async (scope) =>
      mountPages(scope, app, build, {
        version: options.version,
        requestsPerMinute: options.requestsPerMinute,
        origin: options.origin ?? null,
        mode: options.mode ?? 'demo',
        mails: options.mails ?? false,
        island: options.island ?? islandsOf(options.home),
        lab: options.lab ?? null,
        press,
        packs: path.join(options.home, 'packs'),
        provider: options.provider ?? null,
      }),
    )
  }
  return server
}
