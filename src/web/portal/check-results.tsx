/** The measures of a check in the groups a reader asks for, each leading to its clause. */
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Money } from '../parts/basic.tsx'
import { Answers } from './answers.tsx'
import type { CheckView, Row } from './check-view.ts'
import { Ways } from './check-ways.tsx'
import { WORDS } from './check-words.ts'

type Kind = keyof CheckView['groups']

const TITLES: Readonly<Record<Kind, Text>> = {
  entitled: WORDS.entitled,
  unverified: WORDS.unverifiedGroup,
  decides: WORDS.decides,
  possible: WORDS.if,
  not: WORDS.not,
}
export const KINDS = Object.keys(TITLES) as readonly Kind[]
export const groupTitle = (kind: Kind): Text => TITLES[kind]

/** What each group says first: what is missing, why not, or who decides. */
const Reason = ({ row, kind }: { readonly row: Row; readonly kind: Kind }) => {
  const { say, to, language } = useSay()
  if (kind === 'possible')
    return (
      <p>
        <span className="quiet">{say(WORDS.missing)}</span> {row.missing.map(say).join(language === 'zh' ? '、' : ', ')}
      </p>
    )
  if (kind === 'not')
    return (
      <ul className="answers">
        {row.failed.map((failed) => (
          <li key={failed.node} className="no">
            {failed.why ? say(failed.why.text) : ''}
            {failed.why?.distance && <strong className="distance"> {say(failed.why.distance)}</strong>}{' '}
            <a className="small" href={`${to(`/measures/${row.measure}`)}#${failed.anchor}`}>
              {say(WORDS.clause)}
            </a>
          </li>
        ))}
      </ul>
    )
  const kinds = kind === 'decides' ? ['judgement', 'gap', 'caution'] : ['amount', 'relation', 'caution']
  return <Answers lines={row.lines.filter((line) => kinds.includes(line.kind))} />
}

const Result = ({ row, kind }: { readonly row: Row; readonly kind: Kind }) => {
  const { say, to, language } = useSay()
  const amount = kind === 'not' ? null : (row.award ?? row.atMost)
  return (
    <article className="outcome" id={row.measure}>
      <h4>
        <a href={to(`/measures/${row.measure}`)}>{say(row.title)}</a>
      </h4>
      {amount !== null && (
        <p className="amount">
          {row.award === null && <span className="quiet">{say(WORDS.atMost)} </span>}
          <Money yuan={amount} language={language} />
        </p>
      )}
      <p className="where quiet">
        {[row.level && say(row.level), row.document && say(row.document)].filter(Boolean).join(' · ')}{' '}
        <span lang="zh-CN">{row.clause}</span>
      </p>
      <Reason row={row} kind={kind} />
      {kind === 'not' && <Ways ways={row.ways} page={to(`/measures/${row.measure}`)} />}
      <details>
        <summary>{say(WORDS.reasons)}</summary>
        <Answers lines={row.lines} />
      </details>
    </article>
  )
}

export const CheckResults = ({ groups }: { readonly groups: CheckView['groups'] }) => {
  const { say } = useSay()
  return (
    <section className="outcomes" aria-labelledby="results">
      <h2 id="results">{say(WORDS.results)}</h2>
      {KINDS.map((kind) => {
        const rows = groups[kind]
        return (
          <details key={kind} id={`g-${kind}`} open={rows.length > 0 && (kind === 'entitled' || rows.length <= 4)}>
            <summary>
              <h3>
                {say(groupTitle(kind))} <span className="count">{rows.length}</span>
              </h3>
            </summary>
            {rows.length === 0 ? <p>{say(WORDS.none)}</p> : rows.map((row) => <Result key={row.measure} row={row} kind={kind} />)}
          </details>
        )
      })}
    </section>
  )
}
