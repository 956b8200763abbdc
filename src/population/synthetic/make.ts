/** Makes a synthetic population in threads, straight into shared memory: the thread that asks stays free. */
import { type Column, columnOf, type RawColumn } from '../../core/rule/columns/column.ts'
import { type PopulationSpec, type SyntheticColumn, scaleOf } from '../../core/synthetic/spec.ts'
import { type Claims, newClaims } from '../helper.ts'
import { type Slots, sharedSlots } from '../shared.ts'
import { newThread, nextFrom } from '../thread.ts'
import { type Recipe, recipeOf } from './recipe.ts'
import { BLOCK } from './rows.ts'

export type Order = { readonly recipe: Recipe; readonly slots: readonly (Slots | null)[]; readonly claims: Claims }

/** Columns by key: facts and judgements as rules read them, and groups to break results down by. */
export type Made = { readonly facts: ReadonlyMap<string, Column>; readonly groups: ReadonlyMap<string, Column> }

const rawOf = ({ type, choices }: SyntheticColumn, values: Slots): RawColumn =>
  (type === 'text'
    ? { kind: type, values, texts: choices.map(({ zh }) => zh) }
    : type === 'enum' || type === 'yes-no'
      ? { kind: type, values }
      : { kind: type, values, scale: scaleOf(type) }) as RawColumn

/** Makes the facts that are wanted, and every group. */
export const makePopulation = async (
  spec: PopulationSpec,
  count: number,
  seed: number,
  wanted: ReadonlySet<string>,
  threads: number,
): Promise<Made> => {
  const recipe = recipeOf(spec, count, seed, ({ key, role }) => role === 'group' || wanted.has(key))
  const slots = recipe.columns.map(({ array }) => (array === null ? null : sharedSlots(array, count)))
  const order: Order = { recipe, slots, claims: newClaims() }
  const workers = Array.from({ length: Math.max(1, Math.min(threads, Math.ceil(count / BLOCK))) }, () =>
    newThread('./synthetic/worker.ts', order),
  )
  try {
    await Promise.all(workers.map((worker) => nextFrom(worker)))
  } finally {
    for (const worker of workers) void worker.terminate()
  }
  const made = { facts: new Map<string, Column>(), groups: new Map<string, Column>() }
  const columns = new Map(spec.columns.map((column) => [column.key, column]))
  for (const [place, { key }] of recipe.columns.entries()) {
    const values = slots[place]
    const column = columns.get(key)!
    if (values)
      made[column.role === 'group' ? 'groups' : 'facts'].set(
        key,
        columnOf(
          key,
          rawOf(column, values),
          column.choices.map(({ zh }) => zh),
        ),
      )
  }
  return made
}
