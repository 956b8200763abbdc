import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Status, Value } from './plan-targets.tsx'
import type { YearView } from './year-view.ts'

const WORDS = {
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  outcome: { zh: '结果', en: 'Outcome' },
  done: { zh: '完成', en: 'Done' },
  rest: { zh: '余下所需', en: 'Needed of the rest' },
  status: { zh: '状态', en: 'Status' },
  year: { zh: '{year}年的目标', en: '{year}: the goals of the year' },
  elapsed: { zh: '时序进度', en: 'Share of the year that has passed' },
  planned: { zh: '计划 {share}', en: 'planned {share}' },
  time: { zh: '时序 {share}', en: 'of the year {share}' },
  forecast: { zh: '按去年同期占全年的比重推算，全年 {value}', en: 'with last year’s share of the whole by then: {value}' },
  outlook: {
    zh: '照至今的速度，全年约 {value}（80% 区间 {low}—{high}）；实现目标：{chance}（{percent}）',
    en: 'at the rate so far some {value} by the end of the year (80% interval {low} to {high}); attaining the goal: {chance} ({percent})',
  },
  part: { zh: '{value}（仅 {when}）', en: '{value} ({when} alone)' },
  method: {
    zh: '完成与数据所截止之日的计划比；没有按月计划的，与那一天的时序进度比。余下所需：全年要达到目标，余下月份比去年同期须增长（或下降）多少。',
    en: 'What is done is held against the plan by the day up to which the value counts, or, without a plan by months, against the share of the year that had passed. What is needed of the rest: growth (or a fall) over the same months of last year, for the whole year to reach its goal.',
  },
} as const

type Row = YearView['rows'][number]

/** Done against planned or passed: a bar with a mark. */
const Bar = ({ bar }: { readonly bar: { readonly done: number; readonly mark: number } }) => (
  <svg className="elapsed" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect className="all" width="100" height="4" />
    <rect className="done" width={bar.done} height="4" />
    <rect className="mark" x={Math.min(99, Math.max(0, bar.mark - 0.5))} width="1" height="4" />
  </svg>
)

const Done = ({ row: { done, progress } }: { readonly row: Row }) => {
  const { say, marks } = useSay()
  return (
    <>
      {done ? say(done) : '—'}
      {progress?.bar && <Bar bar={progress.bar} />}
      {progress?.lag && (
        <div className="small">
          <span className="quiet">
            {progress.planned === null
              ? fill(say(WORDS.time), { share: progress.elapsed })
              : fill(say(WORDS.planned), { share: progress.planned })}
            {marks.comma}
          </span>
          <span className={progress.lag.behind ? 'late' : undefined}>{say(progress.lag.text)}</span>
        </div>
      )}
      {progress?.outlook && (
        <div className="small quiet">
          {fill(say(WORDS.outlook), { ...progress.outlook, value: say(progress.outlook.value), chance: say(progress.outlook.chance) })}
        </div>
      )}
    </>
  )
}

/** The latest value since the year began, where the year has none yet. */
const Outcome = ({ row }: { readonly row: Row }) => {
  const { say, marks } = useSay()
  const { now, progress, part } = row
  if (part) return fill(say(WORDS.part), { value: say(part.value), when: say(part.when) })
  if (now !== null || !progress?.value) return <Value row={row} dated={false} />
  return (
    <>
      {say(progress.value.value)}
      <span className="small quiet">
        {marks.open}
        {say(progress.value.when)}
        {marks.close}
      </span>
    </>
  )
}

export const yearTitle = ({ year }: Pick<YearView, 'year'>): Text => ({
  zh: fill(WORDS.year.zh, { year }),
  en: fill(WORDS.year.en, { year }),
})

/** The goals of one year against the time that has passed. */
export const Year = ({ year }: { readonly year: YearView }) => {
  const { say } = useSay()
  return (
    <section>
      <h2 id={`y${year.year}`}>{say(yearTitle(year))}</h2>
      <YearGoals year={year} />
    </section>
  )
}

/** The same below a heading of the page's own. */
export const YearGoals = ({ year }: { readonly year: YearView }) => {
  const { say, to, marks, language } = useSay()
  const title = yearTitle(year)
  const hasRest = year.rows.some(({ progress }) => progress?.rest)
  const heads = [WORDS.indicator, WORDS.target, WORDS.outcome, WORDS.done, ...(hasRest ? [WORDS.rest] : []), WORDS.status]
  return (
    <>
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
      <Scroll label={say(title)}>
        <table className="rows">
          <caption className="unseen">{say(title)}</caption>
          <Heads names={heads.map(say)} />
          <tbody>
            {year.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={to(`/plan/${row.id}`)}>{say(row.name)}</a>
                </th>
                <td data-head={say(WORDS.target)}>{say(row.promise)}</td>
                <td data-head={say(WORDS.outcome)}>
                  <Outcome row={row} />
                </td>
                <td data-head={say(WORDS.done)}>
                  <Done row={row} />
                </td>
                {hasRest && (
                  <td data-head={say(WORDS.rest)}>
                    {row.progress?.rest ? say(row.progress.rest) : '—'}
                    {row.progress?.forecast && (
                      <div className="small quiet">{fill(say(WORDS.forecast), { value: row.progress.forecast[language] })}</div>
                    )}
                  </td>
                )}
                <td data-head={say(WORDS.status)}>
                  <Status row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {year.rows.some(({ progress }) => progress?.lag) && <p className="small quiet method">{say(WORDS.method)}</p>}
    </>
  )
}
