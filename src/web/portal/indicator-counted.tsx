/** How the values of an indicator came about, and what moved a rate from one period to another. */
import type { Text } from '../../core/messages.ts'
import { fill } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { WaterfallChart } from '../parts/waterfall.tsx'
import type { CountedView } from './indicator-counted-view.ts'

const WORDS = {
  change: { zh: '这个比率为什么变了？', en: 'What moved this rate?' },
  parts: { zh: '变化的两部分', en: 'Both parts of the change' },
  step: { zh: '从哪里到哪里', en: 'Step' },
  by: { zh: '数值', en: 'Value' },
  method: {
    zh: '两部分相加正好是全部变化；各取两种先后次序的平均，与谁先变无关。',
    en: 'The two parts add up to the whole change exactly; each is the mean over both orders, so that neither is taken to have moved first.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  show: { zh: '查看', en: 'Show' },
  few: {
    zh: '分子、分母都已知的时期不足两个，说不出是哪一部分使它变了。',
    en: 'Both are known for fewer than two periods of one scope, so that nothing can be said of what moved it.',
  },
  apart: {
    zh: '这些时期报送的分子、分母除不出报送的比率，口径不同，不拆分：{periods}。',
    en: 'For these periods the reported numerator and denominator do not give the reported rate; they differ in scope and nothing is taken apart: {periods}.',
  },
  computed: { zh: '由本站记录算出的数', en: 'Values computed from what is recorded here' },
  how: {
    zh: '每个数由有名称、有版本的查询算出，由另一人审核。看过的每一件都列在明细里，明细的 SHA-256 写在这里；规划、审计岗位可以看明细。',
    en: 'Each was computed by a query with a name and a version, and approved by another person. Everything that was looked at stands in a list whose SHA-256 is given here; planners and auditors can read it.',
  },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  query: { zh: '查询', en: 'Query' },
  leftOut: { zh: '不计入', en: 'Left out' },
  hash: { zh: '明细', en: 'List' },
} as const

const Change = ({
  change,
  id,
  days,
}: {
  readonly change: NonNullable<CountedView['change']>
  readonly id: string
  readonly days: Readonly<Record<string, string>>
}) => {
  const { say, to, language } = useSay()
  const steps = change.steps.map(({ key, label, at, text }) => ({ key, label: say(label), at, text: say(text) }))
  const choice = (name: 'from' | 'to', label: Text, chosen: string) => (
    <div>
      <label htmlFor={`change-${name}`}>{say(label)}</label>
      <select id={`change-${name}`} name={name} defaultValue={chosen}>
        {change.periods.map(({ period, text }) => (
          <option key={period} value={period}>
            {text[language]}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <>
      <p>{say(change.sentence)}</p>
      <WaterfallChart title={say(WORDS.change)} steps={steps} />
      <Scroll label={say(WORDS.parts)}>
        <table>
          <caption className="unseen">{say(WORDS.parts)}</caption>
          <Heads names={[WORDS.step, WORDS.by].map(say)} />
          <tbody>
            {steps.map(({ key, label, text }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="n">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small quiet">{say(WORDS.method)}</p>
      <form method="get" action={`${to(`/plan/${id}`)}#change`} className="filters">
        {Object.entries(days).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {choice('from', WORDS.from, change.from)}
        {choice('to', WORDS.to, change.to)}
        <div>
          <button type="submit">{say(WORDS.show)}</button>
        </div>
      </form>
    </>
  )
}

const Computations = ({ view }: { readonly view: CountedView }) => {
  const { say, to, language, marks } = useSay()
  const isRate = view.computations.some(({ denominator }) => denominator !== null)
  const heads = [WORDS.period, WORDS.value, WORDS.numerator, ...(isRate ? [WORDS.denominator] : []), WORDS.query, WORDS.leftOut, WORDS.hash]
  return (
    <>
      <h2>{say(WORDS.computed)}</h2>
      <p className="quiet">{say(WORDS.how)}</p>
      <Scroll label={say(WORDS.computed)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.computed)}</caption>
          <Heads names={heads.map(say)} />
          <tbody>
            {view.computations.map((each) => (
              <tr key={each.id}>
                <th scope="row" className="date">
                  {say(each.period)}
                </th>
                <td data-head={say(WORDS.value)} className="n">
                  {say(each.value)}
                </td>
                <td data-head={say(WORDS.numerator)} className="n">
                  {each.numerator}
                </td>
                {isRate && (
                  <td data-head={say(WORDS.denominator)} className="n">
                    {each.denominator ?? '—'}
                  </td>
                )}
                <td data-head={say(WORDS.query)}>{`${each.query} ${each.version}`}</td>
                <td data-head={say(WORDS.leftOut)} className="small">
                  {each.leftOut.map(({ text, things }) => `${say(text)}${marks.colon}${things}`).join(language === 'zh' ? '；' : '; ') ||
                    '0'}
                </td>
                <td data-head={say(WORDS.hash)} className="small">
                  <a href={to(`/board/computations/${each.id}`)}>
                    <code>{each.hash.slice(0, 12)}</code>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

export const Counted = ({ view, days }: { readonly view: CountedView; readonly days: Readonly<Record<string, string>> }) => {
  const { say, to, language, marks } = useSay()
  const { change, named, apart, computations } = view
  const hasChange = change !== null || named !== null
  return (
    <>
      {hasChange && (
        <section id="change" aria-label={say(WORDS.change)}>
          <h2>{say(WORDS.change)}</h2>
          {named && (
            <p className="quiet">
              {say(WORDS.numerator)}
              {marks.colon}
              <a href={to(`/plan/${named.numerator.id}`)}>{say(named.numerator.name)}</a> · {say(WORDS.denominator)}
              {marks.colon}
              <a href={to(`/plan/${named.denominator.id}`)}>{say(named.denominator.name)}</a>
            </p>
          )}
          {change ? <Change change={change} id={view.id} days={days} /> : <p>{say(WORDS.few)}</p>}
          {apart.length > 0 && (
            <p className="small quiet">{fill(say(WORDS.apart), { periods: apart.map(say).join(language === 'zh' ? '、' : ', ') })}</p>
          )}
        </section>
      )}
      {computations.length > 0 && <Computations view={view} />}
    </>
  )
}
