/** One measure's calculator: questions on one side, the answer with its steps on the other. */
import { fill, type Text } from '../../core/messages.ts'
import type { AmountStep, Result, Way } from '../../modules/measure/browser.ts'
import { useSay } from '../language.ts'
import { ErrorSummary, Field, type FieldView, fieldId, type ProblemView } from '../parts/fields.tsx'
import { Answers } from './answers.tsx'
import { Ways } from './check-ways.tsx'

export type Calculation = {
  readonly fields: readonly FieldView[]
  readonly on: string
  /** The day of knowledge; empty: the same day. */
  readonly known: string
  readonly result: Result | null
  readonly steps: readonly AmountStep[]
  /** What would make it possible, where it is refused. */
  readonly ways: readonly Way[]
  readonly problems: readonly ProblemView[]
}

const WORDS = {
  calculator: { zh: '算一算', en: 'Calculate' },
  compute: { zh: '计算', en: 'Compute' },
  on: { zh: '按哪一天计算', en: 'On which day' },
  known: { zh: '规定的公布截至（空着：同一天）', en: 'By the law as known on (empty: the same day)' },
  computedOn: { zh: '按 {on} 计算，依据 {known} 已公布的规定。', en: 'Computed as of {on}, by the law as known on {known}.' },
  private: {
    zh: '填写的内容只用来计算这一次，不保存、不记录。不知道的可以空着。',
    en: 'What you type is used for this one answer; it is neither kept nor logged. Leave empty what you do not know.',
  },
  here: {
    zh: '规则已经在您的浏览器里运行：填写的内容不离开这台电脑。不知道的可以空着。',
    en: 'The rule now runs in your browser: what you type does not leave this computer. Leave empty what you do not know.',
  },
  wrong: { zh: '有几处需要改正：', en: 'Please correct:' },
  result: { zh: '结果', en: 'Result' },
  waiting: { zh: '填写后，结果和每一步计算显示在这里。', en: 'The result and each step of the computation will stand here.' },
  conditions: { zh: '条件', en: 'Conditions' },
  steps: { zh: '金额怎么来的', en: 'How the amount came about' },
  step: { zh: '步骤', en: 'Step' },
  value: { zh: '值', en: 'Value' },
  from: { zh: '来自', en: 'From' },
  clause: { zh: '条款', en: 'clause' },
} as const

const FROM: Readonly<Record<AmountStep['kind'], { zh: string; en: string }>> = {
  fact: { zh: '您填写', en: 'you' },
  parameter: { zh: '参数', en: 'parameter' },
  named: { zh: '规则', en: 'rule' },
  computed: { zh: '计算', en: 'computed' },
  rounded: { zh: '舍入', en: 'rounding' },
}

export const Steps = ({ steps }: { readonly steps: readonly AmountStep[] }) => {
  const { say } = useSay()
  return (
    <table className="steps">
      <caption>{say(WORDS.steps)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.step)}</th>
          <th scope="col" className="n">
            {say(WORDS.value)}
          </th>
          <th scope="col">{say(WORDS.from)}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.kind + step.label.zh} className={step.kind}>
            <td>{say(step.label)}</td>
            <td className="n">{say(step.value)}</td>
            <td className="small quiet">
              {say(FROM[step.kind])}
              {step.anchor && (
                <>
                  {' '}
                  <a href={`#${step.anchor}`}>{say(WORDS.clause)}</a>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const DayField = ({
  name,
  label,
  value,
  problems,
}: {
  readonly name: 'on' | 'known'
  readonly label: Text
  readonly value: string
  readonly problems: readonly ProblemView[]
}) => {
  const { say } = useSay()
  const id = fieldId(name)
  const wrong = problems.find((each) => each.name === name)
  return (
    <div className={wrong ? 'field has-problem' : 'field'}>
      <label htmlFor={id}>{say(label)}</label>
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong.text}
        </span>
      )}
      <input
        type="date"
        id={id}
        name={name}
        defaultValue={value}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {})}
      />
    </div>
  )
}

export const Calculator = ({
  calculation,
  computed,
  note,
  action,
  isAlive = false,
}: {
  readonly calculation: Calculation
  readonly computed: boolean
  readonly note: string | null
  readonly action: string
  /** The rule runs in the reader's browser, and every answer counts at once. */
  readonly isAlive?: boolean
}) => {
  const { say, language } = useSay()
  const { fields, on, known, result, steps, ways, problems } = calculation
  return (
    <section aria-labelledby="calculator">
      <h2 id="calculator">{say(WORDS.calculator)}</h2>
      {note && <p className="note">{note}</p>}
      <p className="quiet">{say(isAlive ? WORDS.here : WORDS.private)}</p>
      <div className="calculator">
        <section className="answer" id="result" aria-labelledby="result-title">
          <h3 id="result-title">{say(WORDS.result)}</h3>
          {!computed && <p className="quiet">{say(WORDS.waiting)}</p>}
          <ErrorSummary title={say(WORDS.wrong)} problems={problems} />
          {result && (
            <>
              <p className={result.amount === null ? 'verdict' : 'verdict amount'}>
                {result.explanation[0] && say(result.explanation[0].text)}
              </p>
              <p className="small quiet">{fill(say(WORDS.computedOn), { on, known: known || on })}</p>
              <Answers lines={result.explanation} without={['headline', 'amount']} />
              <Ways ways={ways} page="" />
              {steps.length > 0 && <Steps steps={steps} />}
            </>
          )}
        </section>
        <form method="post" action={action} noValidate>
          {fields.map((field) => (
            <Field key={field.name} field={field} language={language} />
          ))}
          <DayField name="on" label={WORDS.on} value={on} problems={problems} />
          <DayField name="known" label={WORDS.known} value={known} problems={problems} />
          {!isAlive && <button type="submit">{say(WORDS.compute)}</button>}
        </form>
      </div>
    </section>
  )
}
