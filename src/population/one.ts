/** One enterprise of a population, and its lines of a run, without reading all of either where that can be avoided. */
import { open, stat } from 'node:fs/promises'
import type { Facts } from '../core/facts.ts'
import { factsAt } from '../core/rule/columns/population.ts'
import { withRanks } from '../core/rule/columns/ranks.ts'
import { judgementKey } from '../core/rule/evaluate.ts'
import { factsRead, ranksOf } from '../core/rule/rank.ts'
import type { Plan } from '../core/rule/stacking/plan.ts'
import type { Measure } from '../core/rule/tree.ts'
import type { Names } from './catalogue.ts'
import { rowOf } from './ids.ts'
import { loadPopulation, type Refused } from './load.ts'
import { readSnapshot, snapshotName } from './snapshot.ts'

/** `facts` is null where the population has no such enterprise; `hash` is that of the whole population. */
export type One = { readonly facts: Facts | null; readonly hash: string }

/** The facts that measures read, and the judgements they wait for, as a run over them wants them. */
const wantedBy = (measures: readonly Measure[]): ReadonlySet<string> =>
  new Set([...factsRead(measures), ...measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name)))])

/**
 * The facts of one enterprise, as a run over the measures of the plan had them: of a file that was read before only its own slots are read, of anything else all, and
 * also where a rank is asked for, which only the whole population can tell.
 */
export const enterpriseIn = async (at: string, names: Names, { measures, when }: Plan, id: string): Promise<One | Refused> => {
  const wanted = wantedBy(measures)
  const status = await stat(at).catch(() => null)
  const isAlone = ranksOf(measures).length === 0
  const kept = isAlone && status?.isFile() ? await readSnapshot(at, snapshotName(at, status, names), wanted, id) : null
  if (kept) return { facts: kept.population.count === 0 ? null : factsAt(kept.population, 0), hash: kept.hash }
  const loaded = await loadPopulation(at, names, wanted)
  if (!('population' in loaded)) return loaded
  await loaded.kept
  const row = rowOf(loaded.ids, loaded.population.count, id)
  return { facts: row < 0 ? null : factsAt(withRanks(loaded.population, measures, when), row), hash: loaded.hash }
}

const CHUNK = 1 << 22

/** The lines of a file of grants that begin with these cells, which stand together; reading stops behind them. */
export const linesBeginning = async (file: string, start: string): Promise<readonly string[]> => {
  const handle = await open(file)
  const sought = Buffer.from(`\n${start}`)
  const chunk = Buffer.alloc(CHUNK)
  try {
    for (let at = 0; ; at += CHUNK - sought.length) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, at)
      const found = chunk.subarray(0, bytesRead).indexOf(sought)
      if (found >= 0) return await linesFrom(handle, at + found + 1, start)
      if (bytesRead < CHUNK) return []
    }
  } finally {
    await handle.close()
  }
}

/** The lines from a place on as long as they begin so. */
const linesFrom = async (handle: Awaited<ReturnType<typeof open>>, from: number, start: string): Promise<readonly string[]> => {
  const chunk = Buffer.alloc(1 << 16)
  let text = Buffer.alloc(0)
  for (let at = from; ; ) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
    text = Buffer.concat([text, chunk.subarray(0, bytesRead)])
    at += bytesRead
    const lines = text.toString('utf8').split('\n').slice(0, -1)
    const others = lines.findIndex((line) => !line.startsWith(start))
    if (others >= 0) return lines.slice(0, others)
    if (bytesRead === 0) return lines
  }
}
