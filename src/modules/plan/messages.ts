import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'plan.indicator-unknown': {
    kind: 'unknown',
    zh: '没有指标“{indicator}”。全部指标见 /plan。',
    en: 'There is no indicator "{indicator}". All of them are at /plan.',
  },
  'plan.day': { kind: 'invalid', zh: '“{day}”不是日期，请写作 2023-06-30。', en: '"{day}" is no date; write 2023-06-30.' },
})
export const fail = failing(messages)
