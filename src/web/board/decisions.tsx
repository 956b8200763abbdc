/** What a meeting is asked to decide, one line for each kind of thing, with the page where it is done. */
import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import type { Meeting } from './meeting.ts'

const ASKED = {
  requests: { zh: '{count} 项任务申请延期，待答复', en: 'tasks that ask for more time: {count}' },
  reports: { zh: '{count} 份任务报告待审核', en: 'reports of tasks to be judged: {count}' },
  closing: { zh: '{count} 项任务待销号', en: 'tasks to be closed: {count}' },
  unassigned: { zh: '{count} 项任务没有牵头单位，待交办', en: 'tasks without a lead department: {count}' },
  readings: { zh: '{count} 个数据待审核', en: 'readings to be approved: {count}' },
} as const
const WORDS = { none: { zh: '现在没有要定的。', en: 'Nothing is to be decided now.' } } as const

export const decisionsOf = ({ tasks, readings, others }: Pick<Meeting, 'tasks' | 'readings' | 'others'>) => {
  const counts: readonly (readonly [keyof typeof ASKED, number, string])[] = [
    ['requests', tasks.requests.length, '/board/worklist'],
    ['reports', tasks.reports.length, '/board/worklist'],
    ['closing', tasks.closing.length, '/board/worklist'],
    ['unassigned', tasks.unassigned, '/board/worklist'],
    ['readings', readings.count, '/board/readings'],
  ]
  const own = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count, page]): { readonly text: Text; readonly page: string } => ({
      text: { zh: fill(ASKED[kind].zh, { count }), en: fill(ASKED[kind].en, { count }) },
      page,
    }))
  return [...own, ...others.map(({ text, page }) => ({ text, page }))]
}

export const Decisions = ({ decisions }: { readonly decisions: ReturnType<typeof decisionsOf> }) => {
  const { say, to } = useSay()
  if (decisions.length === 0) return <p>{say(WORDS.none)}</p>
  return (
    <ol className="decisions">
      {decisions.map(({ text, page }) => (
        <li key={text.zh}>
          <a href={to(page)}>{say(text)}</a>
        </li>
      ))}
    </ol>
  )
}
