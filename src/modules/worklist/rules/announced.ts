/** What the documents of a year say of its list, beside what is here. */
import type { Text } from '../../../core/messages.ts'
import type { Pack } from '../../../pack/pack.ts'

/** A work list of the year. `items`: how many tasks it says it has, null where no text says so; `here`: how many of them are known here. */
export type AnnouncedList = { readonly document: string; readonly title: Text; readonly items: number | null; readonly here: number }
/** Tasks of the year that another document names: whether they are items of a list is for their texts to say. */
export type OtherTasks = { readonly document: string; readonly title: Text; readonly tasks: number }
export type Announced = { readonly lists: readonly AnnouncedList[]; readonly others: readonly OtherTasks[] }

/** The work lists that the pack has for a year, and the tasks that come from elsewhere. `documents`: that of each task which is here, null where an office brought it. */
export const announcedIn = (
  { tasks, documents }: Pick<Pack, 'tasks' | 'documents'>,
  year: number | null,
  here: readonly (string | null)[],
): Announced => {
  const named = [...tasks.values()].filter((task) => task.year !== null && task.year === year).map(({ document }) => document)
  const all = [...new Set([...named, ...here.flatMap((document) => document ?? [])])].flatMap((id) => documents.get(id) ?? [])
  const count = (id: string): number => here.filter((document) => document === id).length
  return {
    lists: all.filter(({ kind }) => kind === 'work-list').map(({ id, title, items }) => ({ document: id, title, items, here: count(id) })),
    others: all
      .filter(({ id, kind }) => kind !== 'work-list' && count(id) > 0)
      .map(({ id, title }) => ({ document: id, title, tasks: count(id) })),
  }
}
