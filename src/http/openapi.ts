/** OpenAPI 3.1, written from the routes: the same schemas that check the input describe it. */
import { type TSchema, Type } from 'typebox'
import type { Text } from '../core/messages.ts'
import type { Module, Route } from '../kernel/module.ts'

type Json = Readonly<Record<string, unknown>>
export type OpenApi = { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & Json
type Parameter = { readonly name: string; readonly in: 'path' | 'query'; readonly required: boolean; readonly schema: TSchema }
type Operation = { readonly operationId: string; readonly 'x-summary': Text; readonly parameters: readonly Parameter[] } & Json

type ObjectSchema = { readonly properties?: Readonly<Record<string, TSchema>>; readonly required?: readonly string[] }

const Problem = Type.Object({
  type: Type.String(),
  title: Type.String({ description: 'what is wrong, in the language asked for' }),
  status: Type.Integer(),
  code: Type.String({ description: 'means one thing for ever; programs rely on it, not on the title' }),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), code: Type.String(), message: Type.String() }))),
})
const Health = Type.Object({
  status: Type.String(),
  version: Type.String(),
  pack: Type.Union([Type.String(), Type.Null()], { description: 'hash of the pack in service' }),
})

/** How machines say who they are. */
const key: Json = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'pw_<id>_<secret>',
  description: '在“我的密钥”（/account/keys）中新建。 / Made under "My keys" (/account/keys).',
}

const problem: Json = {
  description: 'Problem (RFC 9457) / 错误',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const problems = (statuses: readonly number[]): Json => Object.fromEntries(statuses.map((status) => [status, problem]))

const parametersOf = (route: Route, path: readonly string[]): Parameter[] => {
  const { properties = {}, required = [] }: ObjectSchema = route.run.input
  return Object.entries(properties)
    .filter(([name]) => path.includes(name) || route.on.startsWith('GET'))
    .map(([name, schema]) => ({
      name,
      in: path.includes(name) ? 'path' : 'query',
      required: path.includes(name) || required.includes(name),
      schema,
    }))
}

const operation = (id: string, tag: string, summary: Text, reply: TSchema, more: Json = {}): Operation => ({
  operationId: id.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
  tags: [tag],
  summary: `${summary.zh} / ${summary.en}`,
  'x-summary': summary,
  parameters: [],
  ...more,
  responses: { 200: { description: 'OK', content: { 'application/json': { schema: reply } } }, ...(more.responses as Json | undefined) },
})

const operationOf = (route: Route, module: Module, path: readonly string[]): Operation => {
  const writes = route.on.startsWith('POST')
  const isPublic = route.run.right === 'public'
  return operation(route.run.name, module.name, route.summary, route.reply, {
    parameters: parametersOf(route, path),
    ...(writes ? { requestBody: { required: true, content: { 'application/json': { schema: route.run.input } } } } : {}),
    ...(isPublic ? {} : { security: [{ key: [] }] }),
    responses: problems([...(writes ? [400, 404, 413, 415, 422, 429, 503] : [400, 404, 429, 503]), ...(isPublic ? [] : [401, 403])]),
  })
}

const pathsOf = (module: Module): [path: string, method: string, Operation][] =>
  module.routes.map((route) => {
    const [method = '', address = ''] = route.on.split(' ')
    const names = [...address.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
    return [`/api/v1${address.replace(/:(\w+)/g, '{$1}')}`, method.toLowerCase(), operationOf(route, module, names)]
  })

/** What the door answers by itself. */
const own: readonly [path: string, method: string, Operation][] = [
  [
    '/api/v1/health',
    'get',
    operation('site.health', 'site', { zh: '网站是否正常，用的是哪个包', en: 'Whether the site is well, and which pack it uses' }, Health, {
      responses: problems([429, 503]),
    }),
  ],
  [
    '/api/v1/openapi.json',
    'get',
    operation('site.openapi', 'site', { zh: '本接口的描述', en: 'This description' }, Type.Unknown(), { responses: problems([429]) }),
  ],
]

export const openApiOf = (modules: readonly Module[], version: string): OpenApi => {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const [path, method, described] of [...modules.flatMap(pathsOf), ...own]) paths[path] = { ...paths[path], [method]: described }
  return {
    openapi: '3.1.0',
    info: {
      title: '策行 Planwright',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        '规划、政策与指标的开放接口。金额为元，写作十进制文字；错误的语言用 ?lang=zh|en 或 Accept-Language 选择。 / Plan, policy and indicators. Money is yuan as decimal text; errors are in the language of ?lang=zh|en or Accept-Language.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem }, securitySchemes: { key } },
  }
}
