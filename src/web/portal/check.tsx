import { type ActionFunctionArgs, data as answer, type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dayOf } from '../../core/dates.ts'
import { factOf, readFacts } from '../../core/facts.ts'
import { fill, type Language, type Text } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { currentPack, decideFacts, standing } from '../../modules/measure/index.ts'
import { type Enterprise, enterprise } from '../../modules/party/index.ts'
import { answeredContext, siteContext } from '../context.ts'
import { languageOfPath, useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { Money } from '../parts/basic.tsx'
import { ErrorSummary, Field, fieldId, type ProblemView } from '../parts/fields.tsx'
import css from './check.css?url'
import { CheckResults, groupTitle, KINDS } from './check-results.tsx'
import { type CheckView, checkView, type Typed } from './check-view.ts'
import { WORDS } from './check-words.ts'
import formCss from './form.css?url'
import { relationWords } from './words.ts'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async (): Promise<CheckView> => {
    const answered = context.get(answeredContext)
    if (answered !== null) return answered as CheckView
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const decision = await app.perform(who, decideFacts, { facts: {} })
    const typed: Typed = { on: decision.on, uscc: '', area: '', task: '', unverified: false, values: new Map() }
    return checkView(pack, typed, [], null, decision, await app.perform(who, standing, {}), [])
  })

/** Fields of the form that are no facts. `as_of` is a button that names another day, `looked_up` the code whose facts are already in the form. */
const OWN = new Set(['on', 'as_of', 'uscc', 'looked_up', 'area', 'task', 'unverified'])
const problem = (name: string, text: Text, language: Language): ProblemView => ({ name, text: text[language] })

/** Answers in the body of a form come back with the page; nothing is kept, and nothing typed is ever lost. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const language = languageOfPath(new URL(request.url).pathname)
    const pack = await app.perform(who, currentPack, {})
    const form = await fieldsOf(request)
    const text = (name: string): string => form.get(name)?.trim() ?? ''
    const { today } = await app.perform(who, standing, {})
    const problems: ProblemView[] = []

    const on = text('as_of') || text('on') || today
    if (dayOf(on) === null)
      problems.push(problem('on', { zh: `“${on}”不是日期，请写作 2023-06-30。`, en: `"${on}" is no date; write 2023-06-30.` }, language))
    const task = pack.tasks.has(text('task')) ? text('task') : ''
    let area = pack.districts.has(text('area')) ? text('area') : ''

    const uscc = text('uscc')
    let found: Enterprise | null = null
    if (uscc !== '') {
      try {
        found = await app.perform(who, enterprise, { uscc })
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        problems.push(problem('uscc', error.text, language))
      }
    }
    const known = (found?.facts ?? []).filter((each) => factOf(each.name, pack.facts))
    const values = new Map([...form].filter(([name, value]) => !OWN.has(name) && value.trim() !== ''))
    // What the visitor types, or empties, goes before what a register says.
    for (const each of known)
      if (!form.has(each.name) || found?.uscc !== text('looked_up')) {
        if (!values.has(each.name)) values.set(each.name, each.value)
      }
    if (found && found.uscc !== text('looked_up') && pack.districts.has(found.district)) area = found.district

    problems.push(...readFacts(Object.fromEntries(values), pack.facts).problems.map((each) => problem(each.fact, each.message, language)))
    const bad = new Set(problems.map((each) => each.name))
    const facts = Object.fromEntries([...values].filter(([name]) => !bad.has(name)))
    const day = dayOf(on) ?? today
    const unverified = text('unverified') !== ''
    const decision = await app.perform(who, decideFacts, { facts, on: day, area, task, unverified })
    const view = checkView(
      pack,
      { on, uscc, area, task, unverified, values },
      known,
      found && { uscc: found.uscc, name: found.name },
      decision,
      await app.perform(who, standing, { on: day, area, task }),
      problems,
    )
    context.set(answeredContext, view)
    return answer(null, { status: problems.length > 0 ? 400 : 200 })
  })

/** How many measures are in force on the day, and the way to a day on which more were. */
const Standing = ({ view }: { readonly view: CheckView }) => {
  const { say, language } = useSay()
  const { on, today, inForce, unknown, expired, future, earlier } = view.standing
  const zh = [
    `${on}：可检查的措施中 ${inForce} 项有效`,
    unknown > 0 ? `${unknown} 项有效期未查到（照算，不计入合计）` : '',
    expired > 0 ? `${expired} 项已到期、不算` : '',
    future > 0 ? `${future} 项尚未生效` : '',
  ]
  const en = [
    `${on}: of the measures that can be checked ${inForce} ${inForce === 1 ? 'is' : 'are'} in force`,
    unknown > 0 ? `${unknown} of unknown validity (computed, not counted)` : '',
    expired > 0 ? `${expired} expired and left out` : '',
    future > 0 ? `${future} not yet in force` : '',
  ]
  const sentence = language === 'zh' ? `${zh.filter(Boolean).join('，')}。` : `${en.filter(Boolean).join(', ')}.`
  const ended =
    earlier &&
    (language === 'zh' ? `其中 ${earlier.ending} 项到 ${earlier.day} 为止。` : `${earlier.ending} of them ended on ${earlier.day}.`)
  return (
    <div className="standing">
      <p>
        {sentence}
        {language === 'zh' ? '' : ' '}
        {ended}
      </p>
      {earlier && (
        <button type="submit" name="as_of" value={earlier.day} className="second">
          {fill(say(WORDS.earlier), { day: earlier.day })}
        </button>
      )}
      {on !== today && (
        <button type="submit" name="as_of" value={today} className="second">
          {fill(say(WORDS.today), { day: today })}
        </button>
      )}
    </div>
  )
}

/** Where to start and what to look at: credit code, district, topic, day. */
const Scope = ({ view }: { readonly view: CheckView }) => {
  const { say, language } = useSay()
  const wrong = new Map(view.problems.map((each) => [each.name, each.text]))
  const mark = (name: string) => (wrong.has(name) ? { 'aria-invalid': true as const, 'aria-describedby': `${fieldId(name)}-wrong` } : {})
  const wrongText = (name: string) =>
    wrong.has(name) && (
      <span className="wrong" id={`${fieldId(name)}-wrong`}>
        {wrong.get(name)}
      </span>
    )
  const { areas, tasks } = view.choices
  const label = (list: readonly { readonly value: string; readonly label: Text }[], value: string, none: Text): string =>
    say(list.find((each) => each.value === value)?.label ?? none)
  const chosen = [
    view.subject?.name ?? '',
    label(areas, view.typed.area, WORDS.anyArea),
    label(tasks, view.typed.task, WORDS.anyTask),
    view.standing.on,
  ]
    .filter(Boolean)
    .join(' · ')
  const own = (kinds: readonly string[]) => areas.filter((each) => kinds.includes(each.kind))
  return (
    <details className="scope" open={view.given.length === 0 || wrong.has('on') || wrong.has('uscc')}>
      <summary>
        <h2>{say(WORDS.start)}</h2> <span className="quiet">{chosen}</span>
      </summary>
      <div className="quick">
        <div className="field">
          <label htmlFor={fieldId('uscc')}>{say(WORDS.uscc)}</label>
          <span className="hint">
            {say(WORDS.codeNote)} <code>{view.example}</code>
          </span>
          {wrongText('uscc')}
          <div className="row">
            <input
              id={fieldId('uscc')}
              name="uscc"
              type="text"
              maxLength={30}
              autoComplete="off"
              defaultValue={view.typed.uscc}
              {...mark('uscc')}
            />
            <button type="submit">{say(WORDS.fetch)}</button>
          </div>
        </div>
        {view.subject && (
          <p>
            {say(WORDS.demo)}
            {language === 'zh' ? '：' : ': '}
            <strong lang="zh-CN">{view.subject.name}</strong> <code>{view.subject.uscc}</code>. {say(WORDS.demoNote)}
            <input type="hidden" name="looked_up" value={view.subject.uscc} />
          </p>
        )}
      </div>
      <div className="narrow">
        <div className="fields">
          <div className="field">
            <label htmlFor={fieldId('area')}>{say(WORDS.area)}</label>
            <select id={fieldId('area')} name="area" defaultValue={view.typed.area} aria-describedby="area-note">
              <option value="">{say(WORDS.allAreas)}</option>
              {own(['district', 'zone']).map((each) => (
                <option key={each.value} value={each.value}>
                  {say(each.label)}
                </option>
              ))}
              {own(['city', 'province']).map((each) => (
                <option key={each.value} value={each.value}>
                  {say(WORDS.only)} {say(each.label)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={fieldId('task')}>{say(WORDS.task)}</label>
            <select id={fieldId('task')} name="task" defaultValue={view.typed.task}>
              <option value="">{say(WORDS.allTasks)}</option>
              {tasks.map((each) => (
                <option key={each.value} value={each.value}>
                  {each.under ? '　' : ''}
                  {say(each.label)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={fieldId('on')}>{say(WORDS.on)}</label>
            {wrongText('on')}
            <input type="date" id={fieldId('on')} name="on" defaultValue={view.typed.on} {...mark('on')} />
          </div>
        </div>
        <p>
          <label>
            <input type="checkbox" name="unverified" value="yes" defaultChecked={view.typed.unverified} /> {say(WORDS.countUnverified)}
          </label>
        </p>
        <p className="hint" id="area-note">
          {say(WORDS.areaNote)}
        </p>
      </div>
    </details>
  )
}

/** The three numbers, kept apart in words, and the way to the reasons. */
const Sums = ({ view }: { readonly view: CheckView }) => {
  const { say, to, language } = useSay()
  const sums = [
    ['now', WORDS.now, view.total, null],
    ['possible', WORDS.possible, view.stillPossible, null],
    ['unverified', WORDS.unverified, view.unverified, view.stillUnverified],
  ] as const
  return (
    <section className="sums" aria-labelledby="answer">
      <h2 id="answer">{say(WORDS.answer)}</h2>
      <dl>
        {sums.map(([key, words, yuan, more]) => (
          <div key={key} className={key}>
            <dt>{say(words)}</dt>
            <dd>
              <Money yuan={yuan} language={language} />
              {more !== null && more !== '0.00' && (
                <span className="more quiet">
                  {language === 'zh' ? '条件满足时最多另有 ' : 'at most another '}
                  <Money yuan={more} language={language} />
                  {language === 'zh' ? '' : ' if met'}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {view.groups.entitled.length > 0 && (
        <ul className="brief">
          {view.groups.entitled.map((row) => (
            <li key={row.measure}>
              <a href={to(`/measures/${row.measure}`)}>{say(row.title)}</a> <Money yuan={row.award} language={language} />
            </li>
          ))}
        </ul>
      )}
      <ul className="jumps">
        {KINDS.filter((kind) => view.groups[kind].length > 0).map((kind) => (
          <li key={kind}>
            <a href={`#g-${kind}`}>{say(groupTitle(kind))}</a> {view.groups[kind].length}
          </li>
        ))}
      </ul>
      <p className="small quiet">{say(WORDS.relations)}</p>
      {view.relations.length > 0 && (
        <details>
          <summary>{say(WORDS.relationsHere)}</summary>
          <ul>
            {view.relations.map((each) => (
              <li key={each.measure + each.kind + each.detail}>
                {say(each.title)} · {say(relationWords[each.kind]!)}
                {language === 'zh' ? '：' : ': '}
                {say(each.text)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Questions = ({ view }: { readonly view: CheckView }) => {
  const { say, language } = useSay()
  const fields = (list: CheckView['questions']) => list.map((field) => <Field key={field.name} field={field} language={language} />)
  return (
    <div className="asking">
      <h2>{say(WORDS.questions)}</h2>
      <p className="quiet">{view.questions.length > 0 ? say(WORDS.questionsNote) : say(WORDS.nothing)}</p>
      {fields(view.questions)}
      <p>
        <button type="submit">{say(WORDS.compute)}</button>
      </p>
      {view.given.map((group) => (
        <details key={group.register} open={group.register === '' || group.fields.some((field) => field.problem !== null)}>
          <summary>
            <h3>
              {say(group.register === '' ? WORDS.given : WORDS.fromRegister)} <span lang="zh-CN">{group.register}</span>{' '}
              <span className="count">{group.fields.length}</span>
            </h3>
          </summary>
          {fields(group.fields)}
        </details>
      ))}
      {view.more.length > 0 && (
        <details>
          <summary>
            <h3>
              {say(WORDS.more)} <span className="count">{view.more.reduce((sum, group) => sum + group.fields.length, 0)}</span>
            </h3>
          </summary>
          {view.more.map((group) => (
            <details key={group.key} className="topic">
              <summary>
                {say(group.title)} <span className="count">{group.fields.length}</span>
              </summary>
              {fields(group.fields)}
            </details>
          ))}
          <p>
            <button type="submit">{say(WORDS.compute)}</button>
          </p>
        </details>
      )}
    </div>
  )
}

export default function Check() {
  const view: CheckView = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${view.problems.length > 0 ? `(${view.problems.length}) ` : ''}${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.private)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="quiet">{say(WORDS.private)}</p>
      <ErrorSummary title={say(WORDS.wrong)} problems={view.problems} />
      <form method="post" action={to('/check')} noValidate className="check">
        <Scope view={view} />
        <Standing view={view} />
        <Sums view={view} />
        <Questions view={view} />
      </form>
      <CheckResults groups={view.groups} />
    </>
  )
}
