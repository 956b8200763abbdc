/** Reminders before readings are due: each reading once, each person one notice for a day. */
import { Type } from 'typebox'
import { fill, type Text } from '../../../core/messages.ts'
import { workingDaysBetween } from '../../../core/working-days.ts'
import { type Act, action, type Job } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import { notify } from '../../notification/index.ts'
import { departmentNames, holdersAnywhere, holdersOf } from '../../office/index.ts'
import type { Due } from '../rules/deadlines.ts'
import { dueAmong, everyIndicator } from './enterable.ts'
import { remindedOnce } from './queries.ts'

const WORKING_DAYS_BEFORE = 3
/** A notice names so many readings, and counts the rest. */
const NAMED = 5

const SAYS = {
  one: { zh: '{name}（{period}）', en: '{name} ({period})' },
  more: { zh: '等 {count} 个数', en: ' and others, {count} in all' },
} as const

const whatOf = (due: readonly Due[]): Text => {
  const said = (language: 'zh' | 'en', between: string): string =>
    due
      .slice(0, NAMED)
      .map(({ indicator, period }) => fill(SAYS.one[language], { name: indicator.name[language], period }))
      .join(between) + (due.length > NAMED ? fill(SAYS.more[language], { count: due.length }) : '')
  return { zh: said('zh', '、'), en: said('en', ', ') }
}

/** What is due within three working days, by the calendar of the pack, and nobody was reminded of. */
const dueSoon = async (act: Act): Promise<readonly Due[]> => {
  const { calendar } = await packInService(act)
  const soon = dueAmong(await everyIndicator(act), act.today).filter(
    ({ late, dueOn }) => !late && workingDaysBetween(calendar, act.today, dueOn) <= WORKING_DAYS_BEFORE,
  )
  const fresh: Due[] = []
  for (const each of soon) if (await remindedOnce(act.db, each.indicator.id, each.period, act.now)) fresh.push(each)
  return fresh
}

/** Whoever enters the readings of a department: its officers; where the pack names none, the planners. */
const whoEnters = async (act: Act): Promise<(department: string | null) => Promise<readonly string[]>> => {
  const ids = new Map([...(await departmentNames(act))].map(([id, name]) => [name, id]))
  return async (department) => {
    const id = department === null ? undefined : ids.get(department)
    return id === undefined ? holdersAnywhere(act, 'planner') : holdersOf(act, id, 'officer')
  }
}

/** Reminds people of readings that are due within three working days. */
export const remind = action('plan.remind', 'operate', Type.Object({}), async (act): Promise<{ readonly reminded: number }> => {
  const soon = await dueSoon(act)
  const entering = await whoEnters(act)
  const owed = new Map<string, Due[]>()
  for (const each of soon) for (const user of await entering(each.indicator.department)) owed.set(user, [...(owed.get(user) ?? []), each])
  for (const [user, own] of owed)
    for (const [due, same] of Map.groupBy(own, ({ dueOn }) => dueOn))
      notify(act, { user, kind: 'plan.readings-due-soon', params: { due, what: whatOf(same) }, link: '/board/readings/mine' })
  await act.record('plan.reminded', { object: ['plan.readings', act.today], details: { reminded: soon.length } })
  return { reminded: soon.length }
})

/** Every morning. */
export const reminders: Job = { name: 'plan.reminders', cron: '40 7 * * *', run: remind }
