import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { keptComputation, periodText } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { CountedRows, Parts, plansIn, STATES, shownCount, WORDS } from './computation-parts.tsx'
import { BoardHead } from './head.tsx'

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const found = await app.perform(who, keptComputation, { computation: params.computation ?? '' })
    return { ...found, plans: plansIn(who), done: new URL(request.url).searchParams.get('done') }
  })

const OWN = {
  title: { zh: '{name}（{period}）是怎样算出来的？', en: 'How was {name} ({period}) computed?' },
  when: { zh: '算于 {on}；{state}。', en: 'Computed on {on}; {state}.' },
  file: { zh: '取走明细（JSON，与上面的 SHA-256 一致）', en: 'Take the list (JSON, of the SHA-256 above)' },
  indicator: { zh: '指标的页面', en: 'The page of the indicator' },
  since: { zh: '今天的记录与当时相比', en: 'The records of today against those' },
  same: { zh: '今天按同一查询再算，每一件都与当时一样。', en: 'Counted anew today by the same query, everything is as it was.' },
  changed: {
    zh: '今天再算是 {value}。下面这些与当时不同；要更正，请重新计算并写明理由。',
    en: 'Counted today it is {value}. The following differ from then; to correct it, count anew and give a reason.',
  },
  other: {
    zh: '这一版查询本站已不再使用，不能再算一遍；当时看过的每一件仍列在下面。',
    en: 'This version of the query is no longer used here, so that it cannot be counted anew; everything that was looked at then still stands below.',
  },
  anew: { zh: '重新计算这一期', en: 'Count this period anew' },
  done: { proposed: { zh: '已报，等待另一人审核。', en: 'Proposed; another person approves it.' } },
} as const

export default function Computation() {
  const { id, indicator, period, value, on, state, query, span, parts, rows, since, plans, done } = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const isRate = parts.denominator !== null
  const named = (tongue: 'zh' | 'en') => ({ name: indicator.name[tongue], period: periodText(period, tongue) })
  return (
    <>
      <BoardHead plain={!plans} title={{ zh: fill(OWN.title.zh, named('zh')), en: fill(OWN.title.en, named('en')) }} />
      <Done done={done} texts={OWN.done} />
      <p className="number">{shownCount(value, indicator, language)}</p>
      <p>{fill(say(OWN.when), { on: periodText(on, language), state: say(STATES[state]!) })}</p>
      <Parts query={query} span={span} parts={parts} />
      <p>
        <a href={to(`/board/computations/${id}/rows.json`)}>{say(OWN.file)}</a> ·{' '}
        <a href={to(`/plan/${indicator.id}`)}>{say(OWN.indicator)}</a>
      </p>
      <h2>{say(OWN.since)}</h2>
      {since === null && <p>{say(OWN.other)}</p>}
      {since?.rows.length === 0 && <p>{say(OWN.same)}</p>}
      {since && since.rows.length > 0 && (
        <>
          <p className="note warn">{fill(say(OWN.changed), { value: shownCount(since.value, indicator, language) })}</p>
          <CountedRows caption={OWN.since} rows={since.rows} isRate={isRate} />
          <p>
            <a href={to(`/board/computations/now?indicator=${indicator.id}&period=${period}`)}>{say(OWN.anew)}</a>
          </p>
        </>
      )}
      <h2>
        {say(WORDS.all)} <span className="count">{rows.length}</span>
      </h2>
      <CountedRows caption={WORDS.all} rows={rows} isRate={isRate} />
    </>
  )
}
