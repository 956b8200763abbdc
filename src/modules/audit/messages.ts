import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'audit.unknown-event': { kind: 'unknown', zh: '记录中没有 {place} 这一条。', en: 'The record has no event {place}.' },
  'audit.no-contents': {
    kind: 'conflict',
    zh: '{place} 没有内容可以删除：从来没有，或者已经删除。',
    en: '{place} has no contents to erase: it never had any, or they are erased already.',
  },
  'audit.too-long': {
    kind: 'refused',
    zh: '记录有 {count} 条，页面上最多核验或导出 {most} 条。请在服务器上运行 planwright audit verify 或 export。',
    en: 'The record has {count} events, and a page verifies or exports at most {most}. Run planwright audit verify or export on the server.',
  },
})
export const fail = failing(messages)
