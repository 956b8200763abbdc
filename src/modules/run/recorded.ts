import type { Recorded } from '../../kernel/recorded.ts'

/** What is done about runs, as people call it. */
export const recorded: Recorded = {
  events: {
    'run.begun': { zh: '开始测算', en: 'began a run' },
    'run.ended': { zh: '完成测算', en: 'finished a run' },
    'run.interrupted': { zh: '清除了中断的测算', en: 'forgot an interrupted run' },
    'run.table-filled': { zh: '把企业数据装入了表', en: 'filled a table with enterprises' },
  },
  objects: {
    run: { zh: '测算', en: 'run' },
    'run.table': { zh: '企业数据表', en: 'table of enterprises' },
  },
}
