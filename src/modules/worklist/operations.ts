/** What of the tasks of the year can be counted as an indicator. */
import type { OperationQuery } from '../../kernel/operation.ts'
import { tasksOf } from './queries.ts'
import { tasksFrom } from './read.ts'
import { ON_TIME_VERSION, onTime } from './rules/on-time.ts'

/** Of the tasks that were due within a period: how many were done on time. */
export const tasksOnTime: OperationQuery = {
  name: 'worklist.on-time',
  version: ON_TIME_VERSION,
  title: { zh: '年度任务按期完成', en: 'Tasks of the year done on time' },
  numerator: { zh: '期限内报送完成并已销号的任务', en: 'tasks reported complete by their day and closed' },
  denominator: { zh: '应于当期完成的任务', en: 'tasks due within the period' },
  reasons: {
    'no-due': { zh: '没有完成时限', en: 'has no day by which it is due' },
    'put-off': { zh: '经批准延期到当期以后', en: 'was put off beyond the period, with approval' },
    'other-period': { zh: '应于另一期完成', en: 'is due in another period' },
  },
  rows: async (look, span) =>
    (await tasksFrom(look, await tasksOf(look.db, null))).map(({ row, events }) => {
      const found = onTime(events, span)
      return {
        id: row.id,
        name: { zh: row.title_zh, en: row.title_en },
        on: found.due,
        numerator: found.counts ? (found.isOnTime ? '1' : '0') : null,
        denominator: found.counts ? '1' : null,
        leftOut: found.counts ? null : found.why,
      }
    }),
}
