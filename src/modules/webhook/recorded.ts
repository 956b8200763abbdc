import type { Recorded } from '../../kernel/recorded.ts'

/** What is done about telling others of events, as people call it. */
export const recorded: Recorded = {
  events: {
    'webhook.events-chosen': { zh: '选择了推送的事件', en: 'chose the events of a receiver' },
    'webhook.paused': { zh: '暂停了接收方', en: 'paused a receiver' },
    'webhook.resumed': { zh: '恢复了接收方', en: 'resumed a receiver' },
    'webhook.taken-in': { zh: '登记了要推送的事件', en: 'took in an event for receivers' },
    'webhook.delivered': { zh: '送达了事件', en: 'delivered an event' },
    'webhook.not-taken': { zh: '接收方没有收下事件', en: 'an event was not taken' },
    'webhook.passed-over': {
      zh: '没有推送：已送达、已清除、已暂停或稍后再试',
      en: 'passed over: delivered, cleared away, paused or tried later',
    },
    'webhook.sent-again': { zh: '重新推送了事件', en: 'sent an event again' },
    'webhook.tested': { zh: '推送了测试事件', en: 'sent a test event' },
    'webhook.tidied': { zh: '清理了推送记录', en: 'tidied deliveries' },
  },
  objects: {
    'webhook.receiver': { zh: '接收方', en: 'receiver' },
    'webhook.event': { zh: '推送的事件', en: 'event for receivers' },
    'webhook.delivery': { zh: '一次投递', en: 'delivery' },
  },
}
