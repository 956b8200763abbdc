import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import {
  type Assessment,
  isAtRisk,
  type Order,
  orders,
  periodCode,
  probabilityText,
  publishedOn,
  shownNumber,
  speedText,
  summaryOf,
  wall,
} from '../../modules/plan/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Lamp, Scroll } from '../parts/basic.tsx'
import { both, targetView } from '../portal/target-view.ts'

const rowOf = (each: Assessment, pack: Pack) => {
  const { needed, indicator, fan, ratio, latest } = each
  const last = fan.at(-1)
  return {
    ...targetView(each, pack),
    needed: needed && both((language) => speedText(needed, indicator, language)),
    ratio: ratio && shownNumber(ratio),
    chance: last && { text: probabilityText(last.attain), percent: `${(last.attain * 100).toFixed(0)}%` },
    read: latest && { period: both((language) => periodCode(latest.period, language)), published: publishedOn(latest, pack) },
  }
}

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams.get('order')
    const { pack, asOf, order, assessments } = await app.perform(who, wall, asked === null ? {} : { order: asked })
    return {
      asOf,
      order,
      summary: summaryOf(assessments),
      risky: assessments.filter(isAtRisk).length,
      rows: assessments.map((each) => rowOf(each, pack)),
    }
  })

const WORDS = {
  tasks: { zh: '年度任务', en: 'Tasks of the year' },
  title: { zh: '哪些目标有风险？', en: 'Which targets are at risk?' },
  asOf: { zh: '截至', en: 'As of' },
  risky: { zh: '项需要现在处理', en: 'want something done now' },
  indicator: { zh: '指标', en: 'Indicator' },
  when: { zh: '目标期', en: 'For' },
  target: { zh: '目标', en: 'Target' },
  value: { zh: '最新数据', en: 'Latest value' },
  needed: { zh: '今后所需', en: 'Needed from here' },
  pace: { zh: '实际步伐 ÷ 所需', en: 'Pace ÷ needed' },
  chance: { zh: '达成的可能', en: 'Chance' },
  read: { zh: '数据期（公布日）', en: 'Reading (published)' },
  status: { zh: '状态', en: 'Status' },
  order: { zh: '排序', en: 'Sorted by' },
  readings: { zh: '报送和审核数据', en: 'Enter and approve readings' },
  replaced: { zh: '已被后来的目标取代', en: 'replaced by a later target' },
  none: { zh: '— 没有公开数据', en: '— no public data' },
  method: {
    zh: '有风险：背离、进展有限或需加速，且没有被后来的目标取代。可能性由公布的数据推算，不影响状态；不足三个数时不推算。',
    en: 'At risk: moving away, limited progress or must accelerate, and not replaced since. Chances follow from published values and never change a status; fewer than three values give none.',
  },
} as const
const ORDERS: Readonly<Record<Order, { readonly zh: string; readonly en: string }>> = {
  risk: { zh: '风险', en: 'risk' },
  chance: { zh: '可能性', en: 'chance' },
  deadline: { zh: '目标期', en: 'deadline' },
  reading: { zh: '最旧的数据', en: 'oldest reading' },
}

export default function Board() {
  const { asOf, order, summary, risky, rows } = useLoaderData<typeof loader>()
  const { say, to, marks, language } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="number">
        {risky} <span className="small">{say(WORDS.risky)}</span>
      </p>
      <p className="lead">{`${say(WORDS.asOf)} ${asOf}${language === 'zh' ? '，' : ', '}${say(summary)}${marks.stop}`}</p>
      <nav aria-label={say(WORDS.order)}>
        {`${say(WORDS.order)}${marks.colon}`}
        {(Object.keys(orders) as Order[]).map((each, index) => (
          <span key={each}>
            {index > 0 && ' · '}
            <a href={`${to('/board')}?order=${each}`} aria-current={each === order ? 'true' : undefined}>
              {say(ORDERS[each])}
            </a>
          </span>
        ))}
      </nav>
      <Scroll label={say(WORDS.title)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.title)}</caption>
          <Heads
            names={[
              WORDS.indicator,
              WORDS.when,
              WORDS.status,
              WORDS.target,
              WORDS.value,
              WORDS.needed,
              WORDS.pace,
              WORDS.chance,
              WORDS.read,
            ].map(say)}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
                </th>
                <td data-head={say(WORDS.when)} className="date">
                  {say(row.code)}
                </td>
                <td data-head={say(WORDS.status)}>
                  <Lamp category={row.lamp}>{say(row.verdict)}</Lamp>
                  {row.caveat && <div className="small quiet">{say(row.caveat)}</div>}
                  {row.superseded && <div className="small quiet">{say(WORDS.replaced)}</div>}
                </td>
                <td data-head={say(WORDS.target)}>{say(row.promise)}</td>
                <td data-head={say(WORDS.value)}>{row.now ? say(row.now.value) : say(WORDS.none)}</td>
                <td data-head={say(WORDS.needed)}>{row.needed ? say(row.needed) : '—'}</td>
                <td data-head={say(WORDS.pace)}>{row.ratio ?? '—'}</td>
                <td data-head={say(WORDS.chance)}>{row.chance ? `${row.chance.percent} ${say(row.chance.text)}` : '—'}</td>
                <td data-head={say(WORDS.read)} className="date">
                  {row.read ? `${say(row.read.period)}${marks.open}${row.read.published ?? '—'}${marks.close}` : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small quiet">{say(WORDS.method)}</p>
      <p>
        <a href={to('/board/readings')}>{say(WORDS.readings)}</a> · <a href={to('/board/worklist')}>{say(WORDS.tasks)}</a>
      </p>
    </>
  )
}
