/** Forms that work without a script. They take values and know nothing of modules; `../form.ts` is their other half on the server. */
import { Children, createContext, isValidElement, type ReactNode, useContext } from 'react'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

/** A form that came back: what is wrong with it as a whole, what with each field, and what was typed. */
export type Returned = {
  readonly form: string
  readonly code: string
  readonly text: Text
  readonly problems: readonly { readonly field: string; readonly message: Text }[]
  readonly typed: Readonly<Record<string, readonly string[]>>
}

const WORDS = { optional: { zh: '可不填', en: 'optional' } } as const

const Current = createContext<{ readonly name: string; readonly returned: Returned | null }>({ name: '', returned: null })

const idOf = (form: string, field: string): string => `${form}-${field}`

/** What a field of this form has to show: its id, what was typed last, what is wrong with it. */
const useField = (name: string, hint?: Text) => {
  const { name: form, returned } = useContext(Current)
  const { say } = useSay()
  const id = idOf(form, name)
  const problem = returned?.problems.find(({ field }) => field === name)?.message ?? null
  const described = [hint && `${id}-hint`, problem && `${id}-wrong`].filter(Boolean).join(' ')
  return {
    id,
    typed: returned?.typed[name] ?? null,
    problem: problem && say(problem),
    control: {
      ...(described === '' ? {} : { 'aria-describedby': described }),
      ...(problem ? { 'aria-invalid': true as const } : {}),
    },
  }
}

export type FormProps = {
  /** What the page's action knows the form by. */
  readonly name: string
  readonly returned: Returned | null | undefined
  readonly children: ReactNode
  /** Whether it has files. */
  readonly files?: boolean
  readonly label?: Text
}

/** One form of a page. When it comes back, what is wrong stands above it, each line leading to its field. */
export const Form = ({ name, returned, children, files, label }: FormProps) => {
  const { say } = useSay()
  const own = returned?.form === name ? returned : null
  return (
    <Current value={{ name, returned: own }}>
      <form
        method="post"
        noValidate
        id={name}
        {...(files ? { encType: 'multipart/form-data' } : {})}
        {...(label ? { 'aria-label': say(label) } : {})}
      >
        <input type="hidden" name="do" value={name} />
        {own && (
          <div className="errors" role="alert">
            <strong>{say(own.text)}</strong>
            {own.problems.length > 0 && (
              <ul>
                {own.problems.map(({ field, message }) => (
                  <li key={field + message.zh}>
                    <a href={`#${idOf(name, field)}`}>{say(message)}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {children}
      </form>
    </Current>
  )
}

type FieldProps = { readonly name: string; readonly label: Text; readonly hint?: Text; readonly optional?: boolean }

/** Label, hint and problem around a control. */
const Framed = ({ name, label, hint, optional, children }: FieldProps & { readonly children: ReactNode }) => {
  const { say, marks } = useSay()
  const { id, problem } = useField(name, hint)
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <label htmlFor={id}>
        {say(label)}
        {optional && <span className="hint">{`${marks.open}${say(WORDS.optional)}${marks.close}`}</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {say(hint)}
        </span>
      )}
      {problem && (
        <span className="wrong" id={`${id}-wrong`}>
          {problem}
        </span>
      )}
      {children}
    </div>
  )
}

export type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'search'
  readonly value?: string
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'email' | 'tel'
  /** What a browser offers to choose from; something else may be typed. */
  readonly offered?: readonly { readonly value: string; readonly label: Text }[]
}

export const TextField = ({ type = 'text', value, autoComplete = 'off', inputMode, offered, ...field }: TextFieldProps) => {
  const { say } = useSay()
  const { id, typed, control } = useField(field.name, field.hint)
  return (
    <Framed {...field}>
      <input
        id={id}
        name={field.name}
        type={type}
        defaultValue={typed?.[0] ?? value ?? ''}
        autoComplete={autoComplete}
        {...(inputMode ? { inputMode } : {})}
        {...(offered ? { list: `${id}-offered` } : {})}
        {...control}
      />
      {offered && (
        <datalist id={`${id}-offered`}>
          {offered.map((each) => (
            <option key={each.value} value={each.value} label={say(each.label)} />
          ))}
        </datalist>
      )}
    </Framed>
  )
}

export const TextArea = ({ value, rows = 3, ...field }: FieldProps & { readonly value?: string; readonly rows?: number }) => {
  const { id, typed, control } = useField(field.name, field.hint)
  return (
    <Framed {...field}>
      <textarea id={id} name={field.name} rows={rows} defaultValue={typed?.[0] ?? value ?? ''} {...control} />
    </Framed>
  )
}

export type Option = { readonly value: string; readonly text: Text }

export const SelectField = ({
  options,
  value,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly value?: string }) => {
  const { say } = useSay()
  const { id, typed, control } = useField(field.name, field.hint)
  return (
    <Framed {...field}>
      <select id={id} name={field.name} defaultValue={typed?.[0] ?? value ?? options[0]?.value} {...control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.text)}
          </option>
        ))}
      </select>
    </Framed>
  )
}

export const FileField = ({ accept, ...field }: FieldProps & { readonly accept: string }) => {
  const { id, control } = useField(field.name, field.hint)
  return (
    <Framed {...field}>
      <input id={id} name={field.name} type="file" accept={accept} {...control} />
    </Framed>
  )
}

/** Several boxes (`many`) or one choice. */
export const Choices = ({
  options,
  chosen = [],
  many = false,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly chosen?: readonly string[]; readonly many?: boolean }) => {
  const { say } = useSay()
  const { id, typed, problem, control } = useField(field.name, field.hint)
  const ticked = typed ?? chosen
  return (
    <fieldset className={problem ? 'field has-problem' : 'field'} {...control}>
      <legend>{say(field.label)}</legend>
      {field.hint && (
        <span className="hint" id={`${id}-hint`}>
          {say(field.hint)}
        </span>
      )}
      {problem && (
        <span className="wrong" id={`${id}-wrong`}>
          {problem}
        </span>
      )}
      <div className="choices">
        {options.map(({ value, text }, index) => (
          <label key={value}>
            <input
              {...(index === 0 ? { id } : {})}
              type={many ? 'checkbox' : 'radio'}
              name={field.name}
              value={value}
              defaultChecked={ticked.includes(value)}
            />{' '}
            {say(text)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const Submit = ({ children, second }: { readonly children: ReactNode; readonly second?: boolean }) => (
  <button type="submit" {...(second ? { className: 'second' } : {})}>
    {children}
  </button>
)

/** Whether one of the forms in here came back. */
const hasReturned = (children: ReactNode): boolean =>
  Children.toArray(children).some((child) => {
    if (!isValidElement<Partial<FormProps>>(child)) return false
    const { name, returned, children: inner } = child.props
    return (returned != null && returned.form === name) || hasReturned(inner)
  })

/** Something that cannot be taken back: it opens and asks before it shows its button; open where a form in it came back, so that nobody misses why. */
export const Confirm = ({ ask, children }: { readonly ask: ReactNode; readonly children: ReactNode }) => (
  <details className="confirm" open={hasReturned(children)}>
    <summary>{ask}</summary>
    {children}
  </details>
)

/** What was just done, in one sentence; the page's address says it as `?done=`. */
export const Done = ({ done, texts }: { readonly done: string | null; readonly texts: Readonly<Record<string, Text>> }) => {
  const { say } = useSay()
  const text = done !== null && Object.hasOwn(texts, done) ? texts[done] : undefined
  return text ? (
    <p className="done" role="status">
      {say(text)}
    </p>
  ) : null
}
