import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'notification.unknown': { kind: 'unknown', zh: '没有这条通知。', en: 'There is no such notice.' },
  'notification.kind': { kind: 'invalid', zh: '没有“{kind}”这类通知。', en: 'There is no kind of notice "{kind}".' },
  'notification.token': {
    kind: 'unknown',
    zh: '这个退订链接不完整或已过期。请登录后在“通知”页面设置。',
    en: 'This link is incomplete or too old. Sign in and choose on the page "Notices".',
  },
})
export const fail = failing(messages)
