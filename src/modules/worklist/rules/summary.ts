/** Numbers of the list and the sentence that says them, for pages and the bulletin alike. */
import { fill, type Text } from '../../../core/messages.ts'
import type { Lamp } from './lamp.ts'
import type { TaskState } from './task.ts'

export type Counted = { readonly category: Text; readonly state: TaskState; readonly lamp: Lamp | null }
export type Counts = {
  readonly all: number
  readonly unassigned: number
  readonly closed: number
  readonly green: number
  readonly yellow: number
  readonly red: number
}
export type Summary = { readonly categories: readonly (Counts & { readonly category: Text })[]; readonly total: Counts }

/** How many tasks stand how. */
export const countsOf = (tasks: readonly Omit<Counted, 'category'>[]): Counts => {
  const count = (holds: (task: Omit<Counted, 'category'>) => boolean): number => tasks.filter(holds).length
  return {
    all: tasks.length,
    unassigned: count(({ state }) => state === 'unassigned'),
    closed: count(({ state }) => state === 'closed'),
    green: count(({ lamp }) => lamp === 'green'),
    yellow: count(({ lamp }) => lamp === 'yellow'),
    red: count(({ lamp }) => lamp === 'red'),
  }
}

const NOTHING: Counts = { all: 0, unassigned: 0, closed: 0, green: 0, yellow: 0, red: 0 }

const plus = (a: Counts, b: Counts): Counts => ({
  all: a.all + b.all,
  unassigned: a.unassigned + b.unassigned,
  closed: a.closed + b.closed,
  green: a.green + b.green,
  yellow: a.yellow + b.yellow,
  red: a.red + b.red,
})

/** Counts by category, in the order in which categories come, and their sum. Nothing is averaged. */
export const summaryOf = (tasks: readonly Counted[]): Summary => {
  const categories = [...Map.groupBy(tasks, ({ category }) => category.zh).values()].map((own) => ({
    category: own[0]?.category ?? { zh: '', en: '' },
    ...countsOf(own),
  }))
  return { categories, total: categories.reduce(plus, NOTHING) }
}

const SENTENCE = {
  zh: '截至 {day}，{year} 年工作清单共 {all} 项任务：已交办 {assigned} 项，其中已销号 {closed} 项；绿灯 {green} 项，黄灯 {yellow} 项，红灯 {red} 项；尚未交办 {unassigned} 项。',
  en: 'As of {day} the list of {year} has {all} tasks: {assigned} have been assigned, {closed} of them are closed; {green} lamps are green, {yellow} yellow, {red} red; {unassigned} tasks have not been assigned.',
} as const

/** The sentence on the cover: every number in it is one of the table's. */
export const coverSentence = ({ total }: Summary, year: number, day: string): Text => {
  const params = { day, year, ...total, assigned: total.all - total.unassigned }
  return { zh: fill(SENTENCE.zh, params), en: fill(SENTENCE.en, params) }
}
