/** What a bulletin says of the tasks of the year. */
import { fill } from '../../../core/messages.ts'
import type { OfficialBlock } from '../../../core/official-document.ts'
import { type Counts, coverSentence, lampText, owedText, stateText, taskSummaryOf } from '../../worklist/index.ts'
import { WORDS } from './body-words.ts'
import type { Facts, TaskItem } from './content.ts'
import { NONE, type Teller } from './parts.ts'

const cellsOf = (own: Counts): readonly string[] =>
  [own.all, own.all - own.unassigned, own.closed, own.green, own.yellow, own.red, own.unassigned].map(String)

export const tasksPart = ({ tasks, known }: Facts, teller: Teller): readonly OfficialBlock[] => {
  const { say, paragraph, heading, table, language } = teller
  if (tasks === null) return [heading(WORDS.heads.tasks), paragraph(say(WORDS.noTasks))]
  const { year, hidden, items } = tasks
  const summary = taskSummaryOf(items)
  const named = (task: TaskItem): readonly string[] => [
    `${task.number} ${say(task.title)}`,
    task.lead === null ? (task.namedLead ?? NONE) : say(task.lead),
  ]
  const late = items.flatMap((task) =>
    task.late.map((each) => ({ origin: task.name, cells: [...named(task), say(owedText(each)), each.due] })),
  )
  const caughtUp = items
    .filter(({ lamp }) => lamp === 'yellow')
    .map((task) => ({ origin: task.name, cells: [...named(task), say(stateText(task.state))] }))
  const said = [say(coverSentence(summary, year, known)), hidden > 0 ? fill(say(WORDS.hidden), { hidden }) : '']
  const rows = [
    ...summary.categories.map((own) => ({ origin: 'tasks', cells: [say(own.category), ...cellsOf(own)] })),
    { origin: 'tasks', cells: [say(WORDS.total), ...cellsOf(summary.total)] },
    ...(hidden > 0 ? [{ origin: 'tasks', cells: [say(WORDS.hiddenRow), String(hidden), NONE, NONE, NONE, NONE, NONE, NONE] }] : []),
  ]
  return [
    heading(WORDS.heads.tasks),
    paragraph(said.join(language === 'zh' ? '' : ' '), 'tasks'),
    table(WORDS.heads.tasks, ['category', 'all', 'assigned', 'closed', 'green', 'yellow', 'red', 'unassigned'], rows),
    heading(WORDS.heads.late),
    late.length === 0 ? paragraph(say(WORDS.none)) : table(WORDS.heads.late, ['task', 'lead', 'owed', 'due'], late),
    heading(WORDS.heads.caughtUp),
    caughtUp.length === 0 ? paragraph(say(WORDS.none)) : table(lampText('yellow'), ['task', 'lead', 'status'], caughtUp),
  ]
}
