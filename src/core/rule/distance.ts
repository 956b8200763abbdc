/** How far a condition is from holding: what an officer says first to somebody who was refused. */
import { compare, type Exact, subtract } from '../exact.ts'
import type { Text } from '../messages.ts'
import { shown } from './describe.ts'
import { evaluated, type Run } from './run.ts'
import type { Comparison, Node } from './tree.ts'
import type { Type } from './types.ts'
import { counted } from './units.ts'

const DAYS: Type = counted('日')

/** A difference in the unit it has; of days it is a number of days. */
export const sizeText = (away: Exact, type: Type): Text => {
  const own = type.kind === 'date' ? DAYS : type
  return { zh: shown(away, own, 'zh'), en: shown(away, own, 'en') }
}

/** The limit a value has to reach or stay below; null where nothing can be measured. */
const limited = (value: Exact, op: Comparison, limit: Exact, type: Type): Text | null => {
  if (op === '!=' || op === '=') return null
  const short = op === '>' || op === '>='
  const away = short ? subtract(limit, value) : subtract(value, limit)
  if (compare(away, 0) < 0) return null
  if (away === 0 && (op === '>=' || op === '<=')) return null
  if (away === 0) return { zh: short ? '须超过这一界限' : '须低于这一界限', en: `the limit itself is not ${short ? 'enough' : 'allowed'}` }
  const size = sizeText(away, type)
  if (type.kind === 'date') return { zh: `相差 ${size.zh}`, en: `${size.en} too ${short ? 'early' : 'late'}` }
  return { zh: `${short ? '还差' : '超出'} ${size.zh}`, en: `${size.en} ${short ? 'short' : 'over'}` }
}

/** The distances of a false comparison; empty where a fact has the wrong value rather than too small or too large a one. */
export const distancesOf = (node: Node, run: Run): readonly Text[] => {
  const measured = (of: Node, op: Comparison, limit: Node): readonly Text[] => {
    const [value, bound] = [evaluated(of, run), evaluated(limit, run)]
    if (value === undefined || bound === undefined || (of.type.kind !== 'number' && of.type.kind !== 'date')) return []
    const text = limited(value as Exact, op, bound as Exact, of.type)
    return text ? [text] : []
  }
  if (evaluated(node, run) !== false) return []
  switch (node.kind) {
    case 'compare':
      return measured(node.left, node.op, node.right)
    case 'between':
      return [...measured(node.of, node.lowOpen ? '>' : '>=', node.low), ...measured(node.of, node.highOpen ? '<' : '<=', node.high)]
    default:
      return []
  }
}
