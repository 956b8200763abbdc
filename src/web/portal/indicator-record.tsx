import { fill } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Heads, Lamp, Scroll } from '../parts/basic.tsx'
import type { RecordView } from './indicator-record-view.ts'

const WORDS = {
  history: { zh: '历次评估', en: 'How it was assessed' },
  meaning: {
    zh: '输入一变就重新评估并留存；每条都可按其方法和输入重算。',
    en: 'Assessed again and kept whenever what goes in is another; each can be judged again by its method from its input.',
  },
  on: { zh: '自', en: 'From' },
  target: { zh: '目标', en: 'Target' },
  status: { zh: '状态', en: 'Status' },
  before: { zh: '此前：{category}', en: 'before: {category}' },
  redefined: {
    zh: '目标提出以后，这项指标的定义改过（{on}）。当时的定义：{before} 现在的定义见本页末尾；两者的数未必可比。',
    en: 'Since the target was set this indicator was defined anew ({on}). Its definition then: {before} The one of today stands at the end of this page; values by the two need not compare.',
  },
  defined: { zh: '定义改了，此前为：{before}', en: 'defined anew; before: {before}' },
  ratio: { zh: '实际步伐 ÷ 所需步伐', en: 'Pace so far ÷ pace needed' },
  method: { zh: '方法与输入', en: 'Method and input' },
  all: { zh: '全部输入（JSON）', en: 'Everything that went in (JSON)' },
  earlier: { zh: '更早的 {count} 次', en: '{count} earlier ones' },
  backTest: {
    zh: '往回检验：从第四个数起，每个数都由它之前的数预测一步，共 {forecasts} 次；落在 50% 区间内 {in50} 次，80% 区间内 {in80} 次。',
    en: 'Back-test: from the fourth value on each was foretold one step ahead from those before it, {forecasts} times; {in50} lay within the 50% interval, {in80} within the 80% interval.',
  },
} as const

/** How often the forecasts of the series would have been right. */
export const BackTestLine = ({ backTest }: { readonly backTest: RecordView['backTest'] }) => {
  const { say } = useSay()
  return backTest === null ? null : <p className="small quiet">{fill(say(WORDS.backTest), backTest)}</p>
}

/** A target is never met by a definition that changed without a word. */
export const Redefined = ({ redefined }: { readonly redefined: RecordView['redefined'] }) => {
  const { say } = useSay()
  return redefined === null ? null : (
    <p className="note warn">{fill(say(WORDS.redefined), { on: redefined.on, before: say(redefined.before) })}</p>
  )
}

const Lines = ({ lines, label }: { readonly lines: RecordView['lines']; readonly label: string }) => {
  const { say } = useSay()
  return (
    <Scroll label={label}>
      <table className="rows">
        <caption className="unseen">{label}</caption>
        <Heads names={[WORDS.on, WORDS.target, WORDS.status, WORDS.ratio, WORDS.method].map(say)} />
        <tbody>
          {lines.map((each) => (
            <tr key={each.id} id={`assessment-${each.id}`}>
              <th scope="row" className="date">
                {each.on}
              </th>
              <td data-head={say(WORDS.target)}>{say(each.promise)}</td>
              <td data-head={say(WORDS.status)}>
                <Lamp category={each.category}>{say(each.verdict)}</Lamp>
                {each.definedBefore && <div className="small">{fill(say(WORDS.defined), { before: say(each.definedBefore) })}</div>}
                {each.from && <div className="small quiet">{fill(say(WORDS.before), { category: say(each.from) })}</div>}
              </td>
              <td data-head={say(WORDS.ratio)}>{each.ratio ?? '—'}</td>
              <td className="small" data-head={say(WORDS.method)}>
                {each.method} <code>{each.hash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** About a year of what is read every month. */
const LATEST = 12

export const AssessmentHistory = ({ lines, indicator }: { readonly lines: RecordView['lines']; readonly indicator: string }) => {
  const { say } = useSay()
  if (lines.length === 0) return null
  const [latest, earlier] = [lines.slice(0, LATEST), lines.slice(LATEST)]
  const earlierName = fill(say(WORDS.earlier), { count: earlier.length })
  return (
    <>
      <h2>{say(WORDS.history)}</h2>
      <p className="small quiet">
        {say(WORDS.meaning)} <a href={`/api/v1/indicators/${indicator}/assessments`}>{say(WORDS.all)}</a>
      </p>
      <Lines lines={latest} label={say(WORDS.history)} />
      {earlier.length > 0 && (
        <details>
          <summary>{earlierName}</summary>
          <Lines lines={earlier} label={earlierName} />
        </details>
      )}
    </>
  )
}
