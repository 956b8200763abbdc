import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with readings and assessments, as people call it. */
export const recorded: Recorded = {
  events: {
    'plan.reading-entered': { zh: '填报了读数', en: 'entered a reading' },
    'plan.reading-computed': { zh: '按本站记录计算了读数', en: 'computed a reading from what is recorded here' },
    'plan.reading-approved': { zh: '核准了读数', en: 'approved a reading' },
    'plan.reading-returned': { zh: '退回了读数', en: 'returned a reading' },
    'plan.assessment-kept': { zh: '留存了目标的评估', en: 'kept an assessment of a target' },
    'plan.assessed': { zh: '评估了全部目标', en: 'assessed all targets' },
    'plan.reminded': { zh: '提醒了将到期的读数', en: 'reminded of readings that are due soon' },
  },
  objects: {
    'plan.reading': { zh: '读数', en: 'reading' },
    'plan.computation': { zh: '读数的计算', en: 'computation of a reading' },
    'plan.assessment': { zh: '目标评估', en: 'assessment of a target' },
    'plan.assessments': { zh: '一天的目标评估', en: 'assessments of a day' },
    'plan.readings': { zh: '一次填报的读数', en: 'readings entered together' },
  },
  duties: {
    enter: { zh: '填报', en: 'enter' },
  },
}
