import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'party.uscc': {
    kind: 'invalid',
    zh: '“{uscc}”不是统一社会信用代码：应为 18 位，末位是校验码。',
    en: '"{uscc}" is no unified social credit code: eighteen characters, the last a check digit.',
  },
  'party.enterprise-unknown': {
    kind: 'unknown',
    zh: '没有代码为 {uscc} 的演示企业。演示企业的代码从 91000000000000001 起加校验码。',
    en: 'There is no demonstration enterprise {uscc}. Their codes begin at 91000000000000001, followed by the check digit.',
  },
})
export const fail = failing(messages)
