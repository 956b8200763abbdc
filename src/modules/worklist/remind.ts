/** Reminders before something is due: once for each thing that is owed. */
import { Type } from 'typebox'
import { workingDaysBetween } from '../../core/working-days.ts'
import { action, type Job } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { notify } from '../notification/index.ts'
import { holdersOf } from '../office/index.ts'
import { happened, heldTask } from './happened.ts'
import { tasksOf } from './queries.ts'
import { tasksFrom } from './read.ts'

const WORKING_DAYS_BEFORE = 3

/** Reminds the officers of lead departments of what is due within three working days. */
export const remind = action('worklist.remind', 'operate', Type.Object({}), async (act): Promise<{ readonly reminded: number }> => {
  const { calendar } = await packInService(act)
  let reminded = 0
  for (const { row, rows, standing, now } of await tasksFrom(act, await tasksOf(act.db, null))) {
    if (rows.length === 0) continue
    const soon = standing.open.filter(({ due }) => workingDaysBetween(calendar, act.today, due) <= WORKING_DAYS_BEFORE)
    for (const { key, due } of soon) {
      const task = await heldTask(act, row.id)
      if (now.lead === null || task.events.some(({ kind, period }) => kind === 'remind' && period === key)) continue
      await happened(act, task, 'remind', { period: key })
      reminded++
      for (const user of await holdersOf(act, now.lead, 'officer'))
        notify(act, {
          user,
          kind: 'worklist.due-soon',
          params: { task: { zh: `${row.number} ${row.title_zh}`, en: `${row.number} ${row.title_en}` }, due },
          link: `/office/tasks/${row.id}`,
        })
    }
  }
  await act.record('worklist.reminded', { object: ['worklist.list', act.today], details: { reminded } })
  return { reminded }
})

/** Every morning. */
export const reminders: Job = { name: 'worklist.reminders', cron: '30 7 * * *', run: remind }
