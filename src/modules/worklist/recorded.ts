import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with tasks of the year, as people call it. */
export const recorded: Recorded = {
  events: {
    'worklist.assign': { zh: '交办了任务', en: 'assigned a task' },
    'worklist.sign': { zh: '签收了任务', en: 'signed for a task' },
    'worklist.report': { zh: '报告了任务', en: 'reported on a task' },
    'worklist.return': { zh: '退回了报告', en: 'sent a report back' },
    'worklist.review': { zh: '审核通过了报告', en: 'accepted a report' },
    'worklist.close': { zh: '销号', en: 'closed a task' },
    'worklist.remind': { zh: '提醒报送', en: 'reminded of what is due' },
    'worklist.ask-extension': { zh: '申请延期', en: 'asked for more time' },
    'worklist.extend': { zh: '同意延期', en: 'gave more time' },
    'worklist.refuse-extension': { zh: '不同意延期', en: 'refused more time' },
    'worklist.task-added': { zh: '加入了任务', en: 'added a task' },
    'worklist.brought-in': { zh: '补入了数据包的任务', en: 'brought in the tasks of a pack' },
    'worklist.list-brought': { zh: '上传了任务清单', en: 'brought a list of tasks' },
    'worklist.list-imported': { zh: '导入了任务清单', en: 'imported a list of tasks' },
    'worklist.evidence-scanned': { zh: '扫描了佐证材料', en: 'scanned evidence of a task' },
    'worklist.reminded': { zh: '检查了要提醒的任务', en: 'looked for tasks to remind of' },
    'worklist.turned-red': { zh: '任务亮了红灯', en: 'a task turned red' },
    'worklist.lamps-noted': { zh: '查看了任务的灯', en: 'looked at the lamps of tasks' },
  },
  objects: {
    'worklist.task': { zh: '任务', en: 'task' },
    'worklist.list': { zh: '任务清单', en: 'list of tasks' },
    'worklist.evidence': { zh: '佐证材料', en: 'evidence of a task' },
  },
  duties: {
    report: { zh: '报告', en: 'report' },
    close: { zh: '销号', en: 'close' },
  },
}
