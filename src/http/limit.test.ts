import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { limitRequests } from './limit.ts'
import { answerProblem } from './problem.ts'

const server = fastify()
server.setErrorHandler((error, request, reply) => answerProblem(error, 0, request, reply))
await server.register(async (scope) => {
  await limitRequests(scope, 20, { forms: true })
  scope.all('/', async () => 'here')
})

/** How many of so many requests from an address are let in. */
const letIn = async (count: number, method: 'GET' | 'POST', remoteAddress: string): Promise<number> => {
  const answers = []
  for (let i = 0; i < count; i++) answers.push((await server.inject({ method, url: '/', remoteAddress })).statusCode)
  expect(answers.filter((status) => status !== 200 && status !== 429)).toEqual([])
  return answers.filter((status) => status === 200).length
}

describe('a minute of one address', () => {
  it('has room for so many pages, and for a tenth of the forms', async () => {
    expect(await letIn(30, 'GET', '192.0.2.1')).toBe(20)
    expect(await letIn(5, 'POST', '192.0.2.1')).toBe(2)
  })

  it('is nobody else’s', async () => {
    expect(await letIn(1, 'GET', '192.0.2.2')).toBe(1)
  })

  it('is that of a whole network with IPv6, where one household has all addresses', async () => {
    expect(await letIn(2, 'POST', '2001:db8:1:2::1')).toBe(2)
    expect(await letIn(1, 'POST', '2001:db8:1:2:ffff::9')).toBe(0)
    expect(await letIn(1, 'POST', '2001:db8:1:3::1')).toBe(1)
  })
})
