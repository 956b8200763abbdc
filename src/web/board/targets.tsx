import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { type Order, orders, wall } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Lamp, Scroll } from '../parts/basic.tsx'
import chartStyle from '../parts/chart.css?url'
import { TargetTile } from '../portal/target-tile.tsx'
import tilesStyle from '../portal/tiles.css?url'
import yearStyle from '../portal/year.css?url'
import { Year } from '../portal/year.tsx'
import { askedWall } from './asked.ts'
import { Changes, changedRows } from './changes.tsx'
import { BoardHead, SinceForm } from './head.tsx'
import { type WallRow, wallView } from './wall-view.ts'
import { BOARD, changeText } from './words.ts'

export const links: LinksFunction = () => [chartStyle, tilesStyle, yearStyle].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return wallView(await app.perform(who, wall, askedWall(request)))
  })

const WORDS = {
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
  all: { zh: '全部目标', en: 'Every target' },
  assessed: { zh: '有公开数据的', en: 'With public data' },
  replaced: { zh: '已被后来的目标取代', en: 'replaced by a later target' },
  none: { zh: '— 没有公开数据', en: '— no public data' },
  silent: {
    zh: '另有 {count} 项没有公开数据，不画图，列在下表。',
    en: '{count} more have no public data; nothing is drawn of them, and they stand in the table below.',
  },
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

const Orders = ({ order, since }: { readonly order: Order; readonly since: string }) => {
  const { say, to, marks } = useSay()
  return (
    <nav aria-label={say(WORDS.order)}>
      {`${say(WORDS.order)}${marks.colon}`}
      {(Object.keys(orders) as Order[]).map((each, index) => (
        <span key={each}>
          {index > 0 && ' · '}
          <a href={`${to('/board')}?order=${each}&since=${since}`} aria-current={each === order ? 'true' : undefined}>
            {say(ORDERS[each])}
          </a>
        </span>
      ))}
    </nav>
  )
}

const Rows = ({ rows }: { readonly rows: readonly WallRow[] }) => {
  const { say, to, marks } = useSay()
  const heads = [WORDS.indicator, WORDS.when, WORDS.status, WORDS.target, WORDS.value, WORDS.needed, WORDS.pace, WORDS.chance, WORDS.read]
  return (
    <Scroll label={say(WORDS.all)}>
      <table className="rows">
        <caption className="unseen">{say(WORDS.all)}</caption>
        <Heads names={heads.map(say)} />
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
  )
}

export default function Board() {
  const { asOf, since, order, summary, years, rows } = useLoaderData<typeof loader>()
  const { say, marks, language } = useSay()
  const drawn = rows.filter(({ now }) => now !== null)
  return (
    <>
      <BoardHead title={WORDS.title} />
      <p className="number">
        {rows.filter(({ risky }) => risky).length} <span className="small">{say(WORDS.risky)}</span>
      </p>
      <p className="lead">{`${say(WORDS.asOf)} ${asOf}${language === 'zh' ? '，' : ', '}${say(summary)}${marks.stop}`}</p>
      <h2>
        {fill(say(BOARD.changed), { since })} <span className="count">{changedRows(rows).length}</span>
      </h2>
      <SinceForm since={since} keep={{ order }} />
      <Changes rows={rows} />
      <h2>{say(BOARD.wall)}</h2>
      <Orders order={order} since={since} />
      <h3>
        {say(WORDS.assessed)} <span className="count">{drawn.length}</span>
      </h3>
      <ul className="tiles large">
        {drawn.map((row) => (
          <TargetTile key={row.key} tile={row}>
            {row.superseded && <p className="small quiet">{say(WORDS.replaced)}</p>}
            {row.change && (
              <p className="small">
                {row.change.turnedRed && <strong className="late">{`${say(BOARD.red)}${marks.comma}`}</strong>}
                {row.change.kinds.map((kind) => say(changeText[kind])).join(marks.comma)}
              </p>
            )}
          </TargetTile>
        ))}
      </ul>
      <p className="quiet">{fill(say(WORDS.silent), { count: rows.length - drawn.length })}</p>
      {years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      <h2>{say(WORDS.all)}</h2>
      <Rows rows={rows} />
      <p className="small quiet">{say(WORDS.method)}</p>
    </>
  )
}
