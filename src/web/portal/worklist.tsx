import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { overview } from '../../modules/plan/index.ts'
import { coverSentence, worklistPage } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { ByCategory, SummaryTable, Years } from '../worklist/tasks.tsx'
import { planView } from './plan-view.ts'
import yearStyle from './year.css?url'
import { Year } from './year.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: yearStyle }]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams.get('year')
    const page = await app.perform(who, worklistPage, asked === null ? {} : { year: asked })
    const { years } = planView(await app.perform(who, overview, {}))
    return {
      ...page,
      sentence: page.year === null ? null : coverSentence(page.summary, page.year, page.today),
      goals: years.find(({ year }) => year === String(page.year)) ?? null,
    }
  })

const OWN = {
  title: { zh: '今年的任务谁在做、做到哪？', en: 'Who does the tasks of the year, and how far are they?' },
  titleOf: { zh: '{year} 年的任务谁在做、做到哪？', en: 'Who does the tasks of {year}, and how far are they?' },
  elapsed: { zh: '今年已过 {elapsed}%。', en: '{elapsed}% of this year have passed.' },
  none: { zh: '还没有工作清单。', en: 'There is no list of tasks yet.' },
  list: {
    zh: '《{title}》共 {items} 项任务，这里有其中 {here} 项，其余 {rest} 项没有公开，不编造。',
    en: '“{title}” has {items} tasks; {here} of them are here. The other {rest} are not public, and none is made up.',
  },
  whole: { zh: '《{title}》共 {items} 项任务，全部在此。', en: 'All {items} tasks of “{title}” are here.' },
  uncounted: {
    zh: '《{title}》共有多少项任务，没有查到；这里有其中 {here} 项。',
    en: 'How many tasks “{title}” has was not found; {here} of them are here.',
  },
  others: {
    zh: '{tasks} 项出自《{title}》，不算在清单的项数里。',
    en: '{tasks} come from “{title}” and are not counted as items of a list.',
  },
  hidden: { zh: '另有 {hidden} 项任务未公开，不计入这一页。', en: '{hidden} more tasks are not public and not counted here.' },
  secret: {
    zh: '报告的内容、佐证材料和经办人员不公开。',
    en: 'What reports say, their evidence and the people in charge are not public.',
  },
  projects: { zh: '重点项目走到哪一步？', en: 'How far have the key projects come?' },
  bulletins: { zh: '每季度的通报', en: 'The bulletins, quarter by quarter' },
  numbers: { zh: '按类别', en: 'By category' },
  tasks: { zh: '任务', en: 'Tasks' },
  lamps: {
    zh: '● 绿灯：从未逾期。▲ 黄灯：曾经逾期，已补上；不再变绿。■ 红灯：现在逾期。○ 未纳入督办：本站还没有交办给牵头单位，因此没有逾期可言。',
    en: '● green: nothing was ever late. ▲ yellow: something was late and was caught up with; never green again. ■ red: something is late now. ○ not supervised: no department has been made responsible here, so nothing can be late.',
  },
} as const

export default function Worklist() {
  const { year, years, tasks, hidden, summary, sentence, elapsed, goals, today, announced } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const listText = ({ title, items, here }: (typeof announced.lists)[number]): string => {
    const params = { title: say(title), here }
    if (items === null) return fill(say(OWN.uncounted), params)
    return items > here ? fill(say(OWN.list), { ...params, items, rest: items - here }) : fill(say(OWN.whole), { ...params, items })
  }
  const title = year === null || String(year) === today.slice(0, 4) ? say(OWN.title) : fill(say(OWN.titleOf), { year })
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <meta name="description" content={say(sentence ?? OWN.none)} />
      <h1>{title}</h1>
      {sentence === null ? (
        <p className="lead">{say(OWN.none)}</p>
      ) : (
        <>
          <p className="lead">
            {say(sentence)} {elapsed !== null && fill(say(OWN.elapsed), { elapsed })}
          </p>
          <p className="note">
            {announced.lists.map((list) => `${listText(list)} `)}
            {announced.others.map(({ title: of, tasks: count }) => `${fill(say(OWN.others), { title: say(of), tasks: count })} `)}
            {hidden > 0 && `${fill(say(OWN.hidden), { hidden })} `}
            {say(OWN.secret)}
          </p>
          <p>
            <a href={to('/projects')}>{say(OWN.projects)}</a>
          </p>
          <Years years={years} year={year} at="/worklist" />
          {goals && <Year year={goals} />}
          <h2>{say(OWN.numbers)}</h2>
          <SummaryTable caption={OWN.numbers} summary={summary} />
          <h2>{say(OWN.tasks)}</h2>
          <p className="small quiet">{say(OWN.lamps)}</p>
          <ByCategory tasks={tasks} />
          <p>
            <a href={to('/bulletins')}>{say(OWN.bulletins)}</a>
          </p>
        </>
      )}
    </>
  )
}
