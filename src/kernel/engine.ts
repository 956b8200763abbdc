/** The program that computes, named so that nobody can mistake it: its version, and a hash over the sources that decide. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Engine } from '../core/evidence/engine.ts'

/** The rooms whose sources decide who gets what. */
const ROOMS = ['src/core', 'src/modules/measure/rules'] as const

const sourcesIn = (home: string): readonly string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(path.join(home, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name.split(path.sep).join('/')}`),
  )
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/samples\//.test(name))
    .sort()

const made = new Map<string, Engine>()

/** `hash` is the SHA-256 over one line `SHA-256-of-the-file  path` for each source, by path: `sha256sum` gives the same lines. */
export const engineOf = (home: string): Engine => {
  const known = made.get(home)
  if (known) return known
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const whole = createHash('sha256')
  for (const name of sourcesIn(home))
    whole.update(
      `${createHash('sha256')
        .update(readFileSync(path.join(home, name)))
        .digest('hex')}  ${name}\n`,
    )
  const engine = { version, hash: whole.digest('hex') }
  made.set(home, engine)
  return engine
}
