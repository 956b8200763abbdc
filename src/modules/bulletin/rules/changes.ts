/** What is otherwise than in the bulletin before. */
import type { Text } from '../../../core/messages.ts'
import { periodCode } from '../../plan/index.ts'
import { lampText, stateText } from '../../worklist/index.ts'
import type { Facts, TargetItem, TaskItem } from './content.ts'

/** Null: was not there, or nothing was known. `name`: the item of this bulletin that changed. */
export type Change = { readonly name: string; readonly what: Text; readonly before: Text | null; readonly after: Text }

type Judged = Pick<TargetItem, 'name' | 'indicator' | 'period' | 'comparator' | 'target' | 'title' | 'latest' | 'verdict'>

const keyOf = ({ indicator, period, comparator, target }: Judged): string => [indicator, period, comparator, target].join('\n')

const judgedText = ({ latest, verdict }: Judged): Text => {
  const value = (language: 'zh' | 'en'): string =>
    latest === null
      ? ''
      : language === 'zh'
        ? `${latest.text.zh}（${periodCode(latest.period, 'zh')}），`
        : `${latest.text.en} (${periodCode(latest.period, 'en')}), `
  return { zh: `${value('zh')}${verdict.zh}`, en: `${value('en')}${verdict.en}` }
}

const taskText = ({ lamp, state }: TaskItem): Text => ({
  zh: `${lampText(lamp).zh}，${stateText(state).zh}`,
  en: `${lampText(lamp).en}, ${stateText(state).en}`,
})

const isSame = (a: Text | null, b: Text): boolean => a !== null && a.zh === b.zh && a.en === b.en

/** Targets and goals whose value or verdict is another, and tasks whose lamp or state is, in the order of this bulletin. */
export const changesSince = (before: Pick<Facts, 'targets' | 'goals' | 'tasks'>, now: Facts): readonly Change[] => {
  const earlier = new Map([...before.targets, ...before.goals].map((each) => [keyOf(each), judgedText(each)]))
  const judged = [...now.targets, ...now.goals].map((each) => ({
    name: each.name,
    what: { zh: `${each.title.zh}（${each.period}）`, en: `${each.title.en} (${each.period})` },
    before: earlier.get(keyOf(each)) ?? null,
    after: judgedText(each),
  }))
  const earlierTasks = new Map((before.tasks?.items ?? []).map((task) => [task.id, taskText(task)]))
  const tasks = (now.tasks?.items ?? []).map((task) => ({
    name: task.name,
    what: { zh: `${task.number} ${task.title.zh}`, en: `${task.number} ${task.title.en}` },
    before: earlierTasks.get(task.id) ?? null,
    after: taskText(task),
  }))
  return [...judged, ...tasks].filter(({ before: then, after }) => !isSame(then, after))
}
