import { judgementKeys } from '../modules/measure/index.ts'
import type { Pack } from '../pack/pack.ts'
import type { Names } from '../population/catalogue.ts'

/** What the columns of a population for this pack may be called, with its synthetic population if it has one. */
export const namesOf = (pack: Pack): Names => ({
  facts: pack.facts,
  judgements: judgementKeys(pack),
  synthetic: pack.population && { id: pack.id, population: pack.population },
})
