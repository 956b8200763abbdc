import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Lamp } from '../parts/basic.tsx'
import type { TargetView } from './target-view.ts'

const WORDS = {
  indicator: { zh: '指标', en: 'Indicator' },
  when: { zh: '目标期', en: 'For' },
  target: { zh: '目标', en: 'Target' },
  latest: { zh: '最新数据', en: 'Latest value' },
  status: { zh: '状态', en: 'Status' },
  related: { zh: '相近口径', en: 'Related' },
  none: { zh: '没有公开数据', en: 'no public data' },
} as const

/** The latest value, its period where that is not that of the row, and related values of other scopes. */
export const Value = ({ row, dated }: { readonly row: TargetView; readonly dated: boolean }) => {
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

export const Status = ({ row }: { readonly row: TargetView }) => {
  const { say } = useSay()
  return (
    <>
      <Lamp category={row.lamp}>{say(row.verdict)}</Lamp>
      {(row.now || row.pending) && row.caveat && <div className="small quiet">{say(row.caveat)}</div>}
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
