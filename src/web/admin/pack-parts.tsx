/** What the check of a proposed pack found, and what it would change. */
import type { Diagnostic } from '../../core/diagnostic.ts'
import { fill } from '../../core/messages.ts'
import type { FileDifference } from '../../modules/edition/index.ts'
import type { ProposedMeasure } from '../../modules/measure/index.ts'
import { useSay } from '../language.ts'
import { Heads, Money, Scroll } from '../parts/basic.tsx'
import { Changes, Clauses } from '../portal/difference-parts.tsx'
import { WORDS } from './packs-words.ts'
import type { ProposalMoney } from './proposal-money.ts'

const SHOWN_FINDINGS = 200
const SHOWN_LINES = 20

export const Findings = ({ findings }: { readonly findings: readonly Diagnostic[] }) => {
  const { say } = useSay()
  if (findings.length === 0) return <p>{say(WORDS.noFindings)}</p>
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error'
  const sorted = findings.toSorted((a, b) => Number(isError(b)) - Number(isError(a)))
  const errors = findings.filter(isError).length
  return (
    <>
      <p>{fill(say(WORDS.errors), { errors, warnings: findings.length - errors })}</p>
      <Scroll label={say(WORDS.findings)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.findings)}</caption>
          <Heads names={[WORDS.place, WORDS.severity, WORDS.says].map(say)} />
          <tbody>
            {sorted.slice(0, SHOWN_FINDINGS).map(({ code, severity, place, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be the same, and the list never moves
              <tr key={index}>
                <th scope="row">
                  {`${place.file}:${place.line}:${place.column}`}
                  <div className="small quiet">
                    <code>{code}</code>
                  </div>
                </th>
                <td data-head={say(WORDS.severity)}>{say(WORDS[severity])}</td>
                <td data-head={say(WORDS.says)}>{say(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {findings.length > SHOWN_FINDINGS && <p>{fill(say(WORDS.more), { count: findings.length - SHOWN_FINDINGS })}</p>}
    </>
  )
}

export const MeasureDifferences = ({ measures }: { readonly measures: readonly ProposedMeasure[] | null }) => {
  const { say } = useSay()
  if (measures === null) return <p>{say(WORDS.unread)}</p>
  if (measures.length === 0) return <p>{say(WORDS.noMeasures)}</p>
  return measures.map(({ id, title, change, clauses, changes }) => (
    <details key={id} open={measures.length === 1}>
      <summary>
        {say(title)} · {say(WORDS[change])}
      </summary>
      {change === 'changed' && (
        <>
          <Clauses clauses={clauses} />
          {changes.some(({ kind }) => kind !== 'parameter') && (
            <Changes changes={changes.filter(({ kind }) => kind !== 'parameter')} first="part" />
          )}
          {changes.some(({ kind }) => kind === 'parameter') && (
            <Changes changes={changes.filter(({ kind }) => kind === 'parameter')} first="period" />
          )}
        </>
      )}
    </details>
  ))
}

export const MoneyDifference = ({ money: { state, on, about, sides, measures } }: { readonly money: ProposalMoney }) => {
  const { say, language } = useSay()
  if (sides === null) return <p>{say(state === 'preparing' ? WORDS.preparing : WORDS.moneyNone)}</p>
  return (
    <>
      <table className="rows">
        <caption>{fill(say(WORDS.moneyOn), { on })}</caption>
        <Heads names={[WORDS.pack, WORDS.recipients, WORDS.cost].map(say)} />
        <tbody>
          {(['before', 'after'] as const).map((side) => (
            <tr key={side}>
              <th scope="row">{say(WORDS[side])}</th>
              <td data-head={say(WORDS.recipients)}>{sides[side].recipients}</td>
              <td data-head={say(WORDS.cost)}>
                <Money yuan={sides[side].yuan} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {measures.length > 0 && (
        <table className="rows">
          <caption className="unseen">{say(WORDS.measures)}</caption>
          <Heads names={[WORDS.measure, WORDS.before, WORDS.after].map(say)} />
          <tbody>
            {measures.map(({ title, before, after }) => (
              <tr key={title.zh}>
                <th scope="row">{say(title)}</th>
                <td data-head={say(WORDS.before)}>
                  <Money yuan={before} language={language} />
                </td>
                <td data-head={say(WORDS.after)}>
                  <Money yuan={after} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {about.map((text) => (
        <p key={text.zh} className="small quiet">
          {say(text)}
        </p>
      ))}
    </>
  )
}

const Lines = ({ lines, tag: Tag }: { readonly lines: readonly string[]; readonly tag: 'del' | 'ins' }) => {
  const { say } = useSay()
  return (
    <>
      {lines.slice(0, SHOWN_LINES).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and the list never moves
        <div key={index}>
          <Tag>{line.slice(0, 500)}</Tag>
        </div>
      ))}
      {lines.length > SHOWN_LINES && <p className="quiet">{fill(say(WORDS.more), { count: lines.length - SHOWN_LINES })}</p>}
    </>
  )
}

export const FileDifferences = ({ files }: { readonly files: readonly FileDifference[] }) => {
  const { say } = useSay()
  if (files.length === 0) return <p>{say(WORDS.noFiles)}</p>
  return files.map(({ path, change, removed, added }) => (
    <details key={path}>
      <summary>
        <code>{path}</code> · {say(WORDS[change])} · −{removed.length} +{added.length}
      </summary>
      <Lines lines={removed} tag="del" />
      <Lines lines={added} tag="ins" />
    </details>
  ))
}
