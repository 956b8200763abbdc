/** The record as a file that anybody can check without us: JSON lines, first what it should come to, then every event with what is left of its contents. */
import { canonicalJson, type Json } from './canonical.ts'
import { type ChainReport, type ChainTools, type ChainWalk, chainWalk, type Head } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { AuditEvent, Contents } from './event.ts'

export const BUNDLE_FORMAT = 'planwright.record.1'

export type BundleHead = {
  readonly format: string
  readonly at: string
  readonly heads: readonly Head[]
  readonly checkpoints: readonly Checkpoint[]
}
export type BundleLine = { readonly event: AuditEvent; readonly contents: Contents | null }

/** One line, without its end: canonical JSON, but for two line ends that JSON lets stand in texts and that some readers of lines would part it at. */
export const bundleLine = (line: BundleHead | BundleLine): string =>
  canonicalJson(line as unknown as Json)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectIn = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** Walks a bundle. Null if it is none; a line that cannot be read counts as an event that is not what was hashed. */
export const bundleReport = async (tools: ChainTools, lines: AsyncIterable<string>): Promise<ChainReport | null> => {
  let walk: ChainWalk | null = null
  let heads: readonly Head[] = []
  for await (const line of lines) {
    const value = objectIn(line)
    if (walk === null) {
      if (value?.format !== BUNDLE_FORMAT || !Array.isArray(value.heads) || !Array.isArray(value.checkpoints)) return null
      const head = value as unknown as BundleHead
      heads = head.heads
      walk = chainWalk(tools, head.checkpoints)
      continue
    }
    try {
      const { event, contents } = value as unknown as BundleLine
      walk.event(event, contents)
    } catch {
      walk.unreadable()
    }
  }
  return walk?.end(heads) ?? null
}
