/** Enterprises as a mass run holds them: read from CSV once, then from its snapshot, in memory that threads share. */
import type { Measure } from '../src/core/rule/tree.ts'
import { type Loaded, loadPopulation } from '../src/population/load.ts'
import { csvOf } from './data.ts'
import { checkedPack } from './engine.ts'
import type { Profile } from './generate.ts'
import { packOf } from './many.ts'

/** The measures of a pack of so many, and the population with the columns that they read; throws with every finding otherwise. */
export const loadedWith = async (
  profile: Profile,
  count: number,
  measureCount: number,
): Promise<Loaded & { readonly measures: readonly Measure[] }> => {
  const pack = await checkedPack(packOf(measureCount))
  const measures = [...pack.measures.values()]
  const wanted = new Set(measures.flatMap(({ facts }) => [...facts]))
  const loaded = await loadPopulation(await csvOf(profile, count), { facts: pack.facts, judgements: new Set() }, wanted)
  if (!('population' in loaded)) throw new Error(loaded.findings.map(({ message }) => message.en).join('\n'))
  await loaded.kept
  return { ...loaded, measures }
}
