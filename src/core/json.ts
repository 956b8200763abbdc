import type { Text } from './messages.ts'

const MAX_DEPTH = 8

/** JSON from outside: not deeper than eight levels, no name twice, numbers kept as they were written (`1e3` stays `1e3`). */
export const readJson = (text: string): { readonly value: unknown } | { readonly problem: Text } => {
  const body = text.replace(/^\uFEFF/, '')
  let depth = 0
  let quoted = false
  for (let at = 0; at < body.length; at++) {
    const character = body[at]
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH)
        return {
          problem: {
            zh: `JSON 嵌套超过 ${MAX_DEPTH} 层（第 ${at + 1} 个字符）。`,
            en: `The JSON is nested deeper than ${MAX_DEPTH} (character ${at + 1}).`,
          },
        }
    } else if (character === '}' || character === ']') depth--
  }
  try {
    // What stood in the file decides, not what a binary number makes of it.
    const value: unknown = JSON.parse(body, (_name, each: unknown, context?: { source?: string }) =>
      typeof each === 'number' && context?.source ? context.source : each,
    )
    const names = [...body.matchAll(/^\s*"((?:[^"\\]|\\.)*)"\s*:/gm)].map((found) => found[1]!)
    const twice =
      typeof value === 'object' && value !== null && Object.keys(value).length < names.length
        ? names.find((name, index) => names.indexOf(name) !== index)
        : undefined
    return twice === undefined ? { value } : { problem: { zh: `“${twice}”写了两次。`, en: `"${twice}" is given twice.` } }
  } catch (error) {
    const found = /position (\d+)/.exec(String(error))
    const before = body.slice(0, Number(found?.[1] ?? 0)).split('\n')
    return {
      problem: {
        zh: `不是 JSON（第 ${before.length} 行第 ${before.at(-1)!.length + 1} 列）。`,
        en: `Not JSON (line ${before.length}, column ${before.at(-1)!.length + 1}).`,
      },
    }
  }
}
