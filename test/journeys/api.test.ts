/** The commands that the reference of the API shows do what it says: each is run as it stands. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { SUBMISSION } from '../../src/web/portal/api-view.ts'
import { freshUrl } from '../database.ts'
import { fileOf } from '../line.ts'
import { edited, xincheng } from '../pack.ts'
import { home } from '../packs.ts'
import { freshSite } from '../site.ts'
import { type Account, enter, seenBy } from '../tour.ts'

const run = promisify(execFile)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)
if (!hasCurl) console.warn('SKIPPED: the examples of the API page are commands for curl, which is not installed.')

const plain = (html: string): string =>
  html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A second version of the measure of the examples, so that there is something to compare. */
const reformFolder = async (): Promise<string> => {
  const folder = path.dirname(fileOf('', 'none'))
  for (const [name, text] of edited(await xincheng(), 'measures/growth-award.md', 'title: 营业收入增长奖励', 'title: 营收增长奖励')) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

type Operations = Readonly<Record<string, Readonly<Record<string, { readonly security?: unknown }>>>>

describe.skipIf(!hasCurl)('the API page', async () => {
  if (!hasCurl) return
  const DATABASE_URL = await freshUrl()
  const site = await freshSite('xincheng', { DATABASE_URL })
  const commandsOn = async (at: string): Promise<readonly string[]> => {
    const html = await (await fetch(site.address + at)).text()
    return [...html.matchAll(/<pre class="example">([\s\S]*?)<\/pre>/g)]
      .map((found) => plain(found[1] ?? ''))
      .filter((text) => text.startsWith('curl'))
  }
  const shown = { zh: await commandsOn('/api'), en: await commandsOn('/en/api') }
  const operations = ((await (await fetch(`${site.address}/api/v1/openapi.json`)).json()) as { readonly paths: Operations }).paths
  await run(process.execPath, [path.join(home, 'src/cli/main.ts'), 'load', await reformFolder()], {
    env: { PATH: process.env.PATH, PLANWRIGHT_HOME: home, DATABASE_URL },
  })
  const as = async (account: Account) => seenBy(site.address, await enter(site.address, account))
  const people = { clerk: await as('clerk'), planner: await as('planner') }
  /** Whose key an example wants, and for which use. */
  const USES: readonly (readonly [address: RegExp, who: keyof typeof people, use: string])[] = [
    [/\/submissions\//, 'planner', 'plan.my-submission'],
    [/\/submissions$/, 'planner', 'plan.my-submissions'],
    [/\/readings$/, 'planner', 'plan.enter-readings'],
    [/./, 'clerk', 'identity.me'],
  ]
  /** A key for what this address does, as the page shows it once. */
  const keyFor = async (address: string): Promise<string> => {
    const [, who, use] = USES.find(([pattern]) => pattern.test(address))!
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    return /pw_[\w-]+/.exec(await people[who].post('/account/keys', { do: 'make', name: use, uses: use, expiresOn }))?.[0] ?? 'no key'
  }
  let submission = ''
  /** The status and the answer of a command, run as it stands. */
  const answer = async (command: string, key: string | null) => {
    const env = { PATH: process.env.PATH, ...(key === null ? {} : { PLANWRIGHT_KEY: key }) }
    const { stdout } = await run('sh', ['-c', `${command} -w '\n%{http_code}'`], { maxBuffer: 50_000_000, env })
    const end = stdout.lastIndexOf('\n')
    return { status: Number(stdout.slice(end)), reply: stdout.slice(0, end) }
  }

  it('shows a command for every operation, the same in both languages', () => {
    expect(shown.zh).toHaveLength(Object.values(operations).flatMap((methods) => Object.keys(methods)).length)
    expect(shown.en).toEqual(shown.zh)
  })

  it.each(shown.zh.map((command) => [/\/api\/v1([^']*)'/.exec(command)?.[1] ?? '', command] as const))(
    'answers its example of %s, with a key of that use where one is wanted and not without',
    async (address, shownCommand) => {
      const command = shownCommand.replace(SUBMISSION, submission)
      const wantsKey = command.includes('PLANWRIGHT_KEY')
      const key = wantsKey ? await keyFor(address) : null
      const { status, reply } = await answer(command, key)
      expect([200, 201], `${command}\n${reply.slice(0, 300)}`).toContain(status)
      expect(() => JSON.parse(reply)).not.toThrow()
      submission = /"submission":"([^"]+)"/.exec(reply)?.[1] ?? submission
      if (wantsKey) expect((await answer(command, null)).status).toBe(401)
    },
    60_000,
  )

  it('shows the key just where the description for machines wants one', () => {
    const described = Object.values(operations).flatMap((methods) => Object.values(methods).map(({ security }) => security !== undefined))
    expect(described).toContain(true)
    expect(shown.zh.map((command) => command.includes('authorization: Bearer $PLANWRIGHT_KEY'))).toEqual(described)
  })

  it('decides in its example what the page of the measure decides', async () => {
    const command = shown.zh.find((each) => each.includes('/decide')) ?? ''
    const { stdout } = await run('sh', ['-c', command])
    const { results, total } = JSON.parse(stdout) as { results: { status: string; amount: string; uncounted: string[] }[]; total: string }
    expect(results).toHaveLength(1)
    expect(results[0]?.status).toBe('eligible')
    expect(total).toBe(results[0]?.uncounted.length === 0 ? results[0].amount : '0.00')
  })
})
