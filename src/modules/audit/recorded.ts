import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with the record itself, as people call it. */
export const recorded: Recorded = {
  events: {
    'audit.checkpoint-taken': { zh: '建立了检查点', en: 'took a checkpoint' },
    'audit.verified': { zh: '核验了操作记录', en: 'verified the record' },
    'audit.exported': { zh: '导出了操作记录', en: 'exported the record' },
    'audit.listed': { zh: '下载了操作记录的清单', en: 'downloaded a list of events' },
    'audit.opened': { zh: '查看了一条记录的内容', en: 'opened the contents of an event' },
    'audit.erased': { zh: '删除了一条记录的内容', en: 'erased the contents of an event' },
  },
  objects: {},
}
