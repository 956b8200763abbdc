/** What the pages of readings share: the columns of their lists, what a cell says, and what is due. */
import type { Language } from '../../core/messages.ts'
import type { Due, ReadingVersion } from '../../modules/plan/index.ts'
import { measured, periodCode, precisionText, statusText } from '../../modules/plan/index.ts'
import { useSay } from '../language.ts'
import { Heads, Lamp } from '../parts/basic.tsx'
import type { ListColumnView } from '../parts/list.tsx'
import { stateText } from './readings-words.ts'

export type NamedIndicator = { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }

const STATES = Object.entries(stateText).map(([value, text]) => ({ value, text }))

/** The columns of a list of readings; `indicators` are the choices of the first filter. */
export const readingColumns = (indicators: readonly NamedIndicator[], list: 'waiting' | 'own'): readonly ListColumnView[] => [
  {
    name: 'indicator',
    label: { zh: '指标', en: 'Indicator' },
    filter: 'choice',
    choices: indicators.map(({ id, name }) => ({ value: id, text: name })),
  },
  { name: 'period', label: { zh: '时期', en: 'Period' }, filter: 'text' },
  { name: 'value', label: { zh: '数值', en: 'Value' }, sortable: false },
  { name: 'series', label: { zh: '口径', en: 'Scope' }, filter: 'text' },
  { name: 'source', label: { zh: '来源', en: 'Source' }, filter: 'text' },
  ...(list === 'own'
    ? [{ name: 'state', label: { zh: '状态', en: 'State' }, filter: 'choice' as const, choices: STATES }]
    : [{ name: 'post', label: { zh: '报送岗位', en: 'Entered by' }, filter: 'text' as const }]),
  { name: 'entered', label: { zh: '报送日期', en: 'Entered on' }, filter: 'range' },
  { name: 'submission', label: { zh: '同一次报送', en: 'Entered together' }, filter: 'text', folded: true },
]

const WORDS = {
  replaces: { zh: '更正 {value}：', en: 'Corrects {value}: ' },
  scope: { zh: '新口径：', en: 'New scope: ' },
  due: { zh: '到期未报', en: 'Due' },
  late: { zh: '逾期', en: 'late' },
  soon: { zh: '到期', en: 'due' },
  dueOn: { zh: '期限', en: 'Due on' },
  state: { zh: '状态', en: 'State' },
  indicator: { zh: '指标', en: 'Indicator' },
  period: { zh: '时期', en: 'Period' },
  none: { zh: '没有。', en: 'None.' },
  undue: {
    zh: '期限由数据包给出；没有期限的指标不列在这里。',
    en: 'Deadlines are given by the pack; indicators without one are not listed.',
  },
} as const

export const nameOf = (each: ReadingVersion, say: (text: NamedIndicator['name']) => string): string =>
  each.declaration ? say(each.declaration.name) : each.indicator

/** A value as it was entered; of a computed rate no more digits than are read. */
export const shownValue = (value: string, { declaration, unit }: ReadingVersion, language: Language): string =>
  declaration ? measured(value, declaration, language) : `${value} ${unit}`

const Value = ({ each }: { readonly each: ReadingVersion }) => {
  const { say, language } = useSay()
  return (
    <>
      {each.precision !== 'exact' && `${say(precisionText[each.precision])} `}
      {shownValue(each.value, each, language)}
      {each.status === 'provisional' && <div className="small quiet">{say(statusText.provisional)}</div>}
      {each.replaces && (
        <div className="small">
          {say(WORDS.replaces).replace('{value}', shownValue(each.replaces.value, each, language))}
          <span lang="zh-CN">{each.replaces.reason}</span>
        </div>
      )}
    </>
  )
}

/** What a cell of a list says; undefined: its text. */
export const ReadingCell = ({ each, column }: { readonly each: ReadingVersion; readonly column: string }) => {
  const { say, to, language } = useSay()
  switch (column) {
    case 'indicator':
      return <a href={to(`/plan/${each.indicator}`)}>{nameOf(each, say)}</a>
    case 'period':
      return periodCode(each.period, language)
    case 'value':
      return <Value each={each} />
    case 'series':
      return (
        <span lang="zh-CN">
          {each.series}
          {each.scope && <small>{` ${say(WORDS.scope)}${each.scope}`}</small>}
        </span>
      )
    case 'source':
      if (each.computation !== null)
        return (
          <a href={to(`/board/computations/${each.computation}`)} lang="zh-CN">
            {each.source.title}
          </a>
        )
      return each.source.address ? (
        <a href={each.source.address} rel="nofollow noreferrer" lang="zh-CN">
          {each.source.title}
        </a>
      ) : (
        <span lang="zh-CN">{each.source.title}</span>
      )
    case 'post':
      return `${each.entered.who} · ${say(each.entered.post)}`
    case 'entered':
      return each.entered.on
    default:
      return each.submission.slice(-12)
  }
}

/** What is due or late; each line leads to the form that enters it. */
export const DueReadings = ({ due }: { readonly due: readonly Due[] }) => {
  const { say, to, language } = useSay()
  return (
    <section aria-label={say(WORDS.due)}>
      <h2>
        {say(WORDS.due)} <span className="count">{due.length}</span>
      </h2>
      {due.length === 0 ? (
        <p className="quiet">{say(WORDS.none)}</p>
      ) : (
        <table className="rows">
          <caption className="unseen">{say(WORDS.due)}</caption>
          <Heads names={[WORDS.indicator, WORDS.period, WORDS.dueOn, WORDS.state].map(say)} />
          <tbody>
            {due.map(({ indicator, period, dueOn, late }) => (
              <tr key={`${indicator.id} ${period}`}>
                <th scope="row">
                  <a href={to(`/board/readings/new?indicator=${indicator.id}&period=${period}`)}>{say(indicator.name)}</a>
                </th>
                <td data-head={say(WORDS.period)} className="date">
                  {periodCode(period, language)}
                </td>
                <td data-head={say(WORDS.dueOn)} className="date">
                  {dueOn}
                </td>
                <td data-head={say(WORDS.state)}>
                  <Lamp category={late ? 'missed' : 'accelerate'}>{say(late ? WORDS.late : WORDS.soon)}</Lamp>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small quiet">{say(WORDS.undue)}</p>
    </section>
  )
}
