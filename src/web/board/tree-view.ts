/** The two trees as their page shows them: under each head first how many stand how, then each one. */
import type { Text } from '../../core/messages.ts'
import { type Assessment, lampOf, verdictOf } from '../../modules/plan/index.ts'
import type { TreeBranch, TreePage } from '../../modules/worklist/index.ts'
import { targetView } from '../portal/target-view.ts'

export type Tally = { readonly lamp: string; readonly text: Text; readonly count: number }

/** How many targets have which lamp, in the order in which the lamps come. */
export const talliesOf = (targets: readonly Assessment[]): readonly Tally[] =>
  [...Map.groupBy(targets, lampOf)].flatMap(([lamp, own]) => (own[0] ? [{ lamp, text: verdictOf(own[0]), count: own.length }] : []))

const isIdle = ({ targets, leads, joins }: TreeBranch): boolean => targets.length + leads.length + joins.length === 0

export const treeView = ({ pack, today, by, years, year, branches }: TreePage) => ({
  today,
  by,
  years,
  year,
  branches: branches
    .filter((branch) => !isIdle(branch))
    .map(({ targets, ...branch }) => ({
      ...branch,
      tallies: talliesOf(targets),
      targets: targets.map((each) => targetView(each, pack)),
    })),
  idle: branches.flatMap((branch) => (isIdle(branch) && branch.name ? [branch.name] : [])),
})
export type TreeView = ReturnType<typeof treeView>
