/** The check-up as it stands, from values alone: rendered on the server, and kept alive in the reader's browser. */
import { fill, type Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'
import { Money } from '../parts/basic.tsx'
import { ErrorSummary, Field, fieldId } from '../parts/fields.tsx'
import { CheckResults, groupTitle, KINDS } from './check-results.tsx'
import type { CheckView } from './check-view.ts'
import { WORDS } from './check-words.ts'
import { Combination } from './combination.tsx'
import { relationWords } from './words.ts'

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
        {view.typed.known !== '' && fill(say(WORDS.knownOn), { known: view.typed.known })}
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
    <details className="scope" open={view.given.length === 0 || wrong.has('on') || wrong.has('known') || wrong.has('uscc')}>
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
          <div className="field">
            <label htmlFor={fieldId('known')}>{say(WORDS.known)}</label>
            {wrongText('known')}
            <input type="date" id={fieldId('known')} name="known" defaultValue={view.typed.known} {...mark('known')} />
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

/** The three numbers that are easily confused, kept apart in words; what is not counted stands below them. */
const Sums = ({ view }: { readonly view: CheckView }) => {
  const { say, to, language } = useSay()
  const sums = [
    ['now', WORDS.now, WORDS.nowNote, view.total],
    ['possible', WORDS.possible, WORDS.possibleNote, view.stillPossible],
    ['most', WORDS.most, WORDS.mostNote, view.most],
  ] as const
  return (
    <section className="sums" aria-labelledby="answer">
      <h2 id="answer">{say(WORDS.answer)}</h2>
      <dl aria-live="polite" aria-atomic="true">
        {sums.map(([key, words, note, yuan]) => (
          <div key={key} className={key}>
            <dt>{say(words)}</dt>
            <dd>
              <Money yuan={yuan} language={language} />
              <span className="more quiet">{say(note)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {(view.unverified !== '0.00' || view.stillUnverified !== '0.00') && (
        <p className="small quiet unverified">
          {say(WORDS.unverified)} <Money yuan={view.unverified} language={language} />
          {view.stillUnverified !== '0.00' && (
            <>
              {say(WORDS.unverifiedMore)} <Money yuan={view.stillUnverified} language={language} />
            </>
          )}
        </p>
      )}
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

/** `isAlive`: the rules run in the reader's browser, and every answer counts at once. `mayKeep`: the reader may keep check-ups for an enterprise. */
export const CheckPage = ({
  view,
  mayKeep,
  isAlive = false,
}: {
  readonly view: CheckView
  readonly mayKeep: boolean
  readonly isAlive?: boolean
}) => {
  const { say, to } = useSay()
  return (
    <>
      <p className="note either">
        <span className={isAlive ? 'gone' : undefined}>{say(WORDS.private)}</span>
        <span className={isAlive ? undefined : 'gone'}>{say(WORDS.here)}</span>
      </p>
      <ErrorSummary title={say(WORDS.wrong)} problems={view.problems} />
      <form method="post" action={to('/check')} noValidate className="check">
        <Scope view={view} />
        <Standing view={view} />
        <Sums view={view} />
        <Questions view={view} />
        {mayKeep && (
          <p>
            <button type="submit" className="second" formAction={to('/desk/keep')}>
              {say(WORDS.keep)}
            </button>{' '}
            <span className="small quiet">{say(WORDS.keepNote)}</span>
          </p>
        )}
      </form>
      <Combination combination={view.combination} />
      <CheckResults groups={view.groups} />
    </>
  )
}
