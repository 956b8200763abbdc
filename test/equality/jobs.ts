/** What is compared, in an order that a seed fixes: every rule of every pack, and random rules without end. */
import path from 'node:path'
import { addDays, type Day } from '../../src/core/dates.ts'
import type { When } from '../../src/core/rule/outcome.ts'
import { randomCatalogue, randomMeasures } from '../../src/core/rule/samples/random-measures.ts'
import { sqlOf } from '../../src/core/rule/sql/query.ts'
import type { Measure } from '../../src/core/rule/tree.ts'
import type { Pack } from '../../src/pack/pack.ts'
import { readPack } from '../../src/pack/read.ts'
import { home } from '../packs.ts'
import type { Job } from './answer.ts'
import { diceOf, rowsAround } from './rows.ts'
import { turningRows } from './turns.ts'

/** A job under a name by which it can be made again. */
export type Named = { readonly name: string; readonly make: () => Job }

const FOLDERS = ['packs/wuhan', 'test/packs/xincheng', 'bench/pack']
const EVERYTHING_KNOWN = '2199-12-31'

/** Every pack of the repository. */
export const allPacks = async (): Promise<ReadonlyMap<string, Pack>> => {
  const read = FOLDERS.map(async (folder) => {
    const { pack, diagnostics } = await readPack(path.join(home, folder), '2026-11-24')
    if (!pack) throw new Error(`${folder}: ${diagnostics.map(({ message }) => message.en).join('\n')}`)
    return [folder, pack] as const
  })
  return new Map(await Promise.all(read))
}

/** A day on which the measure is in force, as far as it says when. */
const dayFor = ({ inForce, cases }: Measure): Day => cases[0]?.on ?? inForce.to ?? inForce.from ?? '2024-06-30'

/** The days on which something of the measure begins or ends, each with the day before and after. */
const turningDays = ({ inForce, known, parameters }: Measure): ReadonlySet<Day> => {
  const validities = [inForce, ...parameters.flatMap(({ versions }) => versions.map(({ validity }) => validity))]
  const days = [
    known,
    ...validities.flatMap(({ from, to }) => [from, to]),
    ...parameters.flatMap(({ versions }) => versions.map((each) => each.known)),
  ]
  return new Set(days.flatMap((day) => (day === null ? [] : [addDays(day, -1), day, addDays(day, 1)])))
}

const ROWS = { turning: 2500, around: 500, day: 40, shared: 250, random: 250, alone: 20 }

/** The rules of one pack: each by itself, all that turn on a day together, and all together. */
function* packJobs(folder: string, { measures: all, facts: catalogue }: Pack, seed: number): Generator<Named> {
  const measures = [...all.values()]
  for (const measure of measures) {
    const when = { on: dayFor(measure), known: EVERYTHING_KNOWN }
    const own = { measures: [measure], catalogue, when }
    yield {
      name: `${seed}/${folder}/${measure.id}`,
      make: () => ({
        ...own,
        name: `${seed}/${folder}/${measure.id}`,
        rows: [...turningRows(measure, catalogue, when, ROWS.turning, seed), ...rowsAround([measure], catalogue, ROWS.around, seed)],
      }),
    }
  }
  const days = new Set(measures.flatMap((measure) => [...turningDays(measure)]))
  for (const on of [...days].sort()) {
    const turning = measures.filter((measure) => turningDays(measure).has(on))
    yield jobOf(`${seed}/${folder}/${on}`, turning, catalogue, { on, known: on }, ROWS.day, seed)
  }
  for (const on of ['2022-07-01', '2023-06-30', '2024-06-30', '2026-03-01'])
    yield jobOf(`${seed}/${folder}/all-${on}`, measures, catalogue, { on, known: on }, ROWS.shared, seed)
}

const jobOf = (
  name: string,
  measures: readonly Measure[],
  catalogue: Job['catalogue'],
  when: When,
  count: number,
  seed: number,
): Named => ({
  name,
  make: () => ({ name, measures, catalogue, when, rows: rowsAround(measures, catalogue, count, seed) }),
})

const DAYS = ['2023-06-30', '2024-01-15', '2024-02-29', '2024-03-31', '2024-04-01', '2024-06-30', '2025-12-31', '2026-01-01']
const MEASURES = 40
/** How many of the random rules are given rows of their own. */
const ALONE = 2

const randomJob = (seed: number, index: number): Named => {
  const name = `${seed}/random/${index}`
  const make = (): Job => {
    const own = seed * 100_003 + index
    const on = DAYS[diceOf(own)(DAYS.length)]!
    const when = { on, known: index % 5 === 0 ? EVERYTHING_KNOWN : on }
    // A rule that is too large for a query is refused by it (`sql.too-large`).
    const measures = randomMeasures(MEASURES, own).filter((measure) => sqlOf([measure], randomCatalogue, when, 'population').query !== null)
    const rows = [
      ...measures.slice(0, ALONE).flatMap((measure) => turningRows(measure, randomCatalogue, when, ROWS.alone, own)),
      ...rowsAround(measures, randomCatalogue, ROWS.random, own),
    ]
    return { name, measures, catalogue: randomCatalogue, when, rows }
  }
  return { name, make }
}

const RANDOM_IN_ROUND = 64

/** Rounds of one seed each: all packs, then random rules. It does not end. */
export function* jobsFrom(seed: number, packs: ReadonlyMap<string, Pack>): Generator<Named> {
  for (let round = seed; ; round++) {
    for (const [folder, pack] of packs) yield* packJobs(folder, pack, round)
    for (let index = 1; index <= RANDOM_IN_ROUND; index++) yield randomJob(round, index)
  }
}
