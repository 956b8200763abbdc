import { EVERYTHING } from '../interval.ts'
import { whole } from '../size.ts'
import type { Constant } from '../tree.ts'
import { misfit, type RuleFunction } from './function.ts'

const isCount = (value: Constant | undefined): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000

/** Characters of a text from a place on, counted from 1: to the end, or as many as a third argument says. Empty where the text is shorter. */
export const substring: RuleFunction = {
  name: 'substring',
  arity: [2, 3],
  type: ([text, ...counts], [, ...literals]) => {
    if (text!.kind !== 'text') return misfit(0, '文字', 'a text')
    const wrong = counts.findIndex((_, index) => !isCount(literals[index]))
    return wrong < 0 ? { kind: 'text' } : misfit(wrong + 1, '写明的整数（1 至 1000）', 'a whole number from 1 to 1000 that is written out')
  },
  value: ([text, start, count]) => {
    const from = Number(start) - 1
    return [...String(text)].slice(from, count === undefined ? undefined : from + Number(count)).join('')
  },
  bounds: () => EVERYTHING,
  size: () => whole(1),
  phrase: ([text, start, count]) =>
    count === undefined
      ? { zh: `${text} 从第 ${start} 字起的部分`, en: `${text} from character ${start} on` }
      : {
          zh: `${text} 从第 ${start} 字起的 ${count} 字`,
          en: `the part of ${text} that begins at character ${start} and is ${count} long`,
        },
}
