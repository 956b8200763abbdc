import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { officeTasks } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { TaskTable } from '../worklist/tasks.tsx'
import { OfficeParts } from './parts.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { tasks: await app.perform(who, officeTasks, {}) }
  })

const OWN = {
  title: { zh: '本部门牵头的任务做到哪？', en: 'How far are the tasks this department leads?' },
  lead: {
    zh: '每季度第一个月 20 日前报告上一季度；逾期亮红灯，补报后亮黄灯，不再变绿。',
    en: 'Each quarter is reported by the 20th of the month after it. What is late is red; caught up it is yellow and never green again.',
  },
  open: { zh: '在办', en: 'Open' },
  closed: { zh: '已销号', en: 'Closed' },
  none: { zh: '没有。', en: 'None.' },
} as const

export default function OfficeTasks() {
  const { tasks } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const parts = [
    [OWN.open, tasks.filter(({ state }) => state !== 'closed')],
    [OWN.closed, tasks.filter(({ state }) => state === 'closed')],
  ] as const
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <OfficeParts />
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      {parts.map(([caption, own]) => (
        <section key={caption.en}>
          <h2>
            {say(caption)} <span className="count">{own.length}</span>
          </h2>
          {own.length === 0 ? <p className="quiet">{say(OWN.none)}</p> : <TaskTable caption={caption} tasks={own} at="/office/tasks" />}
        </section>
      ))}
    </>
  )
}
