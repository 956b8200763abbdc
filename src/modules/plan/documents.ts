import { Type } from 'typebox'
import type { Measure } from '../../core/rule/tree.ts'
import { view } from '../../kernel/module.ts'
import type { Goal, Pack, PlanTask, PolicyDocument, Reading, Source } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { keptWith } from './kept.ts'
import { fail } from './messages.ts'
import { packWithReadings } from './reading/known.ts'
import { type Assessment, assess } from './rules/assess.ts'
import { targetsKnown } from './rules/known.ts'

/** One document with everything that comes from it. */
export type DocumentPage = {
  readonly pack: Pack
  readonly document: PolicyDocument
  readonly sources: readonly Source[]
  readonly replaces: PolicyDocument | null
  readonly replacedBy: readonly PolicyDocument[]
  readonly measures: readonly Measure[]
  readonly promises: readonly Assessment[]
  readonly goals: readonly Goal[]
  readonly tasks: readonly PlanTask[]
  /** Values known from the same publications. */
  readonly readings: readonly Reading[]
}

export const documentPage = view(
  'plan.document',
  'public',
  Type.Object({ id: Type.String({ maxLength: 100 }) }),
  async (look, { id }): Promise<DocumentPage> => {
    const pack = await packWithReadings(look)
    const document = pack.documents.get(id) ?? fail('plan.document-unknown', { document: id })
    const all = [...pack.documents.values()]
    return {
      pack,
      document,
      sources: document.sources.flatMap((each) => pack.sources.get(each) ?? []),
      replaces: all.find((each) => each.id === document.supersedes) ?? null,
      replacedBy: all.filter((each) => each.supersedes === id),
      measures: [...pack.measures.values()].filter((each) => each.document === id),
      promises: targetsKnown(pack, look.today)
        .filter((each) => each.document === id)
        .map((target) => assess(pack, target, look.today, look.today)),
      goals: pack.goals.filter((each) => each.document === id),
      tasks: [...pack.tasks.values()].filter((each) => each.document === id),
      readings: pack.readings.filter((each) => document.sources.includes(each.source)),
    }
  },
)

export type DocumentEntry = PolicyDocument & {
  readonly effects: { readonly measures: number; readonly targets: number; readonly tasks: number }
}
const entriesOf = keptWith((pack: Pack): readonly DocumentEntry[] => {
  const count = (list: Iterable<{ readonly document: string | null }>) => {
    const counts = new Map<string | null, number>()
    for (const { document } of list) counts.set(document, (counts.get(document) ?? 0) + 1)
    return (id: string): number => counts.get(id) ?? 0
  }
  const [measures, targets, tasks] = [count(pack.measures.values()), count(pack.targets), count(pack.tasks.values())]
  return [...pack.documents.values()].map((each) => ({
    ...each,
    effects: { measures: measures(each.id), targets: targets(each.id), tasks: tasks(each.id) },
  }))
})

/** Every document with what comes from it, counted. */
export const documents = view(
  'plan.documents',
  'public',
  Type.Object({}),
  async (look): Promise<readonly DocumentEntry[]> => entriesOf(await packInService(look)),
)
