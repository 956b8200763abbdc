import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { askedSince } from './asked.ts'
import boardStyle from './board.css?url'
import { Changes, changedRows } from './changes.tsx'
import { BoardHead, SinceForm } from './head.tsx'
import { ChangedTasks, LateReadings, LateTasks, Part, PlainTasks, Requests, WaitingReadings } from './items.tsx'
import { meetingOf } from './meeting.ts'
import { BOARD } from './words.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boardStyle }]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return meetingOf(app, who, askedSince(request))
  })

const WORDS = {
  title: { zh: '下次会议议什么？', en: 'What is on the agenda of the next meeting?' },
  lead: {
    zh: '截至 {asOf}，{summary}。上次会议：{since}。',
    en: 'As of {asOf}, {summary}. The last meeting was on {since}.',
  },
  changed: { zh: '一、上次会议以来的变化', en: '1. What has changed since the last meeting' },
  late: { zh: '二、逾期的', en: '2. What is late' },
  decide: { zh: '三、要定的', en: '3. What is to be decided' },
  targets: { zh: '目标', en: 'Targets' },
  tasks: { zh: '任务', en: 'Tasks' },
  added: { zh: '新列入 {added} 项任务。', en: '{added} tasks were added.' },
  lateTasks: { zh: '任务、节点和季度报告', en: 'Tasks, milestones and reports of quarters' },
  lateReadings: { zh: '应报未报的数据', en: 'Readings that are overdue' },
  extensions: { zh: '延期申请', en: 'Requests for more time' },
  reports: { zh: '待审核的报告', en: 'Reports to be judged' },
  closing: { zh: '待销号的任务', en: 'Tasks to be closed' },
  assign: { zh: '待交办的任务', en: 'Tasks without a lead department' },
  readings: { zh: '待审核的数据', en: 'Readings to be approved' },
  others: { zh: '其他', en: 'Other matters' },
  toWorklist: { zh: '到任务清单交办', en: 'Assign them in the list of tasks' },
  more: { zh: '只列出最早的 {shown} 个。', en: 'Only the oldest {shown} are listed.' },
} as const

export default function AgendaPage() {
  const { asOf, since, summary, targets, tasks, readings, others } = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <div className="agenda">
      <BoardHead title={WORDS.title} />
      <p className="lead">{fill(say(WORDS.lead), { asOf, since, summary: summary[language] })}</p>
      <SinceForm since={since} label={BOARD.lastMeeting} />
      <h2>{say(WORDS.changed)}</h2>
      <Part title={WORDS.targets} count={changedRows(targets).length}>
        <Changes rows={targets} />
      </Part>
      <Part title={WORDS.tasks} count={tasks.changes.length + tasks.added}>
        {tasks.added > 0 && <p>{fill(say(WORDS.added), { added: tasks.added })}</p>}
        <ChangedTasks tasks={tasks.changes} />
      </Part>
      <h2>{say(WORDS.late)}</h2>
      <Part title={WORDS.lateTasks} count={tasks.late.length}>
        <LateTasks tasks={tasks.late} />
      </Part>
      <Part title={WORDS.lateReadings} count={readings.overdue}>
        <LateReadings readings={readings.late} />
      </Part>
      <h2>{say(WORDS.decide)}</h2>
      <Part title={WORDS.extensions} count={tasks.requests.length}>
        <Requests tasks={tasks.requests} />
      </Part>
      <Part title={WORDS.reports} count={tasks.reports.length}>
        <PlainTasks tasks={tasks.reports} />
      </Part>
      <Part title={WORDS.closing} count={tasks.closing.length}>
        <PlainTasks tasks={tasks.closing} />
      </Part>
      <Part title={WORDS.assign} count={tasks.unassigned}>
        <p>
          <a href={to('/board/worklist')}>{say(WORDS.toWorklist)}</a>
        </p>
      </Part>
      <Part title={WORDS.readings} count={readings.count}>
        <WaitingReadings readings={readings.waiting} />
        {readings.count > readings.waiting.length && <p>{fill(say(WORDS.more), { shown: readings.waiting.length })}</p>}
      </Part>
      {others.length > 0 && (
        <Part title={WORDS.others} count={others.length}>
          <ul className="items">
            {others.map((each) => (
              <li key={each.page + each.text.zh}>
                <a href={to(each.page)}>{say(each.text)}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}
