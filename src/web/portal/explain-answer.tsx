/** One explained line of a run: what it says, whether it holds, its clauses with the reasons beside them, the computation. */
import { fill } from '../../core/messages.ts'
import type { RowExplanation } from '../../modules/measure/index.ts'
import { useSay } from '../language.ts'
import { Money } from '../parts/basic.tsx'
import { Answers } from './answers.tsx'
import type { Clause, Line } from './explain-view.ts'
import { WORDS } from './explain-words.ts'
import { Steps } from './measure-calculator.tsx'

const MARK = { true: 'yes', false: 'no', null: 'open' } as const

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { say, marks } = useSay()
  return (
    <ul className="answers">
      {lines.map(({ text, holds, missing }) => (
        <li key={text.zh} className={MARK[String(holds) as keyof typeof MARK]}>
          {say(text)}
          {missing.length > 0 && (
            <span className="quiet">
              {marks.open}
              {say(WORDS.missing)} {missing.map(say).join(marks.comma)}
              {marks.close}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const ClauseRow = ({ clause }: { readonly clause: Clause }) => {
  const { say } = useSay()
  const { said, found } = clause
  return (
    <section className="pair" id={clause.anchor} aria-labelledby={`${clause.anchor}-title`}>
      <h3 id={`${clause.anchor}-title`}>{say(clause.heading)}</h3>
      <blockquote className="clause">{say(clause.clause)}</blockquote>
      <div className="computed">
        {said.length > 0 && <h4>{say(WORDS.said)}</h4>}
        {said.length > 0 && <Lines lines={said} />}
        {found.length > 0 && <h4>{say(WORDS.found)}</h4>}
        {found.length > 0 && <Lines lines={found} />}
      </div>
    </section>
  )
}

const PART = { status: WORDS.status, award: WORDS.award, mask: WORDS.mask } as const

const Differences = ({ of }: { readonly of: RowExplanation['verified']['differences'] }) => {
  const { say, language } = useSay()
  const shown = (part: keyof typeof PART, value: string) =>
    value === '' ? '—' : part === 'award' ? <Money yuan={value} language={language} /> : <code>{value}</code>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.part)}</th>
          <th scope="col">{say(WORDS.stated)}</th>
          <th scope="col">{say(WORDS.computed)}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ part, stated, found }) => (
          <tr key={part}>
            <th scope="row">{say(PART[part])}</th>
            <td>{shown(part, stated)}</td>
            <td>{shown(part, found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const TONE = { true: 'note holds', false: 'note differs', null: 'note' } as const

export const ExplainAnswer = ({ explanation, clauses }: { readonly explanation: RowExplanation; readonly clauses: readonly Clause[] }) => {
  const { say, to } = useSay()
  const { row, title, on, says, result, steps, verified } = explanation
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">
        <a href={to(`/measures/${row.measure}`)}>{say(title)}</a>
      </h2>
      <p className="quiet">{fill(say(WORDS.onDay), { enterprise: row.enterprise, on })}</p>
      <p className="verdict">{say(says)}</p>
      <div className={TONE[String(verified.holds) as keyof typeof TONE]}>
        <p>{say(verified.text)}</p>
        {verified.differences.length > 0 && <Differences of={verified.differences} />}
      </div>
      {clauses.length > 0 && <h3 className="why">{say(WORDS.why)}</h3>}
      {clauses.map((clause) => (
        <ClauseRow key={clause.anchor} clause={clause} />
      ))}
      {steps.length > 0 && <Steps steps={steps} />}
      {result && <Answers lines={result.explanation} without={['headline', 'condition', 'judgement', 'amount']} />}
    </section>
  )
}
