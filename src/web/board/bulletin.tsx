import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { fail } from '../../kernel/messages.ts'
import { boardTasks, coverSentence, quarterOf } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { plannerPost } from '../worklist/issuer.ts'
import officialStyle from '../worklist/official.css?url'
import { Official } from '../worklist/official.tsx'
import { SummaryTable, TaskTable } from '../worklist/tasks.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: officialStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const page = await app.perform(who, boardTasks, { year: params.year ?? '' })
    if (page.year === null || String(page.year) !== params.year) return fail('kernel.not-there', {})
    const { year, today, summary, tasks } = page
    const withLamp = (lamp: string) => tasks.filter((task) => task.lamp === lamp)
    return {
      year,
      today,
      quarter: quarterOf(today),
      summary,
      sentence: coverSentence(summary, year, today),
      red: withLamp('red'),
      yellow: withLamp('yellow'),
      issuer: plannerPost(who),
    }
  })

const OWN = {
  head: { zh: '工作清单通报', en: 'Bulletin on the list of tasks' },
  title: { zh: '关于 {year} 年工作清单进展情况的通报（{quarter}）', en: 'On the progress of the tasks of {year} ({quarter})' },
  numbers: { zh: '一、总体情况', en: '1. As a whole' },
  red: { zh: '二、现在逾期的任务', en: '2. Tasks that are late now' },
  yellow: { zh: '三、曾经逾期、已补上的任务', en: '3. Tasks that were late and have caught up' },
  none: { zh: '无。', en: 'None.' },
  ask: {
    zh: '请各牵头单位对照本通报，逾期的任务尽快补报；确需延期的，写明理由提出申请。',
    en: 'Lead departments are asked to report on what is late without delay, or to ask for more time with a reason.',
  },
} as const

export default function Bulletin() {
  const { year, today, quarter, summary, sentence, red, yellow, issuer } = useLoaderData<typeof loader>()
  const { say } = useSay()
  const title = fill(say(OWN.title), { year, quarter })
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <Official head={OWN.head} title={title} issuer={issuer} day={today}>
        <p>{say(sentence)}</p>
        <h2>{say(OWN.numbers)}</h2>
        <SummaryTable caption={OWN.numbers} summary={summary} />
        {(
          [
            [OWN.red, red],
            [OWN.yellow, yellow],
          ] as const
        ).map(([caption, tasks]) => (
          <section key={caption.en}>
            <h2>{say(caption)}</h2>
            {tasks.length === 0 ? <p>{say(OWN.none)}</p> : <TaskTable caption={caption} tasks={tasks} />}
          </section>
        ))}
        <p>{say(OWN.ask)}</p>
      </Official>
    </>
  )
}
