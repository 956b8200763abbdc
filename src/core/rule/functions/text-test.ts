import type { Text } from '../../messages.ts'
import { EVERYTHING } from '../interval.ts'
import { whole } from '../size.ts'
import { yesNo } from '../units.ts'
import { misfit, type RuleFunction } from './function.ts'

/** A question about a text and a part of it that is written out, so that a population asks it once for each text that occurs, not for each row. */
export const textTest = (
  name: string,
  phrase: (text: string, part: string) => Text,
  holds: (text: string, part: string) => boolean,
): RuleFunction => ({
  name,
  arity: [2, 2],
  type: ([text], [, part]) => {
    if (text!.kind !== 'text') return misfit(0, '文字', 'a text')
    return typeof part === 'string' ? yesNo : misfit(1, '写明的文字，如 "软件"', 'a text that is written out, such as "软件"')
  },
  value: ([text, part]) => holds(String(text), String(part)),
  bounds: () => EVERYTHING,
  size: () => whole(1),
  phrase: ([text, part]) => phrase(text!, part!),
})
