/** Looks at every slot of the columns of a file, some columns on each thread. */
import type { ColumnLayout, RawColumn } from '../core/rule/columns/column.ts'
import { populationOf } from '../core/rule/columns/population.ts'
import type { Names } from './catalogue.ts'

export type Columns = ReadonlyMap<string, RawColumn>
export type Layouts = ReadonlyMap<string, ColumnLayout>

/** What holds for each of the columns that `claim` hands out. */
export const layoutsOf = (columns: Columns, names: Names, claim: () => number): Layouts => {
  const entries = [...columns]
  const layouts = new Map<string, ColumnLayout>()
  for (let index = claim(); index < entries.length; index = claim()) {
    const [key, raw] = entries[index]!
    layouts.set(key, populationOf(raw.values.length, new Map([[key, raw]]), names.facts, names.judgements).columns.get(key)!.layout)
  }
  return layouts
}
