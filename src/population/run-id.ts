import { createHash } from 'node:crypto'
import type { When } from '../core/rule/outcome.ts'

/** What a run depends on: the same of all these give the same grants, byte for byte. */
export type RunInputs = {
  readonly pack: string
  readonly population: string
  readonly when: When
  readonly engine: string
  readonly measures: readonly string[]
  readonly all: boolean
}

/** The id of a run: the hash of all that it depends on. */
export const runIdOf = ({ pack, population, when, engine, measures, all }: RunInputs): string =>
  createHash('sha256')
    .update(JSON.stringify([pack, population, when.on, when.known, engine, measures, all]))
    .digest('hex')
    .slice(0, 32)
