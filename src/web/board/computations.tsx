import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { type ComputationLine, type OperationIndicator, operationIndicators, periodCode } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { PeriodForm, plansIn, STATES, shownCount, WORDS } from './computation-parts.tsx'
import { BoardHead } from './head.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { indicators: await app.perform(who, operationIndicators, {}), plans: plansIn(who) }
  })

const OWN = {
  lead: {
    zh: '本站把看过的每一件都列出来：计入的，和不计入的及其理由。算出的数由另一人审核后才算数，自成一个口径。',
    en: 'Everything that was looked at is named: what counts, and what was left out and why. A computed value counts once another person has approved it, in a scope of its own.',
  },
  open: { zh: '已结束、还没有算：', en: 'Ended and not counted yet: ' },
  kept: { zh: '算过的', en: 'Counted so far' },
  on: { zh: '算于', en: 'Counted on' },
  none: { zh: '还没有哪项指标由本站记录统计。', en: 'No indicator is counted from what is recorded here.' },
  later: { zh: '来自运行数据、这一版还不能统计的', en: 'From operations, and not counted by this version yet' },
  laterWhy: {
    zh: '本站还没有记录它们所统计的事；有了之后才能算，在那以前没有数据，不写成 0。',
    en: 'What they count is not recorded here yet; until it is, there is no value, and nothing is written as 0.',
  },
} as const

const Lines = ({
  lines,
  indicator,
}: {
  readonly lines: readonly ComputationLine[]
  readonly indicator: OperationIndicator['indicator']
}) => {
  const { say, to, language } = useSay()
  return (
    <Scroll label={`${say(indicator.name)} ${say(OWN.kept)}`}>
      <table className="rows">
        <caption className="unseen">{`${say(indicator.name)} ${say(OWN.kept)}`}</caption>
        <Heads names={[WORDS.period, WORDS.value, OWN.on, WORDS.state].map(say)} />
        <tbody>
          {lines.map((each) => (
            <tr key={each.id}>
              <th scope="row" className="date">
                <a href={to(`/board/computations/${each.id}`)}>{periodCode(each.period, language)}</a>
              </th>
              <td data-head={say(WORDS.value)} className="n">
                {shownCount(each.value, indicator, language)}
              </td>
              <td data-head={say(OWN.on)} className="date">
                {each.on}
              </td>
              <td data-head={say(WORDS.state)}>{say(STATES[each.state]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Counted = ({ each }: { readonly each: OperationIndicator }) => {
  const { say, to, marks } = useSay()
  const { indicator, query, open, computations } = each
  if (!query) return null
  return (
    <section aria-label={say(indicator.name)}>
      <h2 id={indicator.id}>
        <a href={to(`/plan/${indicator.id}`)}>{say(indicator.name)}</a>
      </h2>
      <p className="quiet">
        {`${say(query.numerator)}${query.denominator ? ` ÷ ${say(query.denominator)}` : ''} · ${fill(say(WORDS.version), { name: query.name, version: String(query.version) })}`}
      </p>
      {open.length > 0 && (
        <p>
          {say(OWN.open)}
          {open.map((period, index) => (
            <span key={period}>
              {index > 0 && marks.comma}
              <a href={to(`/board/computations/now?indicator=${indicator.id}&period=${period}`)}>{period}</a>
            </span>
          ))}
        </p>
      )}
      <PeriodForm indicator={indicator.id} />
      {computations.length > 0 && <Lines lines={computations} indicator={indicator} />}
    </section>
  )
}

export default function Computations() {
  const { indicators, plans } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const [counted, later] = [indicators.filter(({ query }) => query !== null), indicators.filter(({ query }) => query === null)]
  return (
    <>
      <BoardHead plain={!plans} title={WORDS.title} />
      <p className="lead">{say(OWN.lead)}</p>
      {counted.length > 0 && <p className="quiet">{say(WORDS.how)}</p>}
      {counted.length === 0 && <p>{say(OWN.none)}</p>}
      {counted.map((each) => (
        <Counted key={each.indicator.id} each={each} />
      ))}
      {later.length > 0 && (
        <>
          <h2>{say(OWN.later)}</h2>
          <p>{say(OWN.laterWhy)}</p>
          <ul>
            {later.map(({ indicator }) => (
              <li key={indicator.id}>
                <a href={to(`/plan/${indicator.id}`)}>{say(indicator.name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
