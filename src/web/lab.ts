/** The policy lab as pages use it: a city's enterprises held in memory by somebody else, on threads of their own. */
import type { Text } from '../core/messages.ts'
import type { Pack } from '../pack/pack.ts'
import type { Ask, Refusal } from '../population/lab/lab.ts'
import type { Simulation } from '../population/lab/simulation.ts'

export type LabService = {
  /** Sentences that say what the enterprises are; empty where the pack has none. */
  readonly about: (pack: Pack) => readonly Text[]
  /** Whether they are at hand; asking for them has them prepared. */
  readonly state: (pack: Pack) => Promise<'ready' | 'preparing' | 'none'>
  /** One simulation for each reform, or what is wrong with them. Rejects when the signal says that nobody wants it any more. */
  readonly simulate: (pack: Pack, ask: Ask, signal: AbortSignal) => Promise<readonly Simulation[] | Refusal>
}
