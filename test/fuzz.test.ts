/**
 * Random and hostile input at every address, as everybody: no crash, no inside shown, nothing of a strange enterprise. `npm run fuzz -- --requests N --seed S` sends
 * as many as one has time for.
 */
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../src/kernel/database.ts'
import { pages } from '../src/web/addresses.ts'
import { atEnd } from './at-end.ts'
import { freshUrl } from './database.ts'
import { type FoundForm, formsIn, linksIn } from './fuzz/forms.ts'
import { send } from './fuzz/http.ts'
import { complaintAbout, toRepeat } from './fuzz/judge.ts'
import { bringBack, OWN, peopled, type Somebody } from './fuzz/people.ts'
import { type Asked, anyAsked } from './fuzz/requests.ts'
import { packs, startBuilt } from './site.ts'

const REQUESTS = Number(process.env.PLANWRIGHT_FUZZ ?? 2000)
const SEED = Number(process.env.PLANWRIGHT_FUZZ_SEED ?? 1)
const AT_ONCE = 8
const BLOCK = 400
const DEEP = 60

// Where a test's own actions keep files too.
const filesFolder = path.join(tmpdir(), `planwright-files-${process.pid}`)
const url = await freshUrl()
const site = await startBuilt({
  DATABASE_URL: url,
  PLANWRIGHT_PACK: packs.xincheng,
  PLANWRIGHT_DEMO: '20',
  PLANWRIGHT_LAB: '200',
  PLANWRIGHT_FILES: filesFolder,
})
atEnd(() => site.stop())
const database = { ...(await openDatabase(url)), url }
atEnd(database.close)
const { people, strange } = await peopled(database)

/** Every form that somebody finds when they follow links from the first page of every room. */
const formsFor = async (as: Somebody): Promise<readonly FoundForm[]> => {
  const cookie: Readonly<Record<string, string>> = as.person ? { cookie: `__Host-planwright=${as.person.token}` } : {}
  const open = pages
    .filter(({ path }) => !path.includes('*'))
    .map(({ path }) => `/${path.replace(':enterprise', OWN)}`)
    .filter((path) => !path.includes(':'))
  const seen = new Set<string>()
  const forms = new Map<string, FoundForm>()
  for (const path of open) {
    if (seen.has(path) || seen.size >= DEEP) continue
    seen.add(path)
    const { status, body } = await send(site.address, { method: 'GET', path, headers: cookie, body: null })
    if (status !== 200) continue
    for (const form of formsIn(body, path))
      forms.set(`${form.path} ${form.fields.map(({ name, value }) => (name === 'do' ? value : name)).join()}`, form)
    for (const link of linksIn(body)) if (!link.startsWith('/en') && !open.includes(link) && open.length < 400) open.push(link)
  }
  return [...forms.values()]
}

describe('the house', () => {
  it(`stands up to ${REQUESTS} requests that nobody should send`, async () => {
    const found = new Map<Somebody, readonly FoundForm[]>()
    for (const as of people) found.set(as, await formsFor(as))
    const complaints: string[] = []
    const answers = new Map<number, number>()
    const one = async (asked: Asked): Promise<void> => {
      const answer = await send(site.address, asked)
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
      const complaint = complaintAbout(asked, answer)
      if (complaint !== null) complaints.push(`${complaint}\n${toRepeat(asked)}\n→ ${answer.status} ${answer.body.slice(0, 300)}`)
    }
    for (let sent = 0; sent < REQUESTS && complaints.length < 20; sent += BLOCK) {
      const block = fc.sample(anyAsked(people, found, site.address, strange), {
        numRuns: Math.min(BLOCK, REQUESTS - sent),
        seed: SEED + sent,
      })
      const queue = [...block]
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let asked = queue.pop(); asked !== undefined; asked = queue.pop()) await one(asked)
        }),
      )
      await bringBack(database, people)
    }
    const counts = [...answers].sort(([a], [b]) => a - b)
    console.log(`fuzz: ${counts.map(([status, count]) => `${count} × ${status}`).join(', ')}; ${[...found.values()].flat().length} forms`)
    expect(complaints.join('\n\n————\n\n')).toBe('')
    expect(site.output()).not.toMatch(/incident/)
    expect(answers.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20)
  }, 36_000_000)
})
