import type { Recorded } from '../../kernel/recorded.ts'

/** What is done to tell people, as people call it. */
export const recorded: Recorded = {
  events: {
    'notification.told': { zh: '发出通知', en: 'told somebody' },
    'notification.withheld': { zh: '没有发出通知：收件人不再可以看', en: 'withheld a notice: its reader may no longer see it' },
    'notification.considered': { zh: '核对了该通知哪些人', en: 'found out who is to be told' },
    'notification.read': { zh: '通知标为已读', en: 'marked notices as read' },
    'notification.chosen': { zh: '更改了通知方式', en: 'changed what to be told of' },
    'notification.unsubscribed': { zh: '退订了一类通知', en: 'refused a kind of letter' },
  },
  objects: {},
}
