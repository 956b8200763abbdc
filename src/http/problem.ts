/** Errors as application/problem+json (RFC 9457), in the reader's language, with code and parameters for machines. */
import { randomBytes } from 'node:crypto'
import type { FailureKind, Language } from '../core/messages.ts'
import { Failure } from '../kernel/failure.ts'
import { kernelMessages } from '../kernel/messages.ts'

export const statusOf: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  refused: 422,
  unavailable: 503,
}

export type Problem = { readonly status: number; readonly body: Record<string, unknown> }

/** The language a request asks for: `?lang=`, then Accept-Language, then Chinese. */
export const languageOf = (query: unknown, accept: string | undefined): Language => {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? (query as { lang: unknown }).lang : undefined
  if (asked === 'zh' || asked === 'en') return asked
  const first = (accept ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .find((each) => each.startsWith('zh') || each.startsWith('en'))
  return first?.startsWith('en') ? 'en' : 'zh'
}

export const problemOf = (failure: Failure, language: Language, status = statusOf[failure.kind]): Problem => ({
  status,
  body: {
    type: `/api#${failure.code}`,
    title: failure.in(language),
    status,
    code: failure.code,
    params: failure.params,
    ...(failure.fields.length > 0
      ? { errors: failure.fields.map(({ field, code, message }) => ({ field, code, message: message[language] })) }
      : {}),
  },
})

/** What Fastify and its plugins refuse before any action is asked, as failures of ours. */
export const failureOf = (error: unknown, limit: number): { readonly failure: Failure; readonly status?: number } | null => {
  if (error instanceof Failure) return { failure: error }
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { failure: new Failure('kernel.body-large', kernelMessages['kernel.body-large'], { limit }), status: 413 }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return { failure: new Failure('kernel.media-type', kernelMessages['kernel.media-type']), status: 415 }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { failure: new Failure('kernel.body-form', kernelMessages['kernel.body-form']) }
  return null
}

/** A bug: only its number leaves the house. */
export const incidentNumber = (): string => randomBytes(6).toString('hex')
