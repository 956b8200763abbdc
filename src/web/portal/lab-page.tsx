/** The policy lab as it stands, from values alone: rendered on the server, and redrawn in the reader's browser after every change. */
import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Money } from '../parts/basic.tsx'
import { LabResult } from './lab-result.tsx'
import type { Control, Finding, LabView } from './lab-view.ts'
import { WORDS } from './lab-words.ts'

/** A parameter: by typing, and by a slider where scripts run. */
const ControlField = ({ control }: { readonly control: Control }) => {
  const { say } = useSay()
  const id = `p-${encodeURIComponent(control.key)}`
  const { slider } = control
  return (
    <div className="field control">
      <label htmlFor={id}>
        {say(control.label)} <span className="quiet">{fill(say(WORDS.now), { value: say(control.now) })}</span>
      </label>
      <div className="row">
        <input id={id} name={`p.${control.key}`} type="text" defaultValue={control.value} autoComplete="off" maxLength={60} />
        {slider && (
          <input
            type="range"
            aria-label={say(control.label)}
            data-for={id}
            data-unit={slider.unit}
            min={slider.least}
            max={slider.most}
            step={slider.step}
            defaultValue={slider.value}
          />
        )}
      </div>
    </div>
  )
}

const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { say } = useSay()
  if (findings.length === 0) return null
  return (
    <div className="errors" role="alert">
      <strong>{say(WORDS.problems)}</strong>
      <ul>
        {findings.map((each) => (
          <li key={`${each.code}${each.line}:${each.column}`}>
            <code>
              {each.line}:{each.column}
            </code>{' '}
            {say(each.text)}
          </li>
        ))}
      </ul>
    </div>
  )
}

const About = ({ about }: { readonly about: readonly Text[] }) => {
  const { say } = useSay()
  return (
    <section className="about" aria-labelledby="population">
      <h2 id="population">{say(WORDS.population)}</h2>
      {about.slice(0, 1).map((sentence) => (
        <p key={sentence.zh}>
          <strong>{say(sentence)}</strong>
        </p>
      ))}
      <details>
        <summary>{say(WORDS.more)}</summary>
        {about.slice(1).map((sentence) => (
          <p key={sentence.zh}>{say(sentence)}</p>
        ))}
      </details>
    </section>
  )
}

/** What is over or left of a budget. */
const Budget = ({ view }: { readonly view: LabView }) => {
  const { say, language } = useSay()
  const { budget } = view
  if (budget === null) return null
  return (
    <p className={budget.isOver ? 'budget over' : 'budget'}>
      {say(budget.isOver ? WORDS.over : WORDS.within)} <Money yuan={budget.rest} language={language} />
    </p>
  )
}

const Form = ({ view }: { readonly view: LabView }) => {
  const { say, to } = useSay()
  const { ask } = view
  return (
    <form method="get" action={to('/lab')} className="lab" noValidate>
      <div className="field">
        <label htmlFor="m">{say(WORDS.measure)}</label>
        <div className="row">
          <select id="m" name="m" defaultValue={ask.measure}>
            {view.measures.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
          <button type="submit" className="second">
            {say(WORDS.choose)}
          </button>
        </div>
      </div>
      <div className="field">
        <label htmlFor="on">{say(WORDS.on)}</label>
        <input type="date" id="on" name="on" defaultValue={ask.on} />
      </div>
      <fieldset className="controls">
        <legend>{say(WORDS.change)}</legend>
        {view.controls.map((control) => (
          <ControlField key={control.key} control={control} />
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="budget">{say(WORDS.budget)}</label>
        <input type="text" id="budget" name="budget" inputMode="decimal" defaultValue={ask.budget} autoComplete="off" maxLength={20} />
      </div>
      <input type="hidden" name="r" value={ask.reform} readOnly />
      <input type="hidden" name="b" value={ask.other} readOnly />
      <p className="row">
        <button type="submit">{say(WORDS.compute)}</button>
        <a className="button second" href={`${to('/lab')}?${new URLSearchParams({ m: ask.measure, on: ask.on })}`}>
          {say(WORDS.back)}
        </a>
        {ask.reform !== '' && (
          <a
            className="button second"
            href={`${to('/lab')}?${new URLSearchParams({ m: ask.measure, on: ask.on, r: ask.reform, ...(ask.other === '' ? { b: ask.reform } : {}) })}`}
          >
            {say(ask.other === '' ? WORDS.compare : WORDS.noCompare)}
          </a>
        )}
      </p>
    </form>
  )
}

/** The text of the measure itself; posted, since no address holds so much. */
const DocumentForm = ({ view }: { readonly view: LabView }) => {
  const { say, to } = useSay()
  const { ask } = view
  const address = `${to('/lab')}?${new URLSearchParams({ m: ask.measure, on: ask.on, r: ask.reform })}`
  return (
    <details className="text" open={view.isEdited}>
      <summary>{say(WORDS.text)}</summary>
      <form method="post" action={address}>
        <p className="quiet" id="text-note">
          {say(WORDS.textNote)}
        </p>
        <textarea
          name="document"
          aria-label={say(WORDS.text)}
          aria-describedby="text-note"
          rows={24}
          spellCheck={false}
          defaultValue={view.document}
        />
        <button type="submit">{say(WORDS.compute)}</button>
      </form>
    </details>
  )
}

export const LabPage = ({ view }: { readonly view: LabView }) => {
  const { say } = useSay()
  return (
    <>
      <About about={view.about} />
      {view.state !== 'ready' && (
        <p className="note" role="status">
          {say(view.state === 'none' ? WORDS.none : WORDS.preparing)}
        </p>
      )}
      <div className="workbench">
        <div>
          <Form key={`${view.ask.measure} ${view.ask.on}`} view={view} />
          <DocumentForm key={view.ask.measure} view={view} />
        </div>
        <div className="outcome" aria-live="polite">
          <Findings findings={view.findings} />
          <Budget view={view} />
          {view.result && <LabResult result={view.result} other={view.other} took={view.took} ask={view.ask} isEdited={view.isEdited} />}
        </div>
      </div>
    </>
  )
}
