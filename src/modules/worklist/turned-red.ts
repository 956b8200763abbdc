/** Lamps as the calendar sees them: others are told when one turns red, once for each time it does. */
import { Type } from 'typebox'
import { action, type Job } from '../../kernel/module.ts'
import type { TaskTurnedRed } from './contract.ts'
import { holdLamps, insertLamp, lampsNoted, tasksOf } from './queries.ts'
import { tasksFrom } from './read.ts'

export const noteLamps = action('worklist.note-lamps', 'operate', Type.Object({}), async (act): Promise<{ readonly turnedRed: number }> => {
  await holdLamps(act.db)
  const noted = await lampsNoted(act.db)
  let turnedRed = 0
  for (const { row, standing } of await tasksFrom(act, await tasksOf(act.db, null))) {
    if (standing.lamp === null || standing.lamp === noted.get(row.id)) continue
    await insertLamp(act.db, { task_id: row.id, lamp: standing.lamp, noted_at: act.now })
    if (standing.lamp !== 'red') continue
    turnedRed++
    await act.record('worklist.turned-red', {
      object: ['worklist.task', row.id],
      details: { late: standing.late.map(({ key, due }) => ({ key, due })) },
    })
    act.emit<TaskTurnedRed>({ type: 'worklist.task-turned-red', task: row.id, year: row.year, number: row.number })
  }
  await act.record('worklist.lamps-noted', { object: ['worklist.list', act.today], details: { turnedRed } })
  return { turnedRed }
})

/** Every morning, when the day before is over. */
export const lamps: Job = { name: 'worklist.lamps', cron: '15 0 * * *', run: noteLamps }
