import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { house } from '../app.ts'
import { openApiOf } from './openapi.ts'

const document = openApiOf(house, '1.2.3')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, method, operation })),
)

/** Every schema in the document, wherever it stands. */
const schemasIn = (value: unknown): object[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'schema' ? [each as object] : schemasIn(each)))
}
const referencesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) => (key === '$ref' ? [String(each)] : referencesIn(each)))

describe('the description of the API', () => {
  it('lists every route of the house and what the door answers itself', () => {
    const routes = house.flatMap((module) => module.routes).map(({ on }) => on.replace(' ', ' /api/v1').replace(/:(\w+)/g, '{$1}'))
    expect(operations.map((each) => each.name).sort()).toEqual([...routes, 'GET /api/v1/health', 'GET /api/v1/openapi.json'].sort())
  })

  it('has the parts that OpenAPI 3.1 asks for', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: '1.2.3' }, servers: [{ url: '/' }] })
    for (const { name, operation } of operations) {
      expect(operation, name).toMatchObject({ operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/), tags: [expect.any(String)] })
      expect(operation.responses, name).toMatchObject({ 200: { description: expect.any(String) } })
    }
  })

  it('names every operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('describes exactly the parameters in each path', () => {
    for (const { name, path, operation } of operations) {
      const inPath = operation.parameters.filter((each) => each.in === 'path')
      expect(inPath.map((each) => each.name).sort(), name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort())
      expect(
        inPath.every((each) => each.required),
        name,
      ).toBe(true)
    }
  })

  it('has only schemas that JSON Schema 2020-12 accepts', () => {
    const schemas = schemasIn(document).filter((each) => !('$ref' in each))
    expect(schemas.length).toBeGreaterThan(20)
    for (const schema of schemas) {
      const validator = new Ajv2020({ strict: false })
      expect(validator.validateSchema(schema), JSON.stringify(validator.errors)).toBe(true)
    }
  })

  it('says of every route that is not public that it wants a key, and what happens without one', () => {
    const closed = house.flatMap(({ routes }) => routes).filter(({ run }) => run.right !== 'public')
    expect(closed.length).toBeGreaterThan(0)
    const { securitySchemes } = document.components as { securitySchemes: object }
    expect(securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } })
    const locked = operations.filter(({ operation }) => 'security' in operation)
    expect(locked).toHaveLength(closed.length)
    for (const { name, operation } of locked)
      expect(operation, name).toMatchObject({ security: [{ key: [] }], responses: { 401: expect.anything(), 403: expect.anything() } })
  })

  it('refers only to what it holds', () => {
    const known = Object.keys((document.components as { schemas: object }).schemas).map((name) => `#/components/schemas/${name}`)
    expect(referencesIn(document).length).toBeGreaterThan(0)
    expect(referencesIn(document).filter((each) => !known.includes(each))).toEqual([])
  })

  it('says in both languages what each operation is for', () => {
    for (const { name, operation } of operations) {
      expect(operation['x-summary'].zh, name).toMatch(/\p{Script=Han}/u)
      expect(operation['x-summary'].en, name).toMatch(/^[A-Z]/)
    }
  })
})
