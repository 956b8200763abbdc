import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import {
  approveReadings,
  type DecidedReading,
  measured,
  periodCode,
  type ReadingVersion,
  readingsBoard,
  returnReadings,
} from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { type Say, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Lamp, Scroll } from '../parts/basic.tsx'
import { Confirm, Done, Form, Submit, TextArea } from '../parts/form.tsx'
import { precisionText, statusText, WORDS } from './readings-words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { ...(await app.perform(who, readingsBoard, {})), done: new URL(request.url).searchParams.get('done') }
  })

type Results = { readonly verdict: 'approve' | 'return'; readonly results: readonly DecidedReading[] }

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted<ReturnType<typeof data<Results>>>(request, {
    decide: async ({ all, text }) => {
      const chosen = { readings: [...all('chosen')] }
      const isReturn = text('verdict') === 'return'
      const results = isReturn
        ? await app.perform(who, returnReadings, { ...chosen, reason: text('reason') })
        : await app.perform(who, approveReadings, chosen)
      if (results.every(({ problem }) => problem === null)) return `/board/readings?done=${isReturn ? 'returned' : 'approved'}`
      return data<Results>({ verdict: isReturn ? 'return' : 'approve', results })
    },
  })
}

const OWN = {
  title: { zh: '哪些数要报、要审？', en: 'Which readings are due, and which wait?' },
  due: { zh: '到期未报', en: 'Due' },
  late: { zh: '逾期', en: 'late' },
  soon: { zh: '到期', en: 'due' },
  waiting: { zh: '等待审核', en: 'Waiting for approval' },
  none: { zh: '没有。', en: 'None.' },
  indicator: { zh: '指标', en: 'Indicator' },
  period: { zh: '时期', en: 'Period' },
  dueOn: { zh: '期限', en: 'Due on' },
  state: { zh: '状态', en: 'State' },
  choose: { zh: '选择', en: 'Choose' },
  value: { zh: '数值', en: 'Value' },
  series: { zh: '口径', en: 'Scope' },
  source: { zh: '来源', en: 'Source' },
  by: { zh: '报送', en: 'Entered by' },
  replaces: { zh: '更正 {value}：', en: 'Corrects {value}: ' },
  scope: { zh: '新口径：', en: 'New scope: ' },
  own: { zh: '您报的，须由另一人审核', en: 'yours; somebody else decides' },
  approve: { zh: '审核通过选中的', en: 'Approve those chosen' },
  return: { zh: '退回选中的', en: 'Return those chosen' },
  reason: { zh: '退回的理由', en: 'Reason to return' },
  more: { zh: '共 {count} 个，先列出最早的 {shown} 个。', en: '{count} in all; the oldest {shown} are shown.' },
  some: { zh: '有的没有办成', en: 'Some were not done' },
  ok: { zh: '已办', en: 'done' },
  undue: {
    zh: '期限由数据包给出；没有期限的指标不列在这里。',
    en: 'Deadlines are given by the pack; indicators without one are not listed.',
  },
} as const
const DONE = {
  approved: { zh: '已审核，从今天起公开。', en: 'Approved, and public from today.' },
  returned: { zh: '已退回。', en: 'Returned.' },
  entered: { zh: '已报送，等待另一人审核。', en: 'Entered; it waits for another person.' },
} as const

const nameOf = (each: ReadingVersion, say: Say['say']): string => (each.declaration ? say(each.declaration.name) : each.indicator)

const Row = ({ each }: { readonly each: ReadingVersion }) => {
  const { say, to, language } = useSay()
  const name = nameOf(each, say)
  return (
    <tr id={`decide-${each.id}`}>
      <td data-head={say(OWN.choose)}>
        {each.own ? (
          <span className="small quiet">{say(OWN.own)}</span>
        ) : (
          <input
            type="checkbox"
            name="chosen"
            value={each.id}
            aria-label={`${say(OWN.choose)} · ${name} · ${each.period} · ${each.value}`}
          />
        )}
      </td>
      <th scope="row">
        <a href={to(`/plan/${each.indicator}`)}>{name}</a>
      </th>
      <td data-head={say(OWN.period)} className="date">
        {periodCode(each.period, language)}
      </td>
      <td data-head={say(OWN.value)}>
        {each.precision !== 'exact' && `${say(precisionText[each.precision])} `}
        {each.declaration ? measured(each.value, each.declaration, language) : `${each.value} ${each.unit}`}
        {each.status === 'provisional' && <div className="small quiet">{say(statusText.provisional)}</div>}
        {each.replaces && (
          <div className="small">
            {say(OWN.replaces).replace('{value}', each.replaces.value)}
            <span lang="zh-CN">{each.replaces.reason}</span>
          </div>
        )}
      </td>
      <td data-head={say(OWN.series)} lang="zh-CN">
        {each.series}
        {each.scope && (
          <div className="small">
            {say(OWN.scope)}
            {each.scope}
          </div>
        )}
      </td>
      <td data-head={say(OWN.source)} className="small">
        {each.source.address ? (
          <a href={each.source.address} rel="nofollow noreferrer">
            {each.source.title}
          </a>
        ) : (
          each.source.title
        )}
      </td>
      <td data-head={say(OWN.by)} className="small">
        {each.entered.who} · {say(each.entered.post)} · {each.entered.on}
      </td>
    </tr>
  )
}

const Due = ({ due }: { readonly due: ReturnType<typeof useLoaderData<typeof loader>>['due'] }) => {
  const { say, to, language } = useSay()
  return (
    <table className="rows">
      <caption className="unseen">{say(OWN.due)}</caption>
      <Heads names={[OWN.indicator, OWN.period, OWN.dueOn, OWN.state].map(say)} />
      <tbody>
        {due.map(({ indicator, period, dueOn, late }) => (
          <tr key={`${indicator.id} ${period}`}>
            <th scope="row">
              <a href={to(`/board/readings/new?indicator=${indicator.id}&period=${period}`)}>{say(indicator.name)}</a>
            </th>
            <td data-head={say(OWN.period)} className="date">
              {periodCode(period, language)}
            </td>
            <td data-head={say(OWN.dueOn)} className="date">
              {dueOn}
            </td>
            <td data-head={say(OWN.state)}>
              <Lamp category={late ? 'missed' : 'accelerate'}>{say(late ? OWN.late : OWN.soon)}</Lamp>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default function Readings() {
  const { due, waiting, count, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say, to } = useSay()
  const returned = answered && 'form' in answered ? answered : null
  const results = answered && 'results' in answered ? answered.results : []
  // What is wrong with one row is said of that row: its field is its id.
  const labels = new Map(waiting.map((each) => [each.id, `${nameOf(each, say)} ${each.period} ${each.value}`]))
  const line = (id: string, problem: Text | null) => (
    <li key={id}>
      {labels.get(id) ?? id}: {problem ? <strong>{say(problem)}</strong> : say(OWN.ok)}
    </li>
  )
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <h1>{say(OWN.title)}</h1>
      <p>
        <a href={to('/board/readings/new')}>{say(WORDS.enter)}</a> · <a href={to('/board/readings/upload')}>{say(WORDS.upload)}</a>
      </p>
      <Done done={done} texts={DONE} />
      {results.length > 0 && (
        <section role="status">
          <h2>{say(OWN.some)}</h2>
          <ul>{results.map(({ reading, problem }) => line(reading, problem?.message ?? null))}</ul>
        </section>
      )}
      <h2>
        {say(OWN.waiting)} <span className="count">{count}</span>
      </h2>
      {count > waiting.length && <p>{say(OWN.more).replace('{count}', String(count)).replace('{shown}', String(waiting.length))}</p>}
      {waiting.length === 0 ? (
        <p className="quiet">{say(OWN.none)}</p>
      ) : (
        <Form name="decide" returned={returned} label={OWN.waiting}>
          <Scroll label={say(OWN.waiting)}>
            <table className="rows">
              <caption className="unseen">{say(OWN.waiting)}</caption>
              <Heads names={[OWN.choose, OWN.indicator, OWN.period, OWN.value, OWN.series, OWN.source, OWN.by].map(say)} />
              <tbody>
                {waiting.map((each) => (
                  <Row key={each.id} each={each} />
                ))}
              </tbody>
            </table>
          </Scroll>
          <Submit>{say(OWN.approve)}</Submit>
          <Confirm ask={say(OWN.return)} open={returned?.problems.some(({ field }) => field === 'reason') === true}>
            <TextArea name="reason" label={OWN.reason} />
            <button type="submit" name="verdict" value="return" className="second">
              {say(OWN.return)}
            </button>
          </Confirm>
        </Form>
      )}
      <h2>
        {say(OWN.due)} <span className="count">{due.length}</span>
      </h2>
      {due.length === 0 ? <p className="quiet">{say(OWN.none)}</p> : <Due due={due} />}
      <p className="small quiet">{say(OWN.undue)}</p>
    </>
  )
}
