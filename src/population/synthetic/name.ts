/** `synthetic`, `synthetic:N`, `synthetic:N:SEED`: the synthetic population of the pack instead of a path. */
import type { SyntheticSource } from '../catalogue.ts'
import { type Problem, problemOf } from '../messages.ts'

const NAME = 'synthetic'
const MAX_COUNT = 20_000_000
const MAX_SEED = 4_294_967_295

export type Named = { readonly source: SyntheticSource; readonly count: number; readonly seed: number }

/** What a name asks for, or what is wrong with it; null where it is a path. */
export const syntheticNamed = (name: string, source: SyntheticSource | null): Named | { readonly problem: Problem } | null => {
  if (name !== NAME && !name.startsWith(`${NAME}:`)) return null
  const found = /^synthetic(?::([1-9]\d{0,7})(?::(\d{1,10}))?)?$/.exec(name)
  if (source === null) return { problem: problemOf('population.synthetic-none', {}) }
  const count = Number(found?.[1] ?? source.population.count)
  const seed = Number(found?.[2] ?? source.population.seed)
  if (!found || count > MAX_COUNT || seed > MAX_SEED)
    return { problem: problemOf('population.synthetic', { name: name.slice(0, 60), limit: MAX_COUNT }) }
  return { source, count, seed }
}
