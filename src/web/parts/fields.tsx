/** Questions as native controls. They take values and know nothing of modules. */
import type { Language, Text } from '../../core/messages.ts'

export type FieldView = {
  readonly name: string
  readonly label: Text
  readonly question: Text
  readonly type: string
  readonly unit: Text | null
  readonly values: readonly Text[]
  /** What a reader should know beside the question: what it decides, which register gave the answer. */
  readonly hint: Text | null
  readonly value: string
  readonly problem: string | null
}

const UNKNOWN: Text = { zh: '还不知道', en: 'not known yet' }
const YES_NO: readonly Text[] = [
  { zh: '是', en: 'yes' },
  { zh: '否', en: 'no' },
]
const EXAMPLES: Readonly<Record<string, Text>> = {
  money: { zh: '如 2000 万元、350000 元', en: 'such as 2000 万元 (20 million) or 350000 元' },
  percent: { zh: '如 30%', en: 'such as 30%' },
  date: { zh: '如 2023-06-30', en: 'such as 2023-06-30' },
}

const exampleOf = ({ type, unit }: FieldView): Text | null =>
  EXAMPLES[type] ??
  (type === 'text' ? null : { zh: unit ? `单位：${unit.zh}` : '写数字', en: unit && unit.en !== '' ? `in ${unit.en}` : 'a number' })

/** The id of a field's first control: where the summary of errors leads to. */
export const fieldId = (name: string): string => `f-${encodeURIComponent(name)}`

const few = ({ type, values }: FieldView): boolean => type === 'yes-no' || (type === 'enum' && values.length <= 5)

/** One fact to answer: the question above, what is wrong below it, then the control. An empty answer is "not known". */
export const Field = ({ field, language }: { readonly field: FieldView; readonly language: Language }) => {
  const id = fieldId(field.name)
  const [hintId, wrongId] = [`${id}-hint`, `${id}-wrong`]
  const described = field.problem ? `${hintId} ${wrongId}` : hintId
  const invalid = field.problem ? true : undefined
  const example = few(field) || field.type === 'enum' ? null : exampleOf(field)
  const label = field.label[language]
  const notes = (
    <>
      <span className="hint" id={hintId}>
        {[label, field.hint?.[language], example?.[language]].filter(Boolean).join(' · ')}
      </span>
      {field.problem && (
        <span className="wrong" id={wrongId}>
          {field.problem}
        </span>
      )}
    </>
  )
  if (few(field)) {
    const options = [...(field.type === 'yes-no' ? YES_NO : field.values), { ...UNKNOWN, zh: '' }]
    return (
      <fieldset className={field.problem ? 'field has-problem' : 'field'} aria-describedby={described}>
        <legend>{field.question[language]}</legend>
        {notes}
        <div className="choices">
          {options.map((option, index) => (
            <label key={option.zh}>
              <input
                type="radio"
                {...(index === 0 ? { id } : {})}
                name={field.name}
                value={option.zh}
                defaultChecked={field.value === option.zh || field.value === option.en}
              />{' '}
              {option.zh === '' ? <span className="quiet">{UNKNOWN[language]}</span> : option[language]}
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  return (
    <div className={field.problem ? 'field has-problem' : 'field'}>
      <label htmlFor={id}>{field.question[language]}</label>
      {notes}
      {field.type === 'enum' ? (
        <select id={id} name={field.name} defaultValue={field.value} aria-describedby={described} aria-invalid={invalid}>
          <option value="">{UNKNOWN[language]}</option>
          {field.values.map((value) => (
            <option key={value.zh} value={value.zh}>
              {value[language]}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={field.name}
          type="text"
          defaultValue={field.value}
          autoComplete="off"
          maxLength={200}
          aria-describedby={described}
          aria-invalid={invalid}
        />
      )}
    </div>
  )
}

export type ProblemView = { readonly name: string; readonly text: string }

/** Everything that is wrong with a form, each line leading to its field. */
export const ErrorSummary = ({ title, problems }: { readonly title: string; readonly problems: readonly ProblemView[] }) =>
  problems.length === 0 ? null : (
    <div className="errors" role="alert">
      <strong>{title}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name + problem.text}>
            <a href={`#${fieldId(problem.name)}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
