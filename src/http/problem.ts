/** Errors as application/problem+json (RFC 9457), in the reader's language, with code and parameters for machines. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../core/messages.ts'
import { Failure, httpStatusOf } from '../kernel/failure.ts'
import { kernelMessages } from '../kernel/messages.ts'
import { noteRefusal } from './security-log.ts'

/** HTTP has a number of its own for these. */
const statusOfCode: Readonly<Record<string, number>> = {
  'kernel.body-large': 413,
  'kernel.media-type': 415,
  'kernel.incident': 500,
  'kernel.page-method': 405,
  'kernel.sign-in': 401,
  'identity.key-refused': 401,
  'identity.key-expired': 401,
  'identity.key-revoked': 401,
}

export const statusOf = ({ code, kind }: Pick<Failure, 'code' | 'kind'>): number => statusOfCode[code] ?? httpStatusOf[kind]

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[]
}

/** The language a request asks for: `?lang=`, then Accept-Language by its weights, then Chinese. */
export const languageOf = (query: unknown, accept: string | undefined): Language => {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  if (asked === 'zh' || asked === 'en') return asked
  const [best] = (accept ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => ({ language: /^\s*(zh|en)\b/.exec(each)?.[1], weight: Number(/;\s*q=([\d.]+)/.exec(each)?.[1] ?? 1) }))
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return best?.language === 'en' ? 'en' : 'zh'
}

export const problemOf = (failure: Failure, language: Language): Problem => ({
  type: `/api#${failure.code}`,
  title: failure.in(language),
  status: statusOf(failure),
  code: failure.code,
  params: failure.params,
  ...(failure.fields.length > 0
    ? { errors: failure.fields.map(({ field, code, message }) => ({ field, code, message: message[language] })) }
    : {}),
})

/** What Fastify and its plugins refuse before any action is asked, as failures of ours; null for a bug. */
export const failureOf = (error: unknown, bodyLimit: number): Failure | null => {
  if (error instanceof Failure) return error
  const { code, statusCode } = error as { readonly code?: string; readonly statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Failure('kernel.body-large', kernelMessages['kernel.body-large'], { limit: bodyLimit })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Failure('kernel.media-type', kernelMessages['kernel.media-type'])
  if (code === 'FST_ERR_BAD_URL') return new Failure('kernel.bad-address', kernelMessages['kernel.bad-address'])
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? new Failure('kernel.body-form', kernelMessages['kernel.body-form'])
    : null
}

/** A bug: it is written to the log under a number, and only that number leaves the house. */
const incident = (error: unknown): Failure => {
  const number = randomBytes(6).toString('hex')
  console.error(`incident ${number}`, error)
  return new Failure('kernel.incident', kernelMessages['kernel.incident'], { incident: number })
}

/** Any error as a failure that can be told. */
export const failureAt = (error: unknown, bodyLimit: number): Failure => failureOf(error, bodyLimit) ?? incident(error)

/** How a machine is to say who it is (RFC 6750). */
const challengeOf = ({ authorization }: FastifyRequest['headers']): string =>
  `Bearer realm="planwright"${authorization === undefined ? '' : ', error="invalid_token"'}`

/** Answers any error as a problem. */
export const answerProblem = (error: unknown, bodyLimit: number, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const failure = failureAt(error, bodyLimit)
  noteRefusal(request, failure.code)
  const problem = problemOf(failure, languageOf(request.query, request.headers['accept-language']))
  if (problem.status === 401) reply.header('www-authenticate', challengeOf(request.headers))
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}
