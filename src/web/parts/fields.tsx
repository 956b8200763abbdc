import type { Language, Text } from '../../core/messages.ts'

export type FieldView = {
  readonly name: string
  readonly label: Text
  readonly question: Text
  readonly type: string
  readonly unit: string | null
  readonly values: readonly Text[]
  readonly hint: string | null
  readonly value: string
  readonly problem: string | null
}

const EXAMPLES: Readonly<Record<string, string>> = { money: '2000 万元', percent: '30%', date: '2023-06-30' }

/** One fact to answer: native controls, the question as its label, what is wrong beside it. An empty answer is "not known". */
export const Field = ({ field, language }: { readonly field: FieldView; readonly language: Language }) => {
  const id = `f-${encodeURIComponent(field.name)}`
  const wrongId = field.problem ? `${id}-wrong` : undefined
  const unknown = language === 'zh' ? '还不知道' : 'not known yet'
  const wrong = field.problem && (
    <span className="wrong" id={wrongId}>
      {field.problem}
    </span>
  )
  const title = (
    <>
      {field.question[language]}{' '}
      <span className="hint">
        {language === 'zh' ? field.name : field.label.en}
        {field.hint ? ` · ${field.hint}` : ''}
      </span>
    </>
  )
  if (field.type === 'yes-no' || (field.type === 'enum' && field.values.length <= 4)) {
    const options =
      field.type === 'yes-no'
        ? [
            { zh: '是', en: 'yes' },
            { zh: '否', en: 'no' },
          ]
        : field.values
    return (
      <fieldset aria-describedby={wrongId}>
        <legend>{title}</legend>
        {wrong}
        <div className="choices">
          {options.map((option) => (
            <label key={option.zh}>
              <input type="radio" name={field.name} value={option.zh} defaultChecked={field.value === option.zh} /> {option[language]}
            </label>
          ))}
          <label>
            <input type="radio" name={field.name} value="" defaultChecked={field.value === ''} /> <span className="quiet">{unknown}</span>
          </label>
        </div>
      </fieldset>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {wrong}
      {field.type === 'enum' ? (
        <select
          id={id}
          name={field.name}
          defaultValue={field.value}
          aria-describedby={wrongId}
          aria-invalid={field.problem ? true : undefined}
        >
          <option value="">{unknown}</option>
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
          aria-describedby={wrongId}
          aria-invalid={field.problem ? true : undefined}
          placeholder={EXAMPLES[field.type] ?? (field.unit ? `100 ${field.unit}` : '')}
        />
      )}
    </div>
  )
}

export const ErrorSummary = ({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly { readonly name: string; readonly text: string }[]
}) =>
  problems.length === 0 ? null : (
    <div className="errors" role="alert">
      <strong>{title}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name + problem.text}>
            <a href={`#f-${encodeURIComponent(problem.name)}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
