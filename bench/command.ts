/** The command line as it is typed, in a process of its own. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const CLI = path.join(import.meta.dirname, '../src/cli/main.ts')

/** What it printed, and the milliseconds that a person waited. */
export const typed = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly said: string; readonly ms: number }> => {
  const began = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args], {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...env },
  })
  return { said: stdout, ms: performance.now() - began }
}
