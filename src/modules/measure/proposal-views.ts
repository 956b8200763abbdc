/** What a proposed pack would change, beside the edition it was compared with. */
import { Type } from 'typebox'
import type { Text } from '../../core/messages.ts'
import { view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import {
  type CheckedProposal,
  type FileDifference,
  fileDifferences,
  KEEPERS,
  packPublished,
  proposalWithPack,
  proposedTexts,
} from '../edition/index.ts'
import type { MeasureDifference } from './contract.ts'
import { clauseDifferences, versionIn } from './rules/versions.ts'
import { changesBetween, titleOf } from './version-views.ts'

/** A measure that is not the same; what it says differently stands in `clauses` and `changes` where both packs have it. */
export type ProposedMeasure = {
  readonly id: string
  readonly title: Text
  readonly change: 'added' | 'removed' | 'changed'
  readonly clauses: MeasureDifference['clauses']
  readonly changes: MeasureDifference['changes']
}
export type ProposalPage = {
  readonly proposal: CheckedProposal
  readonly files: readonly FileDifference[]
  /** Null where one of the packs cannot be read. */
  readonly measures: readonly ProposedMeasure[] | null
  /** The texts of measures that would be new, for whoever computes what they cost. */
  readonly documents: readonly { readonly id: string; readonly file: string; readonly text: string }[]
  readonly base: Pack | null
  /** Where the pack would make the site another city's; null where it is of the same one. */
  readonly otherCity: { readonly from: Text; readonly to: Text } | null
}

const measuresOf = (before: Pack, after: Pack): readonly ProposedMeasure[] =>
  [...new Set([...before.measures.keys(), ...after.measures.keys()])]
    .filter((id) => before.measures.get(id)?.source !== after.measures.get(id)?.source)
    .sort()
    .map((id) => {
      const [old, fresh] = [versionIn(before, id), versionIn(after, id)]
      return {
        id,
        title: titleOf((fresh ?? old)!.measure),
        change: old ? (fresh ? 'changed' : 'removed') : 'added',
        clauses: old && fresh ? [...clauseDifferences(old.measure, fresh.measure)] : [],
        changes: old && fresh ? changesBetween(old, fresh) : [],
      }
    })

export const proposalPage = view(
  'measure.proposal',
  KEEPERS,
  Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async (look, { id }): Promise<ProposalPage> => {
    const { proposal, pack } = await proposalWithPack(look, id)
    const base = proposal.base === null ? null : await packPublished(look, proposal.base)
    const measures = pack && base && measuresOf(base, pack)
    return {
      proposal,
      files: fileDifferences(base?.files ?? new Map(), await proposedTexts(look, id)),
      measures,
      documents: (measures ?? []).flatMap((each) => {
        const measure = pack?.measures.get(each.id)
        return measure ? [{ id: each.id, file: measure.file, text: measure.source }] : []
      }),
      base,
      otherCity: base && pack && base.city.zh !== pack.city.zh ? { from: base.city, to: pack.city } : null,
    }
  },
)
