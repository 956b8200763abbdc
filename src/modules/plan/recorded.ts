import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with readings, as people call it. */
export const recorded: Recorded = {
  events: {
    'plan.reading-entered': { zh: '填报了读数', en: 'entered a reading' },
    'plan.reading-approved': { zh: '核准了读数', en: 'approved a reading' },
    'plan.reading-returned': { zh: '退回了读数', en: 'returned a reading' },
  },
  objects: {
    'plan.reading': { zh: '读数', en: 'reading' },
    'plan.readings': { zh: '一次填报的读数', en: 'readings entered together' },
  },
  duties: {
    enter: { zh: '填报', en: 'enter' },
  },
}
