/** What two texts of a measure say differently, for every page that compares them. */
import type { MeasureDifference } from '../../modules/measure/index.ts'
import { useSay } from '../language.ts'
import { WORDS } from './version-words.ts'

type Change = MeasureDifference['changes'][number]

/** Struck through what went, underlined what came. */
export const Clauses = ({ clauses }: { readonly clauses: MeasureDifference['clauses'] }) => {
  const { say, language } = useSay()
  if (clauses.length === 0) return <p className="quiet">{say(WORDS.sameClauses)}</p>
  return (
    <>
      <p className="quiet">{say(WORDS.clausesNote)}</p>
      {clauses.map(({ anchor, heading, ...pieces }) => {
        let at = 0
        return (
          <div key={anchor}>
            <h3>{say(heading)}</h3>
            <blockquote className="clause">
              {pieces[language].map(({ kind, text }) => {
                at++
                if (kind === 'removed') return <del key={at}>{text}</del>
                return kind === 'added' ? <ins key={at}>{text}</ins> : text
              })}
            </blockquote>
          </div>
        )
      })}
    </>
  )
}

/** Before and after beside each other; what is there once only says so. */
export const Changes = ({ changes, first }: { readonly changes: readonly Change[]; readonly first: 'part' | 'period' }) => {
  const { say } = useSay()
  const { absent, moved } = WORDS
  const side = (change: Change, which: 'before' | 'after') => {
    const text = change[which]
    if (text === null) return <span className="quiet">{say(absent)}</span>
    if (change.change === 'moved') return `${say(text)} ${say(moved)}`
    return which === 'before' ? <del>{say(text)}</del> : <ins>{say(text)}</ins>
  }
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{say(first === 'part' ? WORDS.part : WORDS.parameter)}</th>
          {first === 'period' && <th scope="col">{say(WORDS.period)}</th>}
          <th scope="col">{say(WORDS.from)}</th>
          <th scope="col">{say(WORDS.to)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.kind} ${change.name} ${change.period?.from} ${change.before?.zh} ${change.after?.zh}`}>
            <th scope="row">{say(change.part)}</th>
            {change.period && (
              <td data-head={say(WORDS.period)}>
                {(change.period.from ?? change.period.to) ? `${change.period.from ?? ''} – ${change.period.to ?? ''}` : say(WORDS.always)}
              </td>
            )}
            <td data-head={say(WORDS.from)}>{side(change, 'before')}</td>
            <td data-head={say(WORDS.to)}>{side(change, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
