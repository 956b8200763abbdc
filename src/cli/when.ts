import type { Language } from '../core/messages.ts'
import type { When } from '../core/rule/outcome.ts'
import type { Given, Option } from './command.ts'
import { dayOption, todayHere } from './pack.ts'

/** The two days of every command that decides. */
export const whenOptions = {
  on: { type: 'string', value: 'DATE', means: { zh: '决定日（默认今天）', en: 'day of the decision (default: today)' } },
  known: {
    type: 'string',
    value: 'DATE',
    means: { zh: '按哪一天已公布的规定（默认同决定日）', en: 'law as known on that day (default: the day of the decision)' },
  },
} as const satisfies Record<string, Option>

/** What was published after the day of the decision is not used unless asked for. */
export const whenOf = (values: Given['values']): When => {
  const on = dayOption(values, 'on', todayHere())
  return { on, known: dayOption(values, 'known', on) }
}

/** Both days of a decision: `决定日 2025-06-30，按 2025-06-30 已公布的规定`. */
export const whenText = ({ on, known }: When, language: Language): string =>
  language === 'zh' ? `决定日 ${on}，按 ${known} 已公布的规定` : `decided as of ${on}, by the law as known on ${known}`
