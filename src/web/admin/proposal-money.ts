/** What a proposal would cost over the synthetic enterprises, beside the edition in service. */
import type { Text } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import type { Pack } from '../../pack/pack.ts'
import type { LabService } from '../context.ts'

type Side = { readonly recipients: number; readonly yuan: string }
/** `sides` is null where there is no number; `state` says why. */
export type ProposalMoney = {
  readonly state: 'ready' | 'preparing' | 'none'
  readonly on: string
  /** Sentences that say what the enterprises are. */
  readonly about: readonly Text[]
  readonly sides: { readonly before: Side; readonly after: Side } | null
  readonly measures: readonly { readonly title: Text; readonly before: string | null; readonly after: string | null }[]
}

type Document = { readonly file: string; readonly text: string }

/** `pack` is the one in service; changed and new measures are tried as one reform of it. */
export const proposalMoney = async (
  lab: LabService | null,
  pack: Pack,
  documents: readonly Document[],
  on: string,
  signal: AbortSignal,
): Promise<ProposalMoney> => {
  const state = (await lab?.state(pack)) ?? 'none'
  const base = { state, on, about: lab?.about(pack) ?? [], sides: null, measures: [] }
  if (lab === null || state !== 'ready' || documents.length === 0) return base
  const reform = documents.map(({ file, text }) => ({ kind: 'document', file, text }) as const)
  const found = await lab.simulate(pack, { reforms: [reform], when: { on, known: on } }, signal)
  if ('diagnostics' in found) return { ...base, state: 'none' }
  const { before, after, measures } = found[0]!
  const side = ({ fen, recipients }: typeof before): Side => ({ recipients, yuan: yuanText(fen) })
  return {
    ...base,
    sides: { before: side(before), after: side(after) },
    measures: measures
      .filter((each) => each.before?.fen !== each.after?.fen)
      .map((each) => ({
        title: each.title,
        before: each.before && yuanText(each.before.fen),
        after: each.after && yuanText(each.after.fen),
      })),
  }
}
