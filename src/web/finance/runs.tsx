import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { runs } from '../../modules/run/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { INVENTED, runView } from './run-view.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return (await app.perform(who, runs, {})).map(runView)
  })

const WORDS = {
  title: { zh: '全市测算过几次，要花多少？', en: 'Which runs over the city are there, and what do they come to?' },
  lead: {
    zh: '一次测算，就是在某一天用某一版数据包对一批企业逐家算出应得金额。',
    en: 'A run decides every enterprise of a population as of a day, by one edition of the pack.',
  },
  none: {
    zh: '数据库里还没有完整的测算。请管理服务器的人做一次：planwright run … --out db。',
    en: 'The database holds no whole run yet. Ask whoever operates the server to make one: planwright run … --out db.',
  },
  run: { zh: '测算', en: 'Run' },
  on: { zh: '决定日', en: 'Day of decision' },
  population: { zh: '企业', en: 'Enterprises' },
  eligible: { zh: '符合（企业×措施）', en: 'Eligible (enterprise × measure)' },
  money: { zh: '金额合计', en: 'Sum' },
  ended: { zh: '完成于', en: 'Ended' },
  made: { zh: '合成或匿名', en: 'synthetic or anonymous' },
} as const

export default function Runs() {
  const rows = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  const { minuteOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(rows.length === 0 ? WORDS.none : WORDS.lead)}</p>
      {rows.some(({ isReal }) => !isReal) && <p className="note warn">{say(INVENTED)}</p>}
      {rows.length > 0 && (
        <Scroll label={say(WORDS.title)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.title)}</caption>
            <Heads names={[WORDS.run, WORDS.on, WORDS.population, WORDS.eligible, WORDS.money, WORDS.ended].map(say)} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={to(`/finance/runs/${row.id}`)}>{`${row.on} · ${row.id.slice(0, 8)}`}</a>
                    <div className="small quiet">
                      {row.source}
                      {!row.isReal && `${marks.open}${say(WORDS.made)}${marks.close}`}
                    </div>
                  </th>
                  <td data-head={say(WORDS.on)} className="date">
                    {row.on}
                  </td>
                  <td data-head={say(WORDS.population)}>{row.enterprises.toLocaleString('en')}</td>
                  <td data-head={say(WORDS.eligible)}>{row.eligible.toLocaleString('en')}</td>
                  <td data-head={say(WORDS.money)}>{say(row.money)}</td>
                  <td data-head={say(WORDS.ended)} className="date">
                    {minuteOf(row.endedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}
