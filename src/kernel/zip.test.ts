import fc from 'fast-check'
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Failure } from './failure.ts'
import { unzipped } from './zip.ts'

const BOUNDS = { files: 5, bytes: 1_000_000, ratio: 100 }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const codeOf = (archive: Uint8Array): string => {
  try {
    unzipped(archive, BOUNDS)
    return 'opened'
  } catch (error) {
    return (error as Failure).code
  }
}

describe('an archive', () => {
  it('gives every file as it was packed, and no folders', () => {
    const name = fc.constantFrom('a.md', 'b/c.csv', 'b/d.csv', '中文.md')
    fc.assert(
      fc.property(fc.dictionary(name, fc.uint8Array({ maxLength: 300 })), (files) => {
        const found = unzipped(zipSync({ ...files, 'folder/': new Uint8Array() } as Zippable), BOUNDS)
        expect([...found].map(([path, own]) => [path, [...own]]).sort()).toEqual(
          Object.entries(files)
            .map(([path, own]) => [path, [...own]])
            .sort(),
        )
      }),
    )
  })

  it.each(['../a.md', '/etc/a.md', 'a/../../b.md', 'C:\\a.md', 'a\\b.md', './a.md'])('is refused when a path leads out: %s', (path) => {
    expect(codeOf(zipSync({ [path]: bytes('x') }))).toBe('kernel.zip-path')
  })

  it('is refused when it unpacks to too much, by what it says and by what it does', () => {
    expect(codeOf(zipSync({ a: new Uint8Array(1_000_001) }, { level: 0 }))).toBe('kernel.zip-large')
    expect(codeOf(zipSync({ a: new Uint8Array(500_000) }))).toBe('kernel.zip-large')
    expect(codeOf(zipSync(Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [String(n), bytes('x')]))))).toBe('kernel.zip-large')
    // One that says ten bytes and holds a hundred thousand.
    const liar = Buffer.from(zipSync({ a: new Uint8Array(100_000).map((_, at) => at % 251) }))
    for (let at = 0; at < liar.length - 4; at++) if (liar.readUInt32LE(at) === 100_000) liar.writeUInt32LE(10, at)
    const got = codeOf(liar) === 'opened' ? (unzipped(liar, BOUNDS).get('a') ?? []).length : 0
    expect(got).toBeLessThanOrEqual(10)
  })

  it('is refused or opened, never anything else, whatever the bytes', () => {
    const good = zipSync({ 'a.md': bytes('text'.repeat(50)), 'b/c.csv': bytes('1,2') })
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const other = Uint8Array.from(good)
        other[place]! ^= change
        expect(codeOf(other)).toMatch(/^(opened|kernel\.zip-(broken|large|path))$/)
      }),
      { numRuns: 300 },
    )
    expect(codeOf(bytes('no zip'))).toBe('kernel.zip-broken')
  })
})
