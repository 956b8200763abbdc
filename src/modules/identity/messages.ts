import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'identity.sign-in': {
    kind: 'refused',
    zh: '登录名或密码不对。请检查后再试。',
    en: 'Name or password is wrong. Check both and try again.',
  },
  'identity.wait': {
    kind: 'unavailable',
    zh: '连续多次没有成功，请 {seconds} 秒后再试。',
    en: 'Too many attempts failed; try again in {seconds} seconds.',
  },
  'identity.session-over': {
    kind: 'conflict',
    zh: '这次登录已经结束，请重新登录。',
    en: 'This session has ended; sign in again.',
  },
  'identity.no-demo': {
    kind: 'unknown',
    zh: '没有这个演示账户。请回到登录页重新选择。',
    en: 'There is no such demo account. Go back to the sign-in page and choose again.',
  },
})
export const fail = failing(messages)
