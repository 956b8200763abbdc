import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { home } from './packs.ts'

type Package = { readonly license?: string; readonly dev?: boolean; readonly version?: string }

/** Licences under which the house may use and hand on what it stands on (Apache-2.0 itself). */
const GOOD =
  /^\(?(MIT|MIT-0|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|ISC|CC0-1\.0|BlueOak-1\.0\.0|PostgreSQL|Unlicense|Python-2\.0|Zlib)\)?$/
/** For what only builds and tests. */
const GOOD_FOR_TOOLS = /^(MPL-2\.0|CC-BY-4\.0)$/

const lock = JSON.parse(readFileSync(path.join(home, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>
}
const packages = Object.entries(lock.packages).filter(([at]) => at !== '')
const isGood = ({ license = '', dev }: Package): boolean =>
  license.split(/ OR | AND /).some((each) => GOOD.test(each) || (dev === true && GOOD_FOR_TOOLS.test(each)))

describe('what the house stands on', () => {
  it('has licences that let it', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(([, each]) => !isGood(each)).map(([at, { license }]) => `${at}: ${license ?? 'no licence'}`)).toEqual([])
  })

  it('is pinned to exact versions', () => {
    const own = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(own[kind] ?? {}))
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('has every optional package of every platform in the lock, or nobody could install it elsewhere', () => {
    const names = new Set(packages.map(([at]) => at.split('node_modules/').pop()))
    const missing = Object.values(lock.packages).flatMap((each) =>
      Object.keys((each as { readonly optionalDependencies?: object }).optionalDependencies ?? {}).filter((name) => !names.has(name)),
    )
    expect(missing).toEqual([])
  })
})
