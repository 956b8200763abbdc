/** Why a condition does not hold, in words: what it asks, what is so, and how far the one is from the other. */
import { dayOfNumber } from '../../../core/dates.ts'
import { compare, type Exact, subtract } from '../../../core/exact.ts'
import type { Facts } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { shown } from '../../../core/rule/describe.ts'
import { deciding } from '../../../core/rule/failed.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import { evaluated, type Run, runOf } from '../../../core/rule/run.ts'
import type { Measure, Node } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { speaking } from './speak.ts'

const STRICT: readonly string[] = ['<', '>']

/** The distance of two numbers or days in the unit they have; null where nothing can be measured. */
const distanceOf = (node: Node, run: Run): Text | null => {
  if (node.kind !== 'compare' || node.op === '!=' || !(node.left.type.kind === 'number' || node.left.type.kind === 'date')) return null
  const [left, right] = [evaluated(node.left, run), evaluated(node.right, run)]
  if (left === undefined || right === undefined) return null
  if (node.left.type.kind === 'date') {
    const days = Math.abs((left as number) - (right as number))
    return { zh: `相差 ${days} 天（${dayOfNumber(right as number)}）`, en: `${days} days off (${dayOfNumber(right as number)})` }
  }
  const [a, b] = [left as Exact, right as Exact]
  const more = compare(b, a) >= 0
  const gap = more ? subtract(b, a) : subtract(a, b)
  const { type } = node.left
  if (compare(gap, 0) === 0)
    return {
      zh: `正好等于界限，须${node.op === '<' ? '低于' : '超过'}`,
      en: `exactly at the limit; must be ${node.op === '<' ? 'below' : 'above'} it`,
    }
  const strict = STRICT.includes(node.op)
  return {
    zh: `${more ? '还差' : '多出'} ${shown(gap, type, 'zh')}${strict ? '（不含本数）' : ''}`,
    en: `${shown(gap, type, 'en')} too ${more ? 'low' : 'high'}${strict ? ' (the limit itself does not count)' : ''}`,
  }
}

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
  return { text: speaking(measure, facts, when, pack)((speaker) => phrase(node, speaker)), distance: distanceOf(node, run) }
}
