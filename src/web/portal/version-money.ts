/** What two versions of a measure cost over the synthetic enterprises, each in the law as it is otherwise. */

import type { Day } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import type { Measure } from '../../core/rule/tree.ts'
import type { Pack } from '../../pack/pack.ts'
import type { LabService } from '../context.ts'

type Cost = { readonly recipients: number; readonly yuan: string }
/** `state` says why there is no number where `sides` is null. */
export type VersionMoney = {
  readonly state: 'ready' | 'preparing' | 'none'
  readonly on: Day
  readonly about: readonly Text[]
  readonly sides: { readonly before: Cost; readonly after: Cost } | null
}

/** `pack` is the one in service; a text that is not its own is tried as a reform. */
export const versionMoney = async (
  lab: LabService | null,
  pack: Pack,
  current: Measure,
  texts: readonly [before: string, after: string],
  on: Day,
  signal: AbortSignal,
): Promise<VersionMoney> => {
  const state = (await lab?.state(pack)) ?? 'none'
  const base = { state, on, about: lab?.about(pack) ?? [], sides: null }
  if (lab === null || state !== 'ready') return base
  const others = [...new Set(texts)].filter((text) => text !== current.source)
  const reforms = others.map((text) => [{ kind: 'document', file: current.file, text } as const])
  const found = await lab.simulate(pack, { reforms: reforms.length > 0 ? reforms : [[]], when: { on, known: on } }, signal)
  if ('diagnostics' in found) return { ...base, state: 'none' }
  const side = (text: string): Cost => {
    const place = others.indexOf(text)
    const result = found[Math.max(0, place)]?.measures.find(({ id }) => id === current.id)
    const tally = place < 0 ? result?.before : result?.after
    return { recipients: tally?.recipients ?? 0, yuan: yuanText(tally?.fen ?? 0n) }
  }
  return { ...base, sides: { before: side(texts[0]), after: side(texts[1]) } }
}
