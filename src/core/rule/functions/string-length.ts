import { whole } from '../size.ts'
import { misfit, type RuleFunction } from './function.ts'

/** How many characters a text has; a rare one that takes two places in UTF-16 counts once. */
export const stringLength: RuleFunction = {
  name: 'string length',
  arity: [1, 1],
  type: ([text]) => (text!.kind === 'text' ? { kind: 'number', unit: {}, percent: false, whole: true } : misfit(0, '文字', 'a text')),
  value: ([text]) => [...String(text)].length,
  bounds: () => ({ low: 0, high: null }),
  size: () => whole(32),
  phrase: ([text]) => ({ zh: `${text} 的字数`, en: `the number of characters of ${text}` }),
}
