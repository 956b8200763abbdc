/** A first demonstration has something for those who look after the money: what everything would cost, over synthetic enterprises. */
import { spawn } from 'node:child_process'
import path from 'node:path'

/** Types, beside the site, the command that anybody could type, once for each day. It ends by itself, or with the site: the answer is how to end it. */
export const startDemoRuns = (home: string, pack: string, enterprises: number, days: readonly string[]): (() => Promise<void>) => {
  const ending = new AbortController()
  const run = (day: string): Promise<void> =>
    new Promise((resolve) => {
      const typed = ['run', pack, '--population', `synthetic:${enterprises}`, '--on', day, '--out', 'db']
      const child = spawn(process.execPath, [path.join(home, 'src/cli/main.ts'), ...typed], {
        cwd: home,
        stdio: ['ignore', 'ignore', 'pipe'],
        signal: ending.signal,
      })
      let said = ''
      child.stderr.on('data', (piece: Buffer) => {
        said += piece
      })
      child.on('error', () => resolve())
      child.on('close', (code) => {
        if (code !== 0 && !ending.signal.aborted)
          console.error(`  演示测算没有完成 · the run of the demonstration did not end well\n${said}`)
        resolve()
      })
    })
  const runs = (async () => {
    for (const day of days) if (!ending.signal.aborted) await run(day)
  })()
  return () => {
    ending.abort()
    return runs
  }
}
