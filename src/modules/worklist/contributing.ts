/** Which tasks of the years contribute to an indicator or carry out a measure. */
import { Type } from 'typebox'
import { view } from '../../kernel/module.ts'
import type { TaskEntry } from './contract.ts'
import { tasksNaming } from './queries.ts'
import { tasksFrom } from './read.ts'
import { entryOf } from './views.ts'

/** A public task with the ids of all that it names. */
export type ContributingTask = TaskEntry & { readonly indicators: readonly string[]; readonly measures: readonly string[] }

/** Public tasks that name an indicator, or else a measure; none where neither is asked for. */
export const contributing = view(
  'worklist.contributing',
  'public',
  Type.Object({ indicator: Type.Optional(Type.String({ maxLength: 100 })), measure: Type.Optional(Type.String({ maxLength: 100 })) }),
  async (look, { indicator, measure }): Promise<readonly ContributingTask[]> => {
    const [what, id] = indicator === undefined ? (['measures', measure] as const) : (['indicators', indicator] as const)
    const rows = id === undefined ? [] : await tasksNaming(look.db, what, id)
    return (await tasksFrom(look, rows)).map((task) => ({
      ...entryOf(task),
      indicators: task.row.indicators,
      measures: task.row.measures,
    }))
  },
)
