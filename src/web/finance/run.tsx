import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { runPage } from '../../modules/run/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { INVENTED, moneyText, runView, titlesOf } from './run-view.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { run, totals, others } = await app.perform(who, runPage, { run: params.run ?? '' })
    const title = await titlesOf({ app, who }, run.pack)
    return {
      run: runView(run),
      // What costs most first; then what nobody could decide.
      totals: [...totals]
        .sort((one, other) => Number(other.fen - one.fen) || other.undetermined - one.undetermined)
        .map(({ fen, ...each }) => ({ ...each, title: title(each.measure), money: moneyText(fen) })),
      others: others.map(runView),
    }
  })

const WORDS = {
  title: { zh: '这次测算要花多少，花在哪些措施上？', en: 'What does this run come to, and for which measures?' },
  over: { zh: '家企业', en: 'enterprises' },
  on: { zh: '决定日', en: 'Day of decision' },
  known: { zh: '按哪一天已公布的规定', en: 'Law as known on' },
  source: { zh: '企业数据', en: 'Population' },
  pack: { zh: '数据包', en: 'Pack' },
  engine: { zh: '程序', en: 'Program' },
  ended: { zh: '完成于', en: 'Ended' },
  measure: { zh: '措施', en: 'Measure' },
  eligible: { zh: '符合', en: 'Eligible' },
  ineligible: { zh: '不符合', en: 'Ineligible' },
  undetermined: { zh: '待定', en: 'Undetermined' },
  money: { zh: '金额', en: 'Amount' },
  csv: { zh: '下载表格（CSV）', en: 'Download the table (CSV)' },
  compare: { zh: '与另一次测算相比', en: 'Compared with another run' },
  totals: { zh: '各项措施', en: 'By measure' },
} as const

type Dated = { readonly id: string; readonly on: string; readonly endedAt: string }
const when = ({ on, endedAt }: Dated): string => `${on} ${endedAt}`

/** From the run of the earlier day to that of the later one, whichever of them is looked at; of one day from the one made first. */
const comparison = (one: Dated, other: Dated): string => {
  const [later, earlier] = when(one) < when(other) ? [other, one] : [one, other]
  return `/finance/runs/${later.id}/since/${earlier.id}`
}

export default function Run() {
  const { run, totals, others } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { minuteOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {!run.isReal && <p className="note warn">{say(INVENTED)}</p>}
      <p className="number">
        {say(run.money)} <span className="small">{`${run.enterprises.toLocaleString('en')} ${say(WORDS.over)}`}</span>
      </p>
      <dl className="facts">
        <dt>{say(WORDS.on)}</dt>
        <dd>{run.on}</dd>
        <dt>{say(WORDS.known)}</dt>
        <dd>{run.known}</dd>
        <dt>{say(WORDS.source)}</dt>
        <dd>{run.source}</dd>
        <dt>{say(WORDS.pack)}</dt>
        <dd>
          <code>{run.pack.slice(0, 12)}</code>
        </dd>
        <dt>{say(WORDS.engine)}</dt>
        <dd>
          <code>{run.engine}</code>
        </dd>
        <dt>{say(WORDS.ended)}</dt>
        <dd>{minuteOf(run.endedAt)}</dd>
      </dl>
      <h2>{say(WORDS.totals)}</h2>
      <p>
        <a href={`/finance/runs/${run.id}/totals.csv`}>{say(WORDS.csv)}</a>
      </p>
      <Scroll label={say(WORDS.totals)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.totals)}</caption>
          <Heads names={[WORDS.measure, WORDS.eligible, WORDS.ineligible, WORDS.undetermined, WORDS.money].map(say)} />
          <tbody>
            {totals.map((each) => (
              <tr key={each.measure}>
                <th scope="row">
                  <a href={to(`/measures/${each.measure}`)}>{say(each.title)}</a>
                </th>
                <td data-head={say(WORDS.eligible)}>{each.eligible.toLocaleString('en')}</td>
                <td data-head={say(WORDS.ineligible)}>{each.ineligible.toLocaleString('en')}</td>
                <td data-head={say(WORDS.undetermined)}>{each.undetermined.toLocaleString('en')}</td>
                <td data-head={say(WORDS.money)}>{say(each.money)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {others.length > 0 && (
        <section>
          <h2>{say(WORDS.compare)}</h2>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={to(comparison(run, other))}>{`${other.id.slice(0, 8)} · ${other.on} · ${say(other.money)}`}</a>{' '}
                <span className="quiet">{other.source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
