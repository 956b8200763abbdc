import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { fail } from '../../kernel/messages.ts'
import { oneTask } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { plannerPost } from '../worklist/issuer.ts'
import officialStyle from '../worklist/official.css?url'
import { Official } from '../worklist/official.tsx'
import { TaskFacts } from '../worklist/task.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const task = await app.perform(who, oneTask, { task: params.task ?? '' })
    // A notice is for somebody: a task that nobody leads has none.
    return task.lead === null ? fail('kernel.not-there', {}) : { task, lead: task.lead, issuer: plannerPost(who) }
  })

const OWN = {
  head: { zh: '督办单', en: 'Supervision notice' },
  title: { zh: '关于任务“{task}”的督办单', en: 'Supervision notice on the task "{task}"' },
  to: { zh: '{lead}：', en: 'To {lead}:' },
  late: {
    zh: '下列任务由你单位牵头，现有 {count} 项应报未报。请尽快补报；确需延期的，写明理由提出申请。',
    en: 'You lead the task below; {count} of the things it owes are late. Report on them without delay, or ask for more time with a reason.',
  },
  inTime: {
    zh: '下列任务由你单位牵头，现在没有逾期。请按时报送。',
    en: 'You lead the task below; nothing of it is late now. Please report in time.',
  },
} as const

export default function Notice() {
  const { task, lead, issuer } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const title = fill(say(OWN.title), { task: `${task.number} ${say(task.title)}` })
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <Official head={OWN.head} title={title} issuer={issuer} day={task.today}>
        <p>{fill(say(OWN.to), { lead: say(lead) })}</p>
        <p>{task.late.length > 0 ? fill(say(OWN.late), { count: task.late.length }) : say(OWN.inTime)}</p>
        <TaskFacts task={task} />
      </Official>
    </>
  )
}
