/** SHA-256 (FIPS 180-4): pure, so that a receipt can be made and checked in a browser tab that sends nothing. */

/** The largest whole number whose power is not above the limit, bit by bit. */
const wholeRoot = (limit: bigint, power: bigint): bigint => {
  let root = 0n
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= limit) root += bit
  return root
}

/** The first 32 bits of the fractional parts of roots of the first primes: how the standard defines its constants, in whole numbers. */
const fractionsOf = (power: bigint, count: number): Uint32Array => {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) if (!primes.some((prime) => candidate % prime === 0)) primes.push(candidate)
  return Uint32Array.from(primes, (prime) => Number(BigInt.asUintN(32, wholeRoot(BigInt(prime) << (32n * power), power))))
}
const ROUNDS = fractionsOf(3n, 64)
const START = fractionsOf(2n, 8)

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The message with the bit 1, zeros and its length, in whole blocks of 64 bytes. */
const padded = (bytes: Uint8Array): DataView => {
  const blocks = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return view
}

const mixed = (state: Uint32Array, words: Uint32Array): void => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const first = (h + big1 + ((e & f) ^ (~e & g)) + ROUNDS[index]! + words[index]!) | 0
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = state[index]! + word
}

/** 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const view = padded(bytes)
  const state = START.slice()
  const words = new Uint32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(block + index * 4)
    for (let index = 16; index < 64; index++) {
      const [early, late] = [words[index - 15]!, words[index - 2]!]
      const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
      const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
      words[index] = words[index - 16]! + small0 + words[index - 7]! + small1
    }
    mixed(state, words)
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word)
  return new Uint8Array(digest.buffer)
}

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 64 lower-case hex digits of the SHA-256 of the text in UTF-8. */
export const sha256Hex = (text: string): string => hexOf(sha256(new TextEncoder().encode(text)))
