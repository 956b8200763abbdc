/** OpenAPI 3.1, written from the routes: the same schemas that check the input describe it. */
import type { TObject, TSchema } from 'typebox'
import type { Module, Route } from '../kernel/module.ts'

type Json = Record<string, unknown>

const problem: Json = {
  description: 'Problem (RFC 9457) / 错误',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const parametersOf = (route: Route, path: readonly string[]): Json[] => {
  const input = route.run.input as TObject
  const required = new Set<string>((input as { required?: string[] }).required ?? [])
  return Object.entries((input.properties ?? {}) as Record<string, TSchema>)
    .filter(([name]) => path.includes(name) || route.on.startsWith('GET'))
    .map(([name, schema]) => ({
      name,
      in: path.includes(name) ? 'path' : 'query',
      required: path.includes(name) || required.has(name),
      schema,
    }))
}

const operationOf = (route: Route, module: Module, path: readonly string[]): Json => ({
  operationId: route.run.name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
  tags: [module.name],
  summary: `${route.summary.zh} / ${route.summary.en}`,
  'x-summary': route.summary,
  parameters: parametersOf(route, path),
  ...(route.on.startsWith('POST') ? { requestBody: { required: true, content: { 'application/json': { schema: route.run.input } } } } : {}),
  responses: {
    200: { description: 'OK', content: { 'application/json': { schema: route.reply } } },
    ...Object.fromEntries([400, 404, 429, 503].map((status) => [status, problem])),
  },
})

export const openApiOf = (modules: readonly Module[], version: string): Json => {
  const paths: Record<string, Json> = {}
  for (const module of modules) {
    for (const route of module.routes) {
      const [method = '', address = ''] = route.on.split(' ')
      const names = [...address.matchAll(/:(\w+)/g)].map((found) => found[1]!)
      const path = `/api/v1${address.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, module, names) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '策行 Planwright',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: '规划、政策与指标的开放接口。金额为元，写作十进制文字。 / Plan, policy and indicators. Money is yuan as decimal text.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            params: { type: 'object' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } },
            },
          },
        },
      },
    },
  }
}
