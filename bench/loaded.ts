/** Enterprises as a mass run holds them: read from CSV once, then from its snapshot, in memory that threads share. */
import type { Pack } from '../src/pack/pack.ts'
import { type Loaded, loadPopulation } from '../src/population/load.ts'
import { csvOf } from './data.ts'
import { checkedPack } from './engine.ts'
import type { Profile } from './generate.ts'
import { packOf } from './many.ts'

/** Loads the columns that the measures read; throws with every finding otherwise. */
export const load = async (file: string, pack: Pack): Promise<Loaded> => {
  const wanted = new Set([...pack.measures.values()].flatMap(({ facts }) => [...facts]))
  const loaded = await loadPopulation(file, { facts: pack.facts, judgements: new Set() }, wanted)
  if (!('population' in loaded)) throw new Error(loaded.findings.map(({ message }) => message.en).join('\n'))
  return loaded
}

/** A pack of so many measures, and the population with the columns that they read. */
export const loadedWith = async (profile: Profile, count: number, measureCount: number) => {
  const pack = await checkedPack(packOf(measureCount))
  const loaded = await load(await csvOf(profile, count), pack)
  await loaded.kept
  return { ...loaded, facts: pack.facts, measures: [...pack.measures.values()] }
}
