import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Lamp } from '../parts/basic.tsx'
import type { PlanView } from './plan-view.ts'
import type { TargetView } from './target-view.ts'

const WORDS = {
  indicator: { zh: '指标', en: 'Indicator' },
  when: { zh: '目标期', en: 'For' },
  target: { zh: '目标', en: 'Target' },
  latest: { zh: '最新数据', en: 'Latest value' },
  outcome: { zh: '结果', en: 'Outcome' },
  done: { zh: '完成', en: 'Done' },
  status: { zh: '状态', en: 'Status' },
  related: { zh: '相近口径', en: 'Related' },
  none: { zh: '没有公开数据', en: 'no public data' },
  year: { zh: '年的目标', en: ': the goals of the year' },
  elapsed: { zh: '时序进度', en: 'Share of the year that has passed' },
} as const

const Value = ({ row, dated }: { readonly row: TargetView; readonly dated: boolean }) => {
  const { say, to, marks } = useSay()
  return (
    <>
      {row.now ? say(row.now.value) : `— ${say(WORDS.none)}`}
      {row.now && dated && (
        <span className="small quiet">
          {marks.open}
          {say(row.now.when)}
          {marks.close}
        </span>
      )}
      {row.related.map((each) => (
        <div key={each.id} className="small quiet">
          {say(WORDS.related)}
          {marks.colon}
          <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {say(each.value)}
          {marks.open}
          {say(each.when)}
          {marks.close}
        </div>
      ))}
    </>
  )
}

const Status = ({ row }: { readonly row: TargetView }) => {
  const { say } = useSay()
  return (
    <>
      <Lamp category={row.lamp}>{say(row.verdict)}</Lamp>
      {row.now && row.caveat && <div className="small quiet">{say(row.caveat)}</div>}
    </>
  )
}

const Head = ({ words }: { readonly words: readonly Text[] }) => {
  const { say } = useSay()
  return (
    <thead>
      <tr>
        {words.map((each) => (
          <th key={each.en} scope="col">
            {say(each)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Promises of many documents, one row each. */
export const Targets = ({ caption, rows }: { readonly caption: Text; readonly rows: readonly TargetView[] }) => {
  const { say, to } = useSay()
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <Head words={[WORDS.indicator, WORDS.when, WORDS.target, WORDS.latest, WORDS.status]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
              </th>
              <td data-head={say(WORDS.when)} className="date">
                {say(row.code)}
              </td>
              <td data-head={say(WORDS.target)}>{say(row.promise)}</td>
              <td data-head={say(WORDS.latest)}>
                <Value row={row} dated />
              </td>
              <td data-head={say(WORDS.status)}>
                <Status row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The goals of one year against the time that has passed. */
export const Year = ({ year }: { readonly year: PlanView['years'][number] }) => {
  const { say, to, marks } = useSay()
  const title: Text = { zh: `${year.year}${WORDS.year.zh}`, en: `${year.year}${WORDS.year.en}` }
  return (
    <section>
      <h2 id={`y${year.year}`}>{say(title)}</h2>
      <p>
        {say(year.summary)}
        {marks.stop}
      </p>
      <p className="quiet">
        <svg className="elapsed" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="all" width="100" height="4" />
          <rect width={Number(year.elapsed)} height="4" />
        </svg>
        {`${say(WORDS.elapsed)}${marks.colon}${year.elapsed}%`}
      </p>
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(title)}</caption>
          <Head words={[WORDS.indicator, WORDS.target, WORDS.outcome, WORDS.done, WORDS.status]} />
          <tbody>
            {year.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
                </th>
                <td data-head={say(WORDS.target)}>{say(row.promise)}</td>
                <td data-head={say(WORDS.outcome)}>
                  <Value row={row} dated={false} />
                </td>
                <td data-head={say(WORDS.done)}>{row.done ? say(row.done) : '—'}</td>
                <td data-head={say(WORDS.status)}>
                  <Status row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
