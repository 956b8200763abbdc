import {
  type ActionFunctionArgs,
  data as answer,
  type LinksFunction,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import type { Text } from '../../core/messages.ts'
import { currentPack, explainRow, type RowExplanation } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { ErrorSummary, Field, fieldId } from '../parts/fields.tsx'
import css from './explain.css?url'
import { ExplainAnswer } from './explain-answer.tsx'
import { type Asked, askedIn, type Clause, clausesOf, inputOf } from './explain-view.ts'
import { STATUS, WORDS } from './explain-words.ts'
import formCss from './form.css?url'
import measureCss from './measure.css?url'

export const links: LinksFunction = () => [formCss, measureCss, css].map((href) => ({ rel: 'stylesheet', href }))

/** The longest text of facts that is pasted, in characters. */
const LONGEST = 50_000

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const computable = [...pack.measures.values()].filter(({ grade }) => grade !== 'text')
    return {
      measures: computable.map(({ id, title, titleEnglish }) => ({ id, title: { zh: title, en: titleEnglish ?? title } })),
      example: `E1,${computable[0]?.id ?? 'measure'},undetermined,,1`,
    }
  })

type Reply = Omit<Asked, 'facts' | 'row'> & { readonly explanation: RowExplanation | null; readonly clauses: readonly Clause[] }

/** Line and facts come in the body of a form, the explanation goes back with the page; nothing is kept. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const asked = askedIn(await fieldsOf(request, LONGEST), pack, languageOfPath(new URL(request.url).pathname))
    const { typed, fields, problems } = asked
    const explanation = problems.length > 0 ? null : await app.perform(who, explainRow, inputOf(asked))
    const reply: Reply = { typed, fields, problems, explanation, clauses: explanation ? clausesOf(explanation, pack) : [] }
    return answer(reply, { status: problems.length > 0 ? 400 : 200 })
  })

type InputProps = {
  readonly name: keyof Asked['typed']
  readonly label: Text
  readonly hint?: string
  readonly children: (marks: { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => React.ReactNode
  readonly problems: Asked['problems']
}

/** A field of the line with its label, hint and what is wrong with it. */
const Input = ({ name, label, hint, children, problems }: InputProps) => {
  const { say } = useSay()
  const id = fieldId(name)
  const wrong = problems.find((each) => each.name === name)
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={wrong ? 'field has-problem' : 'field'}>
      <label htmlFor={id}>{say(label)}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong.text}
        </span>
      )}
      {children({ id, name, ...(described ? { 'aria-describedby': described } : {}), ...(wrong ? { 'aria-invalid': true } : {}) })}
    </div>
  )
}

type FormProps = {
  readonly reply: Reply | undefined
  readonly measures: readonly { readonly id: string; readonly title: Text }[]
  readonly example: string
}

const Form = ({ reply, measures, example }: FormProps) => {
  const { say, to, language } = useSay()
  const { typed, fields = [], problems = [] } = reply ?? {}
  const plain = { autoComplete: 'off', spellCheck: false } as const
  return (
    <form method="post" action={`${to('/explain')}#answer`} noValidate className="explain">
      <h2>{say(WORDS.line)}</h2>
      <Input name="row" label={WORDS.row} hint={`enterprise,measure,status,fen,mask · ${example}`} problems={problems}>
        {(marks) => <textarea {...marks} {...plain} rows={2} maxLength={500} defaultValue={typed?.row} />}
      </Input>
      <details open={typed !== undefined && typed.row === ''}>
        <summary>{say(WORDS.instead)}</summary>
        <Input name="measure" label={WORDS.measure} problems={problems}>
          {(marks) => (
            <select {...marks} defaultValue={typed?.measure}>
              <option value="">{say(WORDS.choose)}</option>
              {measures.map(({ id, title }) => (
                <option key={id} value={id}>
                  {say(title)}
                </option>
              ))}
            </select>
          )}
        </Input>
        <Input name="status" label={WORDS.status} problems={problems}>
          {(marks) => (
            <select {...marks} defaultValue={typed?.status || 'undetermined'}>
              {Object.entries(STATUS).map(([status, words]) => (
                <option key={status} value={status}>
                  {say(words)}
                </option>
              ))}
            </select>
          )}
        </Input>
        <Input name="fen" label={WORDS.fen} problems={problems}>
          {(marks) => <input {...marks} {...plain} type="text" inputMode="numeric" maxLength={16} defaultValue={typed?.fen} />}
        </Input>
        <Input name="mask" label={WORDS.mask} problems={problems}>
          {(marks) => <input {...marks} {...plain} type="text" inputMode="numeric" maxLength={10} defaultValue={typed?.mask} />}
        </Input>
      </details>
      <Input name="on" label={WORDS.on} problems={problems}>
        {(marks) => <input {...marks} type="date" defaultValue={typed?.on} />}
      </Input>
      <h2>{say(WORDS.facts)}</h2>
      <Input name="pasted" label={WORDS.pasted} hint={say(WORDS.pastedHint)} problems={problems}>
        {(marks) => <textarea {...marks} {...plain} rows={4} maxLength={LONGEST} defaultValue={typed?.pasted} />}
      </Input>
      {fields.map((field) => (
        <Field key={field.name} field={field} language={language} />
      ))}
      <button type="submit">{say(WORDS.explain)}</button>
    </form>
  )
}

export default function Explain() {
  const { measures, example } = useLoaderData<typeof loader>()
  const reply: Reply | undefined = useActionData<typeof action>()
  const { say } = useSay()
  const wrong = reply?.problems.length ?? 0
  return (
    <>
      <title>{`${wrong > 0 ? `(${wrong}) ` : ''}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.lead)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <p className="quiet">{say(WORDS.private)}</p>
      <ErrorSummary title={say(WORDS.wrong)} problems={reply?.problems ?? []} />
      {reply?.explanation && <ExplainAnswer explanation={reply.explanation} clauses={reply.clauses} />}
      <Form reply={reply} measures={measures} example={example} />
    </>
  )
}
