/** Why a condition does not hold, in words: what it asks, what is so, and how far the one is from the other. */
import type { Facts } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { distancesOf } from '../../../core/rule/distance.ts'
import { deciding } from '../../../core/rule/failed.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import { runOf } from '../../../core/rule/run.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { speaking } from './speak.ts'

/** The condition with the values it had, and the distance; null if the measure has no such condition. */
export const whyNot = (
  measure: Measure,
  conditionId: string,
  facts: Facts,
  when: When,
  pack: Pack,
): { readonly text: Text; readonly distance: Text | null } | null => {
  const condition = measure.conditions.find(({ node }) => node.id === conditionId)
  if (!condition) return null
  const run = runOf(measure, facts, when)
  const node = deciding(condition.node, run)
  const distances = distancesOf(node, run)
  return {
    text: speaking(measure, facts, when, pack)((speaker) => phrase(node, speaker)),
    distance:
      distances.length === 0 ? null : { zh: distances.map(({ zh }) => zh).join('，'), en: distances.map(({ en }) => en).join(', ') },
  }
}
