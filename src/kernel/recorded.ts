/** What the record speaks of, as people call it. */
import type { Text } from '../core/messages.ts'

/** Words for events, for types of objects and of matters, and for the duties that people take in matters, each by its code. */
export type Recorded = {
  readonly events: Readonly<Record<string, Text>>
  readonly objects: Readonly<Record<string, Text>>
  readonly duties?: Readonly<Record<string, Text>>
}

/** The words of all. */
export const recordedIn = (parts: readonly Recorded[]): Required<Recorded> => ({
  events: Object.assign({}, ...parts.map(({ events }) => events)),
  objects: Object.assign({}, ...parts.map(({ objects }) => objects)),
  duties: Object.assign({}, ...parts.map(({ duties }) => duties)),
})

export const kernelRecorded: Recorded = {
  events: {
    'kernel.delivery-retried': { zh: '失败的消息重新排队', en: 'put a failed message back in the queue' },
    'kernel.delivery-discarded': { zh: '作废了失败的消息', en: 'discarded a failed message' },
    'kernel.letter-sent': { zh: '发出邮件', en: 'sent a letter' },
    'kernel.letter-withheld': { zh: '没有发出邮件：收件人不再可以看', en: 'withheld a letter: its reader may no longer see it' },
    'kernel.tidied': { zh: '清理了消息队列', en: 'tidied the queue' },
  },
  objects: {
    'kernel.record': { zh: '操作记录', en: 'the record' },
    'kernel.event': { zh: '一条操作记录', en: 'an event of the record' },
    'kernel.audit': { zh: '以前的操作记录', en: 'an earlier entry of the record' },
    'kernel.checkpoint': { zh: '检查点', en: 'checkpoint' },
    'kernel.mail': { zh: '邮件', en: 'letter' },
    'kernel.message': { zh: '消息', en: 'message' },
    'kernel.queue': { zh: '消息队列', en: 'queue' },
  },
}
