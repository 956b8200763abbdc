/** The installation's secret: from the settings, or made once for a demonstration. */
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import { fail } from './messages.ts'
import { stateFolder } from './postgres.ts'
import { newToken } from './random.ts'

/** Makes the file if nobody has, readable for its owner alone. Two starts at once end with the same secret. */
const secretIn = (folder: string): string => {
  const file = path.join(folder, 'secret')
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    fs.writeFileSync(file, newToken(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS') fail('kernel.no-permission', { path: folder })
    if (code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8')
}

/** The secrets that seal and open, the current one first; one that real people rely on has to be named in the settings. */
export const secretsOf = ({ secrets: [first, ...older], mode, home, dataFolder }: Config): readonly [string, ...string[]] => {
  if (first !== undefined) return [first, ...older]
  return mode === 'demo' ? [secretIn(stateFolder(home, dataFolder))] : fail('kernel.no-secret', {})
}
