import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { home } from '../../../test/packs.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { type Ground, perform } from '../../kernel/action.ts'
import { prepareQueues } from '../../kernel/jobs/queue.ts'
import { startWorker, type Worker } from '../../kernel/jobs/worker.ts'
import { action } from '../../kernel/module.ts'
import { webhookKey, webhooksOf } from '../../kernel/webhook.ts'
import type { Who } from '../../kernel/who.ts'
import { deliver } from './deliver.ts'
import { chooseEvents, EVENTS, pauseReceiver, receivers, sendAgain, testReceiver, webhook } from './index.ts'
import { jobs } from './manage.ts'
import { TEST } from './rules/events.ts'
import { webhookHealth } from './views.ts'

/** What each address has got, and what it answers: a status, or nothing at all. */
const got: { readonly address: string; readonly id: string; readonly body: { readonly type: string; readonly data: object } }[] = []
const answers = new Map<string, number | 'hang'>()
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const address = request.url ?? ''
    got.push({ address, id: String(request.headers['webhook-id']), body: JSON.parse(body) })
    const answer = answers.get(address) ?? 204
    if (answer !== 'hang') response.writeHead(answer).end()
  })
})
const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
atEnd(() => {
  server.closeAllConnections()
  server.close()
})
const at = (address: string): typeof got => got.filter((each) => each.address === address)

const database = await freshDatabase()
await prepareQueues(database.url, { tries: 3, delaySeconds: 0, longestSeconds: 1 })
const keys = [webhookKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')!]
const names = ['good', 'broken', 'held', 'deaf', 'moved'] as const
let now = new Date('2026-03-31T08:00:00Z')
let worker: Worker | null = null
const ground: Ground = {
  ...groundOf(database),
  now: () => now,
  emitted: () => worker?.wake(),
  webhooks: webhooksOf(
    names.map((name) => ({ name, url: `http://127.0.0.1:${port}/${name}`, keys })),
    'https://plan.example.cn',
    300,
  ),
}
worker = await startWorker(ground, database.pool, [webhook])
atEnd(() => worker?.stop())

const operator: Who = { kind: 'operator', name: 'test' }
const person = await somebody(database)
const administrator: Who = { ...person, posts: [await postFor(database, person, ['administrator'])] }
const publish = action('test.publish', 'operate', Type.Object({ bulletin: Type.String() }), async (act, { bulletin }) => {
  act.emit({ type: 'bulletin.published', bulletin, user: 'somebody' })
  await act.record('test.published', { object: ['test.bulletin', bulletin] })
})
const stateOf = async (name: string) => (await perform(ground, administrator, receivers, {})).find((each) => each.name === name)!
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
  worker?.wake()
}
const wants = (receiver: string, events: readonly string[] = ['bulletin.published']) =>
  perform(ground, administrator, chooseEvents, { receiver, events: [...events] })

describe('a receiver of events', () => {
  it('is told what it wants to know, with names of things and nothing about people', async () => {
    await wants('good')
    await perform(ground, operator, publish, { bulletin: 'b1' })
    await eventually(
      () => at('/good').length,
      (count) => count === 1,
    )
    expect(at('/good')[0]?.body).toEqual({
      specversion: '1.0',
      id: at('/good')[0]?.id,
      source: 'https://plan.example.cn',
      type: 'bulletin.published',
      time: '2026-03-31T08:00:00.000Z',
      datacontenttype: 'application/json',
      data: { bulletin: 'b1' },
    })
    await eventually(
      () => stateOf('good'),
      ({ deliveries: [last] }) => last?.state === 'delivered',
    )
    expect(await stateOf('good')).toMatchObject({ host: `127.0.0.1:${port}`, waiting: 0, failed: 0, events: ['bulletin.published'] })
    expect(at('/broken')).toEqual([])
  })

  it('that fails is tried again, later each time, under the same name, until it takes the event', async () => {
    answers.set('/broken', 503)
    await wants('broken')
    await perform(ground, operator, publish, { bulletin: 'b2' })
    const failed = await eventually(
      () => stateOf('broken'),
      ({ deliveries: [last] }) => last?.tries === 1,
    )
    expect(failed.deliveries[0]).toMatchObject({ state: 'waiting', status: 503, reason: 'status', nextAt: '2026-03-31T08:00:05.000Z' })
    later(1)
    await eventually(
      () => stateOf('broken'),
      ({ deliveries: [last] }) => last?.tries === 2,
    )
    answers.set('/broken', 200)
    later(2)
    await eventually(
      () => stateOf('broken'),
      ({ deliveries: [last] }) => last?.state === 'delivered',
    )
    expect(new Set(at('/broken').map(({ id }) => id)).size).toBe(1)
    expect(at('/broken').length).toBe(3)
  })

  it('that never takes it is left in peace after ten tries, which shows, and gets it when somebody sends it again', async () => {
    answers.set('/moved', 301)
    await wants('moved')
    await perform(ground, operator, publish, { bulletin: 'b3' })
    for (let tries = 1; tries <= 10; tries++) {
      await eventually(
        () => stateOf('moved'),
        ({ deliveries: [last] }) => last?.tries === tries,
      )
      later(24 * 60)
    }
    const { deliveries, failed } = await stateOf('moved')
    expect([deliveries[0]?.state, deliveries[0]?.reason, failed]).toEqual(['failed', 'redirect', 1])
    expect((await perform(ground, administrator, webhookHealth, {})).map(({ isWell }) => isWell)).toEqual([false])
    answers.delete('/moved')
    const delivery = deliveries[0]?.id ?? ''
    await perform(ground, administrator, sendAgain, { delivery })
    await eventually(
      () => stateOf('moved'),
      ({ failed }) => failed === 0,
    )
    await eventually(
      () => stateOf('moved'),
      ({ deliveries: [last] }) => last?.state === 'delivered',
    )
    expect((await refusalOf(perform(ground, administrator, sendAgain, { delivery }))).code).toBe('webhook.delivered')
  })

  it('that is paused gets everything once it is resumed', async () => {
    await wants('held')
    await perform(ground, administrator, pauseReceiver, { receiver: 'held', paused: true })
    await perform(ground, operator, publish, { bulletin: 'b4' })
    await perform(ground, operator, publish, { bulletin: 'b5' })
    await eventually(
      () => stateOf('held'),
      ({ waiting }) => waiting === 2,
    )
    expect((await refusalOf(perform(ground, administrator, testReceiver, { receiver: 'held' }))).code).toBe('webhook.paused')
    expect(at('/held')).toEqual([])
    await perform(ground, administrator, pauseReceiver, { receiver: 'held', paused: false })
    await eventually(
      () => stateOf('held'),
      ({ waiting }) => waiting === 0,
    )
    expect(at('/held').map(({ body }) => body.data)).toEqual(expect.arrayContaining([{ bulletin: 'b4' }, { bulletin: 'b5' }]))
  })

  it('that does not answer is left alone for a minute, so that it holds nobody up', async () => {
    answers.set('/deaf', 'hang')
    await wants('deaf')
    for (const bulletin of ['b6', 'b7', 'b8']) await perform(ground, operator, publish, { bulletin })
    await eventually(
      () => stateOf('good'),
      ({ deliveries }) => deliveries.filter(({ state }) => state === 'delivered').length >= 7,
    )
    await eventually(
      () => stateOf('deaf'),
      ({ deliveries }) => deliveries.some(({ reason }) => reason === 'timeout'),
    )
    expect(at('/deaf').length).toBe(1)
    answers.delete('/deaf')
    later(3)
    await eventually(
      () => stateOf('deaf'),
      ({ waiting }) => waiting === 0,
    )
    expect(new Set(at('/deaf').map(({ id }) => id)).size).toBe(3)
  })

  it('can be tested', async () => {
    await perform(ground, administrator, testReceiver, { receiver: 'good' })
    await eventually(
      () => at('/good').at(-1)?.body.type,
      (type) => type === 'webhook.test',
    )
  })

  it('is one of the settings, and is told only of events that there are', async () => {
    expect((await refusalOf(wants('nobody'))).code).toBe('webhook.receiver-unknown')
    expect((await refusalOf(wants('good', ['plan.nothing']))).code).toBe('webhook.event-unknown')
    const delivery = '00000000-0000-7000-8000-000000000000'
    expect((await refusalOf(perform(ground, administrator, sendAgain, { delivery }))).code).toBe('webhook.delivery-unknown')
  })

  it('is looked after by administrators alone', async () => {
    for (const work of [perform(ground, person, receivers, {}), perform(ground, person, testReceiver, { receiver: 'good' })])
      expect((await refusalOf(work)).code).toBe('kernel.forbidden')
  })
})

it('stands in docs/webhooks.md with each event and what it tells', () => {
  const page = readFileSync(path.join(home, 'docs/webhooks.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([\w.-]+)` \| [^|]+ \|\s*([^|]*?)\s*\|$/gm)].map(([, name, data = '']) => [
    name,
    data.match(/\w+/g) ?? [],
  ])
  expect(rows).toEqual([...Object.entries(EVENTS).map(([name, { fields }]) => [name, [...fields]]), [TEST, []]])
})

describe('a delivery', () => {
  it('is not made a second time by a message that comes late', async () => {
    const { deliveries } = await stateOf('good')
    const before = at('/good').length
    await perform(ground, operator, deliver, { delivery: deliveries[0]?.id ?? '', turn: 0 })
    expect(at('/good').length).toBe(before)
  })

  it('is forgotten after thirty days', async () => {
    later(40 * 24 * 60)
    for (const { run } of jobs) await perform(ground, operator, run, {})
    expect((await stateOf('good')).deliveries).toEqual([])
  })
})
