import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Lamp } from '../parts/basic.tsx'
import { askedSince } from './asked.ts'
import boardStyle from './board.css?url'
import briefStyle from './brief.css?url'
import { changedRows, Moved } from './changes.tsx'
import { Decisions, decisionsOf } from './decisions.tsx'
import { BoardHead, SinceForm } from './head.tsx'
import { fewOf, LateTasks, More } from './items.tsx'
import { meetingOf } from './meeting.ts'
import { BOARD } from './words.ts'

/** So many lines of each part fit on one page together. */
const MOST = { moved: 6, risky: 8, late: 7, asked: 8 } as const

export const links: LinksFunction = () => [boardStyle, briefStyle].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const meeting = await meetingOf(app, who, askedSince(request))
    const { city, plan, asOf, since, summary, targets, tasks, readings } = meeting
    const moved = changedRows(targets).filter(({ change }) => change.kinds.includes('value'))
    return {
      city,
      plan,
      asOf,
      since,
      summary,
      moved: fewOf([...new Map(moved.map((row) => [row.id, row])).values()], MOST.moved),
      risky: fewOf(
        targets.filter(({ risky }) => risky),
        MOST.risky,
      ),
      late: fewOf(tasks.late, MOST.late),
      lateReadings: readings.overdue,
      decisions: decisionsOf(meeting).slice(0, MOST.asked),
    }
  })

const WORDS = {
  title: { zh: '一页看完：走到哪了，要定什么？', en: 'On one page: how far are we, and what is to be decided?' },
  head: { zh: '{plan} 简报', en: 'Brief: {plan}' },
  lead: { zh: '截至 {asOf}，{summary}。', en: 'As of {asOf}, {summary}.' },
  moved: { zh: '{since} 以来变动的数', en: 'Numbers that moved since {since}' },
  risk: { zh: '有风险的目标', en: 'Targets at risk' },
  late: { zh: '逾期的任务', en: 'Late tasks' },
  ask: { zh: '提请议定', en: 'What is asked for' },
  noneMoved: { zh: '没有变动。', en: 'None moved.' },
  noneRisky: { zh: '凭公开数据，没有一项可以判断为有风险。', en: 'From public data none can be said to be at risk.' },
  noneLate: { zh: '没有逾期的任务。', en: 'No task is late.' },
  lateReadings: { zh: '另有 {count} 个数据逾期未报。', en: 'Besides, {count} readings are overdue.' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  value: { zh: '最新数据', en: 'Latest value' },
  status: { zh: '状态', en: 'Status' },
  needed: { zh: '今后所需', en: 'Needed from here' },
  hint: { zh: '打印出来正好一页 A4。', en: 'It prints on exactly one page of A4.' },
} as const

export default function Brief() {
  const { plan, city, asOf, since, summary, moved, risky, late, lateReadings, decisions } = useLoaderData<typeof loader>()
  const { say, to, marks, language } = useSay()
  return (
    <>
      <div className="onscreen">
        <BoardHead title={WORDS.title} />
        <SinceForm since={since} label={BOARD.lastMeeting} />
        <p className="small quiet">{say(WORDS.hint)}</p>
      </div>
      <article className="brief">
        <header>
          <p className="name">{fill(say(WORDS.head), { plan: say(plan) })}</p>
          <p className="quiet">{`${say(city)} · ${asOf}`}</p>
        </header>
        <p className="lead">{fill(say(WORDS.lead), { asOf, summary: summary[language] })}</p>
        <h2>{fill(say(WORDS.moved), { since })}</h2>
        {moved.few.length === 0 && <p>{say(WORDS.noneMoved)}</p>}
        <ul className="items">
          {moved.few.map((row) => (
            <li key={row.key}>
              <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
              {marks.colon}
              {row.now && <Moved before={row.change.before?.now ?? null} now={row.now} />}
            </li>
          ))}
        </ul>
        <More more={moved.more} at="/board" />
        <h2>{say(WORDS.risk)}</h2>
        {risky.few.length === 0 ? (
          <p>{say(WORDS.noneRisky)}</p>
        ) : (
          <table className="rows">
            <caption className="unseen">{say(WORDS.risk)}</caption>
            <Heads names={[WORDS.indicator, WORDS.target, WORDS.value, WORDS.status, WORDS.needed].map(say)} />
            <tbody>
              {risky.few.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
                  </th>
                  <td data-head={say(WORDS.target)}>{`${say(row.code)} ${say(row.promise)}`}</td>
                  <td data-head={say(WORDS.value)}>
                    {row.now ? `${say(row.now.value)}${marks.open}${say(row.now.when)}${marks.close}` : '—'}
                  </td>
                  <td data-head={say(WORDS.status)}>
                    <Lamp category={row.lamp}>{say(row.verdict)}</Lamp>
                  </td>
                  <td data-head={say(WORDS.needed)}>{row.needed ? say(row.needed) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More more={risky.more} at="/board" />
        <h2>{say(WORDS.late)}</h2>
        {late.few.length === 0 ? <p>{say(WORDS.noneLate)}</p> : <LateTasks tasks={late.few} />}
        <More more={late.more} at="/board/agenda" />
        {lateReadings > 0 && <p>{fill(say(WORDS.lateReadings), { count: lateReadings })}</p>}
        <h2>{say(WORDS.ask)}</h2>
        <Decisions decisions={decisions} />
      </article>
    </>
  )
}
