import { catalogue } from '../../../core/messages.ts'
import { failing } from '../../../kernel/failure.ts'

export const providerMessages = catalogue({
  'identity.provider-away': {
    kind: 'unavailable',
    zh: '“{name}”暂时没有回应。请稍后再试，或用密码登录。',
    en: '{name} does not answer at the moment. Try again shortly, or sign in with your password.',
  },
  'identity.provider-answer': {
    kind: 'refused',
    zh: '“{name}”没有确认您的身份：已取消、太久，或回答不对。请从登录页重新开始。',
    en: '{name} did not confirm who you are: it was cancelled, took too long, or its answer was wrong. Begin again on the sign-in page.',
  },
  'identity.provider-unknown': {
    kind: 'refused',
    zh: '这里没有人认识您（{email}）。请管理员为这个邮箱开通账户。',
    en: 'Nobody here knows you ({email}). Ask your administrator to open an account for this e-mail address.',
  },
  'identity.provider-other': {
    kind: 'refused',
    zh: '邮箱 {email} 的账户已与另一个身份关联。请联系管理员。',
    en: 'The account of {email} is linked to another identity already. Ask your administrator.',
  },
})
export const fail = failing(providerMessages)
