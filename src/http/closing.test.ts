import net, { type AddressInfo } from 'node:net'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { endConnections } from './closing.ts'

const siteThatAnswersAfter = async (ms: number, graceMs?: number) => {
  const site = fastify()
  endConnections(site, graceMs)
  let asked = (): void => undefined
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  site.get('/', async () => {
    asked()
    return await new Promise((resolve) => setTimeout(resolve, ms, 'the answer'))
  })
  await site.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.server.address() as AddressInfo
  return { site, port, isAsked, answer: () => fetch(`http://127.0.0.1:${port}/`).then((response) => response.text()) }
}

it('ends although a browser holds a connection that it never asked anything on', async () => {
  const { site, port, answer } = await siteThatAnswersAfter(0)
  const silent = net.connect(port, '127.0.0.1')
  const ended = new Promise((resolve) => silent.on('error', () => undefined).once('close', resolve))
  await new Promise((resolve) => silent.once('connect', resolve))
  expect(await answer()).toBe('the answer')
  await Promise.all([site.close(), ended])
})

it('lets an answer that is under way be finished', async () => {
  const { site, answer, isAsked } = await siteThatAnswersAfter(200)
  const under = answer()
  await isAsked
  await site.close()
  expect(await under).toBe('the answer')
})

it('does not wait for ever for one that is never finished', async () => {
  const { site, answer, isAsked } = await siteThatAnswersAfter(2 ** 30, 50)
  const under = answer().catch((error: Error) => error.message)
  await isAsked
  await site.close()
  expect(await under).toBe('fetch failed')
})
