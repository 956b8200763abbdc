/** The ten most read pages under load from this process: what somebody waits for, counted from the moment the request was due. */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { somebodysCookie, withSite } from '../site.ts'
import { quantile } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const PAGES = [
  '/',
  '/check',
  '/measures',
  '/measures/public-service-platform',
  '/plan',
  '/plan/core_va_share',
  '/documents',
  '/documents/wh-policy-2022',
  '/data',
  '/en/',
] as const
/** Requests a second. Somebody who is signed in gets pages made for them alone. */
const RATES = [
  { what: 'a visitor', isOwn: false, rate: 100 },
  { what: 'somebody signed in, for whom no page is kept', isOwn: true, rate: 50 },
  { what: 'somebody signed in, for whom no page is kept', isOwn: true, rate: 100 },
] as const
const [SECONDS, QUICK_SECONDS, WARM_SECONDS] = [30, 5, 5]

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const load = (address: string, path: string, cookie: string | null): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', ...(cookie === null ? {} : { cookie }) }
    const call = request(`${address}${path}`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answers ${response.statusCode}`))
      response.on('end', resolve)
      response.resume()
    })
    call.on('error', reject)
    call.end()
  })

/** Milliseconds of each request, whether those before it have been answered or not: a slow answer makes nobody wait who does not wait in life. */
const timesUnder = async (address: string, cookie: string | null, rate: number, seconds: number): Promise<readonly number[]> => {
  const began = performance.now()
  const times: number[] = []
  const calls: Promise<void>[] = []
  for (let number = 0; number < seconds * rate; number++) {
    const due = began + (number * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    calls.push(load(address, PAGES[number % PAGES.length] ?? '/', cookie).then(() => void times.push(performance.now() - due)))
  }
  await Promise.all(calls)
  return times
}

const lineOf = (what: string, rate: number, times: readonly number[], goal: boolean): Line => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share)) as [number, number, number]
  return {
    what: `${what}, ${rate} requests a second`,
    figure: `p50 ${duration(p50)}, p95 ${duration(p95)}, p99 ${duration(p99)}`,
    ...(goal ? { goal: atMost(p95, 50, 'ms') } : {}),
  }
}

export const workload: Workload = {
  title: 'The ten most read pages of the shipped pack, rendered on the server',
  clock: 'wall',
  run: ({ rounds }) =>
    withSite(async ({ address, url }) => {
      const seconds = rounds > 10 ? SECONDS : QUICK_SECONDS
      const cookie = await somebodysCookie(url)
      const lines: Line[] = []
      for (const { what, isOwn, rate } of RATES) {
        const own = isOwn ? cookie : null
        await timesUnder(address, own, rate, WARM_SECONDS)
        lines.push(lineOf(what, rate, await timesUnder(address, own, rate, seconds), !isOwn))
      }
      return lines
    }),
}
