/** The commands that the reference of the API shows do what it says: each is run as it stands. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { freshSite } from '../site.ts'

const run = promisify(execFile)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)
if (!hasCurl) console.warn('SKIPPED: the examples of the API page are commands for curl, which is not installed.')

const plain = (html: string): string =>
  html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

describe.skipIf(!hasCurl)('the API page', async () => {
  const site = await freshSite('wuhan')

  it.each(['/api', '/en/api'])('shows a command for every operation, and each of them answers: %s', async (path) => {
    const html = await (await fetch(site.address + path)).text()
    const commands = [...html.matchAll(/<pre class="example">([\s\S]*?)<\/pre>/g)].map((found) => plain(found[1] ?? ''))
    const { paths } = (await (await fetch(`${site.address}/api/v1/openapi.json`)).json()) as { paths: Record<string, object> }
    expect(commands).toHaveLength(Object.values(paths).flatMap((methods) => Object.keys(methods)).length)
    for (const command of commands) {
      expect(command.startsWith(`curl -s '${site.address}/api/v1/`), command).toBe(true)
      const { stdout } = await run('sh', ['-c', command], { maxBuffer: 50_000_000 })
      const reply = JSON.parse(stdout) as { type?: string; status?: number | string }
      // A measure that was published once has nothing to be compared with, which is an answer as well.
      // What is not public wants a key, which says so.
      if (!['/api#measure.version-single', '/api#kernel.sign-in'].includes(reply.type ?? ''))
        expect(reply.type, `${command}\n${stdout.slice(0, 300)}`).toBeUndefined()
    }
  })

  it('decides in its example what the page of the measure decides', async () => {
    const html = await (await fetch(`${site.address}/api`)).text()
    const command = plain(/<pre class="example">([^<]*\/decide[\s\S]*?)<\/pre>/.exec(html)?.[1] ?? '')
    const { stdout } = await run('sh', ['-c', command])
    const { results, total } = JSON.parse(stdout) as { results: { status: string; amount: string; uncounted: string[] }[]; total: string }
    expect(results).toHaveLength(1)
    expect(results[0]?.status).toBe('eligible')
    expect(total).toBe(results[0]?.uncounted.length === 0 ? results[0].amount : '0.00')
  })
})
