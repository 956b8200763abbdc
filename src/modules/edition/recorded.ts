import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with packs, as people call it. */
export const recorded: Recorded = {
  events: {
    'edition.proposed': { zh: '提议发布数据包', en: 'proposed a pack' },
    'edition.compared': { zh: '把提议与在用的数据包重新比较', en: 'compared a proposal again' },
    'edition.proposal-published': { zh: '同意发布提议的数据包', en: 'published a proposal' },
    'edition.proposal-withdrawn': { zh: '撤回了提议', en: 'withdrew a proposal' },
    'edition.published': { zh: '数据包开始使用', en: 'put a pack in service' },
    'edition.confirmed': { zh: '再次载入了在用的数据包', en: 'loaded the pack in service once more' },
  },
  objects: {
    'edition.pack': { zh: '数据包', en: 'pack' },
    'edition.proposal': { zh: '数据包提议', en: 'proposal of a pack' },
  },
  duties: {
    'edition.propose': { zh: '提议', en: 'propose' },
    'edition.publish': { zh: '发布', en: 'publish' },
  },
}
