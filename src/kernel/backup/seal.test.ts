import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../test/refused.ts'
import { collected } from './parts.ts'
import { newSealer, opening, sealing } from './seal.ts'

const sealer = newSealer('a passphrase for tests')
const open = opening('a passphrase for tests')
const of = (bytes: Buffer): Readable => Readable.from([bytes], { objectMode: false })
const sealed = (bytes: Buffer, part = 'a') => collected([of(bytes), sealing(part, sealer)])
const opened = (bytes: Buffer, part = 'a') => collected([of(bytes), open(part)])
const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

describe('an encrypted part', () => {
  it.each(SIZES)('of %i bytes opens to what was sealed', async (size) => {
    const bytes = Buffer.alloc(size, 'planwright ')
    const secret = await sealed(bytes)
    expect(secret.includes('planwright')).toBe(false)
    expect((await opened(secret)).equals(bytes)).toBe(true)
  })

  it('comes in pieces of any size', async () => {
    const secret = await sealed(Buffer.alloc(70_000, 'x'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        const pieces: Buffer[] = []
        let at = 0
        for (const size of sizes) {
          pieces.push(secret.subarray(at, at + size))
          at += size
        }
        pieces.push(secret.subarray(at))
        const stream = Readable.from(
          pieces.filter(({ length }) => length > 0),
          { objectMode: false },
        )
        expect((await collected([stream, open('a')])).length).toBe(70_000)
      }),
      { numRuns: 20 },
    )
  })

  it('does not open after any change, under another name, cut off, or with another passphrase', async () => {
    const secret = await sealed(Buffer.alloc(66_000, 'x'))
    await fc.assert(
      fc.asyncProperty(fc.nat(secret.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const other = Buffer.from(secret)
        other[place]! ^= change
        expect((await refusalOf(opened(other))).code).toBe('backup.sealed')
      }),
      { numRuns: 12 },
    )
    expect((await refusalOf(opened(secret, 'b'))).code).toBe('backup.sealed')
    for (const length of [0, 20, 28, 28 + 65_552, secret.length - 1])
      expect((await refusalOf(opened(secret.subarray(0, length)))).code, String(length)).toBe('backup.sealed')
    expect((await refusalOf(collected([of(secret), opening('another passphrase')('a')]))).code).toBe('backup.sealed')
  })
})
