/** What a count consists of: its numbers, and everything that was looked at. */
import { Fragment } from 'react'
import { exactOf } from '../../core/exact.ts'
import { fill, type Text } from '../../core/messages.ts'
import type { Who } from '../../kernel/who.ts'
import { type CountedParts, type CountedRow, computedValue, periodText, type QueryWords } from '../../modules/plan/index.ts'
import type { Indicator } from '../../pack/pack.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'

export const WORDS = {
  title: { zh: '哪些指标由本站记录统计？', en: 'Which indicators are counted from what is recorded here?' },
  indicator: { zh: '指标', en: 'Indicator' },
  query: { zh: '查询', en: 'Query' },
  period: { zh: '时期', en: 'Period' },
  count: { zh: '算一期', en: 'Count a period' },
  how: {
    zh: '时期写作 2026、2026-Q3、2026-10 或 2026-01/2026-10，须已结束。',
    en: 'Write a period as 2026, 2026-Q3, 2026-10 or 2026-01/2026-10; it must have ended.',
  },
  value: { zh: '数值', en: 'Value' },
  days: { zh: '统计的日子', en: 'Days that are counted' },
  fromTo: { zh: '{first} 至 {last}', en: '{first} to {last}' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  number: { zh: '计数', en: 'Count' },
  things: { zh: '计入', en: 'Counted' },
  leftOut: { zh: '不计入', en: 'Left out' },
  hash: { zh: '明细的 SHA-256', en: 'SHA-256 of the list' },
  version: { zh: '{name} 第 {version} 版', en: '{name}, version {version}' },
  state: { zh: '状态', en: 'State' },
  name: { zh: '名称', en: 'Name' },
  on: { zh: '日期', en: 'Day' },
  counts: { zh: '计入', en: 'counts' },
  gone: { zh: '现在的记录里没有了', en: 'no longer on record' },
  all: { zh: '看过的每一件', en: 'Everything that was looked at' },
} as const

/** Whether somebody plans, and does not only look. */
export const plansIn = (who: Who): boolean => who.kind === 'person' && who.posts.some(({ roles }) => roles.includes('planner'))

export const STATES: Readonly<Record<string, Text>> = {
  waiting: { zh: '等待审核', en: 'waits for approval' },
  approved: { zh: '已审核', en: 'approved' },
  returned: { zh: '被退回', en: 'returned' },
  replaced: { zh: '已被后来的计算取代', en: 'replaced by a later computation' },
}

/** A value as computed, cut for reading. */
export const shownCount = (value: string | null, indicator: Indicator, language: 'zh' | 'en'): string => {
  const number = value === null ? null : exactOf(value)
  return number === null ? '—' : computedValue(number, indicator, language)
}

/** Asks for the count of an indicator in a period; `refused`: the period that was typed, and what is wrong with it. */
export const PeriodForm = ({
  indicator,
  refused,
}: {
  readonly indicator: string
  readonly refused?: { readonly period: string; readonly problem: Text }
}) => {
  const { say, to } = useSay()
  const field = `period-${indicator}`
  return (
    <form method="get" action={to('/board/computations/now')} className="filters">
      <input type="hidden" name="indicator" value={indicator} />
      <div className={refused ? 'field has-problem' : undefined}>
        <label htmlFor={field}>{say(WORDS.period)}</label>
        {refused && (
          <span className="wrong" id={`${field}-wrong`} role="alert">
            {say(refused.problem)}
          </span>
        )}
        <input
          type="text"
          id={field}
          name="period"
          defaultValue={refused?.period}
          autoComplete="off"
          maxLength={40}
          {...(refused ? { 'aria-describedby': `${field}-wrong`, 'aria-invalid': true } : {})}
        />
      </div>
      <div>
        <button type="submit">{say(WORDS.count)}</button>
      </div>
    </form>
  )
}

type PartsProps = {
  readonly query: { readonly name: string; readonly version: number; readonly words: QueryWords | null }
  readonly span: { readonly first: string; readonly last: string }
  readonly parts: CountedParts
}

/** The numbers behind a value, each with what it counts. */
export const Parts = ({ query, span, parts }: PartsProps) => {
  const { say, language, marks } = useSay()
  const { words } = query
  const facts: readonly (readonly [Text, string])[] = [
    [parts.denominator === null ? WORDS.number : WORDS.numerator, `${parts.numerator}${words ? ` · ${say(words.numerator)}` : ''}`],
    ...(parts.denominator === null
      ? []
      : [[WORDS.denominator, `${parts.denominator}${words?.denominator ? ` · ${say(words.denominator)}` : ''}`] as const]),
    [WORDS.days, fill(say(WORDS.fromTo), { first: periodText(span.first, language), last: periodText(span.last, language) })],
    [WORDS.query, fill(say(WORDS.version), { name: query.name, version: String(query.version) })],
    [
      WORDS.leftOut,
      parts.leftOut.map(({ text, things }) => `${say(text)}${marks.colon}${things}`).join(language === 'zh' ? '；' : '; ') || '0',
    ],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, text]) => (
        <Fragment key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
      <dt>{say(WORDS.hash)}</dt>
      <dd>
        <code>{parts.hash}</code>
      </dd>
    </dl>
  )
}

/** Everything that was looked at: what counts first, then what was left out and why. */
export const CountedRows = ({
  caption,
  rows,
  isRate,
}: {
  readonly caption: Text
  readonly rows: readonly CountedRow[]
  readonly isRate: boolean
}) => {
  const { say } = useSay()
  const inOrder = [...rows.filter(({ leftOut }) => leftOut === null), ...rows.filter(({ leftOut }) => leftOut !== null)]
  const numbers = isRate ? [WORDS.numerator, WORDS.denominator] : [WORDS.number]
  return (
    <Scroll label={say(caption)}>
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <Heads names={[WORDS.name, WORDS.on, ...numbers, WORDS.state].map(say)} />
        <tbody>
          {inOrder.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name ? say(row.name) : <span className="quiet">{`${say(WORDS.gone)} · ${row.id}`}</span>}</th>
              <td data-head={say(WORDS.on)} className="date">
                {row.on ?? '—'}
              </td>
              <td data-head={say(isRate ? WORDS.numerator : WORDS.number)} className="n">
                {row.numerator ?? '—'}
              </td>
              {isRate && (
                <td data-head={say(WORDS.denominator)} className="n">
                  {row.denominator ?? '—'}
                </td>
              )}
              <td data-head={say(WORDS.state)}>{row.leftOut ? say(row.leftOut) : say(WORDS.counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
