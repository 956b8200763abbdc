/** The receipt of lines of a mass run: that they stand in it, at their places, under the root that was published with it. */
import { canonicalJson, type Json } from './canonical.ts'
import { leafOf, rootFrom } from './merkle.ts'
import { hexOf, sha256, sha256Hex } from './sha256.ts'

export const INCLUSION_FORMAT = 'planwright.inclusion.1'

/** A line of the grants as it is written, its place from 0, and the hashes that lead to the root, from below. */
export type IncludedLine = { readonly line: string; readonly index: number; readonly path: readonly string[] }

/** `run` is the record of the run (`run.json`): what it was made from, what came out, and in `grants` the root and how many lines there are. */
export type Inclusion = {
  readonly format: string
  readonly run: {
    readonly [name: string]: Json
    readonly grants: { readonly [name: string]: Json; readonly root: string; readonly lines: number }
  }
  readonly lines: readonly IncludedLine[]
  readonly hash: string
}

export const hashOfInclusion = ({ hash: _hash, ...rest }: Inclusion): string => sha256Hex(canonicalJson(rest))

const HEX = /^[0-9a-f]{64}$/
const isHash = (value: unknown): value is string => typeof value === 'string' && HEX.test(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasOnly = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name))

const isLine = (value: unknown): value is IncludedLine =>
  isObject(value) &&
  hasOnly(value, ['line', 'index', 'path']) &&
  typeof value.line === 'string' &&
  Number.isSafeInteger(value.index) &&
  Array.isArray(value.path) &&
  value.path.every(isHash)

/** The inclusion that a text holds, strictly in its shape; null if it holds none. */
export const inclusionFrom = (text: string): Inclusion | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !hasOnly(value, ['format', 'run', 'lines', 'hash']) || value.format !== INCLUSION_FORMAT) return null
    if (!isObject(value.run) || !isObject(value.run.grants)) return null
    const { root, lines } = value.run.grants
    const isWhole =
      isHash(root) && Number.isSafeInteger(lines) && Array.isArray(value.lines) && value.lines.every(isLine) && isHash(value.hash)
    return isWhole ? (value as unknown as Inclusion) : null
  } catch {
    return null
  }
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

/** The root that a line leads to; empty if its path does not fit its place. */
export const rootOfLine = ({ line, index, path }: IncludedLine, lines: number): string => {
  const root = rootFrom(leafOf(new TextEncoder().encode(line), sha256), index, lines, path.map(bytesOf), sha256)
  return root === null ? '' : hexOf(root)
}
