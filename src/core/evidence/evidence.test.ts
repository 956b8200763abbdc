import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from './canonical.ts'
import { type EventBody, eventText } from './event.ts'
import { growingRoot, leafOf, pathOf, rootFrom, rootOf } from './merkle.ts'
import { hexOf, sha256, sha256Hex } from './sha256.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('SHA-256', () => {
  it('gives the digests of the standard', () => {
    expect([sha256Hex(''), sha256Hex('abc')]).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ])
  })
  it('gives what OpenSSL gives, at every length around a block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hexOf(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
    for (let length = 50; length < 140; length++)
      expect(hexOf(sha256(new Uint8Array(length).fill(7)))).toBe(createHash('sha256').update(new Uint8Array(length).fill(7)).digest('hex'))
  })
})

describe('canonical JSON', () => {
  it('sorts names by UTF-16 code units and writes numbers and texts as ECMAScript does', () => {
    // The examples of RFC 8785, 3.2.2 and 3.2.3.
    expect(
      canonicalJson({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '€$\u000f\nA\'B"\\\\"/',
        literals: [null, true, false],
      }),
    ).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    expect(
      Object.values(
        JSON.parse(
          canonicalJson({ '€': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '😀': 'Smiley', '\u0080': 'Control', ö: 'O' }).replace(
            '"1":"One",',
            '',
          ),
        ),
      ),
    ).toEqual(['CR', 'Control', 'O', 'Euro', 'Smiley', 'Dalet'])
  })
  it('is the same whatever the order in which members were given, and reads back to the same value', () => {
    const reversed = (value: Json): Json =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, each]) => [name, reversed(each)]),
            )
          : value
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value as Json)
        expect(canonicalJson(reversed(value as Json))).toBe(text)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })
  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800']])('refuses %j, which JSON cannot hold', (value) => {
    expect(() => canonicalJson([value])).toThrow('canonical JSON')
  })
})

describe('a Merkle tree', () => {
  const entries = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => bytesOf(`entry ${index}`))
  const leavesOf = (count: number) => entries(count).map((entry) => leafOf(entry, sha256))

  it('has the roots of RFC 6962', () => {
    // Test vectors of the certificate transparency project: entries of 0, 1, 2, … bytes.
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    const leaves = inputs.map((hex) =>
      leafOf(
        Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
        sha256,
      ),
    )
    expect([0, 1, 2, 3, 8].map((count) => hexOf(rootOf(leaves.slice(0, count), sha256)))).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })
  it('proves every entry at its place, and no other entry, place, count or path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(39), fc.nat(1000), (count, at, change) => {
        const index = at % count
        const leaves = leavesOf(count)
        const root = hexOf(rootOf(leaves, sha256))
        const path = pathOf(leaves, index, sha256)
        const found = (leaf: Uint8Array, place: number, many: number, way: readonly Uint8Array[]): string | null => {
          const reached = rootFrom(leaf, place, many, way, sha256)
          return reached && hexOf(reached)
        }
        expect(found(leaves[index]!, index, count, path)).toBe(root)
        expect(found(leafOf(bytesOf('another'), sha256), index, count, path)).not.toBe(root)
        const elsewhere = (index + 1 + (change % Math.max(1, count - 1))) % count
        if (elsewhere !== index) expect(found(leaves[index]!, elsewhere, count, path)).not.toBe(root)
        expect(found(leaves[index]!, index, count, [...path, leaves[0]!])).not.toBe(root)
        expect(found(leaves[index]!, count, count, path)).toBeNull()
        for (const [step, hash] of path.entries()) {
          const other = hash.slice()
          other[change % 32]! ^= 1
          expect(found(leaves[index]!, index, count, path.with(step, other))).not.toBe(root)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('has the same root when leaves come one by one', () => {
    for (let count = 0; count <= 70; count++) {
      const tree = growingRoot(sha256)
      for (const leaf of leavesOf(count)) tree.add(leaf)
      expect([tree.count(), hexOf(tree.root())]).toEqual([count, hexOf(rootOf(leavesOf(count), sha256))])
    }
  })
})

describe('an event', () => {
  const text = fc.string({ unit: 'grapheme' })
  const orNull = fc.option(text)
  const bodies: fc.Arbitrary<EventBody> = fc.record({
    ...{ lane: fc.nat(), seq: fc.nat(), at: text, actor: text, key: orNull, post: orNull, onBehalfOf: orNull, action: text, event: text },
    ...{ object: fc.tuple(text, text), before: orNull, after: orNull, details: orNull, alg: text, prev: text },
  })

  it('is hashed as its canonical JSON', () => {
    fc.assert(fc.property(bodies, (body) => eventText(body) === canonicalJson(body)))
  })
})
