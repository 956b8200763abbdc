/** Compares job after job until enough cells are compared. */
import type pg from 'pg'
import { compare } from './compare.ts'
import { allPacks, jobsFrom } from './jobs.ts'
import { addTo, newTally, type Tally } from './tally.ts'

type Order = {
  readonly cells: number
  readonly seed: number
  /** Only the jobs with this name. */
  readonly only?: string
  readonly progress?: (name: string, tally: Tally) => void
}

/** A query that takes longer than this is a finding. */
export const STATEMENT_TIMEOUT = 20_000

export const compareUntil = async (client: pg.Client, { cells, seed, only, progress }: Order): Promise<Tally> => {
  const tally = newTally()
  for (const { name, make } of jobsFrom(seed, await allPacks())) {
    if (only !== undefined && name !== only) continue
    const job = make()
    addTo(tally, job, await compare(client, job))
    progress?.(name, tally)
    if (only !== undefined || tally.cells >= cells) return tally
  }
  return tally
}
