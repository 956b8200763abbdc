import type { Recorded } from '../../kernel/recorded.ts'

/** What an enterprise does with what it keeps here, as people call it. */
export const recorded: Recorded = {
  events: {
    'desk.check-up-saved': { zh: '保存了一次检查', en: 'saved a check-up' },
    'desk.check-up-removed': { zh: '删除了保存的检查', en: 'removed a saved check-up' },
    'desk.receipt-kept': { zh: '保存了决定收据', en: 'kept a receipt' },
    'desk.exported': { zh: '下载了企业的全部内容', en: 'downloaded everything held about an enterprise' },
  },
  objects: {
    'desk.check-up': { zh: '保存的检查', en: 'saved check-up' },
    'desk.receipt': { zh: '决定收据', en: 'receipt' },
  },
}
