/** How many targets stand how: each falls under exactly one word. */
import type { Text } from '../../../core/messages.ts'
import { type Facts, type GoalItem, NOT_ENDED, type TargetItem } from './content.ts'

export const GROUPS = ['plan', 'later', 'annual'] as const
export type Group = (typeof GROUPS)[number]

/** `items`: the names of those that are counted, by group. */
export type CountRow = { readonly label: Text; readonly items: Readonly<Record<Group, readonly string[]>> }

const SILENT: Text = { zh: '没有公开数据', en: 'without public data' }
const labelOf = ({ latest, verdict }: Pick<TargetItem, 'latest' | 'verdict'>): Text =>
  latest === null && verdict.zh !== NOT_ENDED.zh ? SILENT : verdict

/** The words in the order in which they first come; those without public data last. */
export const countsOf = ({ targets, goals }: Pick<Facts, 'targets' | 'goals'>): readonly CountRow[] => {
  const all: readonly { readonly group: Group; readonly item: TargetItem | GoalItem }[] = [
    ...targets.map((item) => ({ group: item.kind, item })),
    ...goals.map((item) => ({ group: 'annual' as const, item })),
  ]
  const rows = [...Map.groupBy(all, ({ item }) => labelOf(item).zh).values()].map((own): CountRow => {
    const names = (group: Group): readonly string[] => own.filter((each) => each.group === group).map(({ item }) => item.name)
    return {
      label: own[0] ? labelOf(own[0].item) : SILENT,
      items: { plan: names('plan'), later: names('later'), annual: names('annual') },
    }
  })
  return rows.toSorted((a, b) => Number(a.label === SILENT) - Number(b.label === SILENT))
}

export const totalIn = (rows: readonly CountRow[], group: Group): number => rows.reduce((sum, { items }) => sum + items[group].length, 0)
