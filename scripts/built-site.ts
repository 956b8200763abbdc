/** The built site as a process of its own: for tests, benchmarks and pictures. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const home = path.resolve(import.meta.dirname, '..')

export type Running = {
  readonly address: string
  /** Everything the site has written so far. */
  readonly output: () => string
  /** Ends it the hard way. */
  readonly kill: () => Promise<void>
  /** Ends it as an operator does; answers with the exit code. */
  readonly stop: () => Promise<number | null>
}

const launch = (environment: Readonly<Record<string, string>>) => {
  const entry = path.join(home, 'build/server/index.js')
  if (!existsSync(entry)) throw new Error('The site is not built; run `npm run build` first.')
  const child = spawn(process.execPath, ['--enable-source-maps', entry, 'serve'], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PLANWRIGHT_HOME: home,
      PORT: '0',
      PLANWRIGHT_DEMO_RUN: '0',
      PLANWRIGHT_REQUESTS: '1000000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return { output: () => output, ended, stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) }
}

/**
 * Starts the site that `npm run build` made, by default on any free port; answers once it has said what it is waited for: its address, unless another pattern is given.
 * Throws with what it wrote if it ends before that.
 */
export const startBuilt = async (environment: Readonly<Record<string, string>>, until = /http:\/\/\S+/): Promise<Running> => {
  const site = launch(environment)
  let code: number | null | undefined
  void site.ended.then((given) => {
    code = given
  })
  for (;;) {
    const said = until.exec(site.output())?.[0]
    if (said !== undefined) return { ...site, address: said }
    if (code !== undefined) throw new Error(`The site ended with ${code}:\n${site.output()}`)
    await sleep(20)
  }
}
