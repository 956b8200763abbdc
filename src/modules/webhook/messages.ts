import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'webhook.receiver-unknown': {
    kind: 'unknown',
    zh: '没有接收方“{receiver}”。接收方只在服务器的设置 PLANWRIGHT_WEBHOOKS 中登记。',
    en: 'There is no receiver "{receiver}". Receivers are named in the setting PLANWRIGHT_WEBHOOKS of the machine alone.',
  },
  'webhook.event-unknown': {
    kind: 'invalid',
    zh: '没有事件“{event}”；有：{events}。',
    en: 'There is no event "{event}"; there are {events}.',
  },
  'webhook.paused': {
    kind: 'conflict',
    zh: '接收方“{receiver}”已暂停；请先恢复。',
    en: 'The receiver "{receiver}" is paused; resume it first.',
  },
  'webhook.delivery-unknown': {
    kind: 'unknown',
    zh: '没有这次投递，或者它已超过三十天而被清除。',
    en: 'There is no such delivery, or it is older than thirty days and was cleared away.',
  },
  'webhook.delivered': { kind: 'conflict', zh: '这次投递已经送达，不必再发。', en: 'This was delivered; there is nothing to send again.' },
})
export const fail = failing(messages)
