import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { bulletinTrail, GROUPS, groupText, type TaskTrail, type TrailPage, type ValueTrail } from '../../modules/bulletin/index.ts'
import { periodCode, valueText } from '../../modules/plan/index.ts'
import { lampText, stateText } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { kindText } from '../worklist/words.ts'
import trailStyle from './bulletin-trail.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: trailStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const isAuditor = who.kind === 'person' && who.posts.some(({ roles }) => roles.includes('auditor'))
    return { ...(await app.perform(who, bulletinTrail, { bulletin: params.bulletin ?? '' })), isAuditor }
  })

const OWN = {
  title: { zh: '{number}里的每个数从何而来？', en: 'Where does each number in {number} come from?' },
  lead: {
    zh: '数据截至 {asOf}，按 {known} 所知；数据包“{pack}”{version}（{hash}）。',
    en: 'Data up to {asOf}, as known on {known}; the pack "{pack}" {version} ({hash}).',
  },
  unnamed: {
    zh: '录入、审核的人，报告的内容和佐证材料不公开；公开的是岗位和日期。',
    en: 'Who entered and approved, what reports say and their evidence are not public; posts and days are.',
  },
  counts: { zh: '目标怎样计数', en: 'How targets were counted' },
  values: { zh: '目标和数据', en: 'Targets and their values' },
  tasks: { zh: '任务和计入的经过', en: 'Tasks, and what was counted of them' },
  hidden: { zh: '另有 {hidden} 项任务未公开。', en: '{hidden} more tasks are not public.' },
  noTasks: { zh: '这份通报没有任务。', en: 'This bulletin has no tasks.' },
  silent: { zh: '没有公开数据，因此没有数。', en: 'There is no public value, so there is no number.' },
  source: { zh: '来源', en: 'Source' },
  fromPack: { zh: '随数据包公布：{file} 第 {line} 行', en: 'Published with the pack: {file}, line {line}' },
  replacedHere: {
    zh: '取代 {known} 公开的 {value}（第 {line} 行{note}）。',
    en: 'It took the place of {value}, known from {known} (line {line}{note}).',
  },
  known: { zh: '公开日', en: 'Known from' },
  series: { zh: '口径', en: 'Scope' },
  version: { zh: '数', en: 'Value' },
  entered: { zh: '录入', en: 'Entered' },
  approved: { zh: '审核', en: 'Approved' },
  replaced: { zh: '取代的数和理由', en: 'What it replaced, and why' },
  hash: { zh: '来源文件的 SHA-256', en: 'SHA-256 of the source' },
  judged: { zh: '判断', en: 'Judged' },
  kept: { zh: '当时留存的评估', en: 'The assessment kept then' },
  keptSays: { zh: '{category}，自 {on}，方法 {method}，输入 {hash}', en: '{category}, from {on}, method {method}, input {hash}' },
  state: { zh: '状态', en: 'State' },
  what: { zh: '事项', en: 'What' },
  day: { zh: '日期', en: 'Day' },
  by: { zh: '谁', en: 'By' },
  said: { zh: '内容', en: 'What it says' },
  nothing: { zh: '没有办理过什么。', en: 'Nothing had been done.' },
  since: { zh: '此后又有 {since} 项经过，没有计入。', en: '{since} more things happened since; they were not counted.' },
  computed: { zh: '怎样由本站记录算出（规划、审计可看）', en: 'How it was computed from what is recorded here (planners and auditors)' },
  record: { zh: '在操作记录中查看', en: 'See it in the record' },
} as const

type Versions = ValueTrail['versions']

const Versions = ({ versions, isAuditor, label }: { readonly versions: Versions; readonly isAuditor: boolean; readonly label: string }) => {
  const { say, to, marks } = useSay()
  const hand = (each: Versions[number]['entered'] | null): string =>
    each === null ? '—' : [each.who, say(each.post), each.on].filter(Boolean).join(' · ')
  return (
    <Scroll label={label}>
      <table className="rows">
        <caption className="unseen">{label}</caption>
        <Heads names={[OWN.version, OWN.source, OWN.entered, OWN.approved, OWN.replaced].map(say)} />
        <tbody>
          {versions.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {valueText(each.value)} {each.unit}
                {isAuditor && (
                  <div className="small">
                    <a href={to(`/audit/objects?type=plan.reading&id=${each.id}`)}>{say(OWN.record)}</a>
                  </div>
                )}
              </th>
              <td data-head={say(OWN.source)}>
                {[each.source.title, each.source.publisher, each.source.date].filter(Boolean).join(' · ')}
                {each.computation !== null && (
                  <div className="small">
                    <a href={to(`/board/computations/${each.computation}`)}>{say(OWN.computed)}</a>
                  </div>
                )}
                {each.source.hash && (
                  <div className="small">
                    {`${say(OWN.hash)}${marks.colon}`}
                    <code>{each.source.hash}</code>
                  </div>
                )}
              </td>
              <td data-head={say(OWN.entered)}>{hand(each.entered)}</td>
              <td data-head={say(OWN.approved)}>{hand(each.approved)}</td>
              <td data-head={say(OWN.replaced)}>
                {each.replaces === null ? '—' : `${valueText(each.replaces.value)}${marks.colon}${each.replaces.reason}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const ValueSection = ({ value, isAuditor }: { readonly value: ValueTrail; readonly isAuditor: boolean }) => {
  const { say, to, marks, language } = useSay()
  const { latest } = value
  const { assessment } = value
  const judged = [say(value.verdict), value.caveat && say(value.caveat)].filter(Boolean).join(marks.colon)
  return (
    <div className="origin" id={value.name}>
      <h3>
        <a href={to(`/plan/${value.indicator}`)}>{say(value.title)}</a> {periodCode(value.period, language)}
        {marks.open}
        {say(value.promise)}
        {marks.close}
      </h3>
      <p>{`${say(OWN.judged)}${marks.colon}${judged}`}</p>
      {assessment && (
        <p className="small">
          <a href={to(`/plan/${value.indicator}#assessment-${assessment.id}`)}>{say(OWN.kept)}</a>
          {marks.colon}
          {fill(say(OWN.keptSays), {
            ...assessment,
            category: say(assessment.category),
            hash: assessment.inputHash.slice(0, 12),
          })}
        </p>
      )}
      {latest === null ? (
        <p className="quiet">{say(OWN.silent)}</p>
      ) : (
        <>
          <p>
            <strong>{say(latest.text)}</strong>
            {` · ${periodCode(latest.period, language)} · ${say(OWN.series)}${marks.colon}`}
            <span lang="zh-CN">{latest.series}</span>
            {` · ${say(OWN.known)}${marks.colon}${latest.known ?? '—'}`}
          </p>
          {latest.id === null ? (
            <p>
              {latest.source.address === null ? (
                latest.source.title
              ) : (
                <a href={latest.source.address} rel="nofollow noreferrer">
                  {latest.source.title}
                </a>
              )}
              <span className="quiet">
                {` · ${latest.source.publisher ?? '—'} · ${latest.source.date ?? '—'} · ${fill(say(OWN.fromPack), { file: latest.file ?? '', line: latest.line ?? '' })}`}
              </span>
              {latest.note && <span lang="zh-CN">{` · ${latest.note}`}</span>}
              {latest.replaces && (
                <span>
                  {' · '}
                  {fill(say(OWN.replacedHere), {
                    value: say(latest.replaces.text),
                    known: latest.replaces.known ?? '—',
                    line: latest.replaces.line,
                    note: latest.replaces.note ? `${marks.comma}${latest.replaces.note}` : '',
                  })}
                </span>
              )}
            </p>
          ) : (
            <Versions versions={value.versions} isAuditor={isAuditor} label={`${say(value.title)} ${value.period} ${say(value.promise)}`} />
          )}
        </>
      )}
    </div>
  )
}

const TaskSection = ({ task, isAuditor }: { readonly task: TaskTrail; readonly isAuditor: boolean }) => {
  const { say, to, marks } = useSay()
  return (
    <div className="origin" id={task.name}>
      <h3>
        <code>{task.number}</code> {say(task.title)}
      </h3>
      <p>
        {`${say(OWN.state)}${marks.colon}${say(lampText(task.lamp))}${marks.comma}${say(stateText(task.state))}`}
        {isAuditor && (
          <>
            {' · '}
            <a href={to(`/audit/objects?type=worklist.task&id=${task.id}`)}>{say(OWN.record)}</a>
          </>
        )}
      </p>
      {task.counted.length === 0 ? (
        <p className="quiet">{say(OWN.nothing)}</p>
      ) : (
        <Scroll label={`${task.number} ${say(task.title)}`}>
          <table className="rows">
            <caption className="unseen">{`${task.number} ${say(task.title)}`}</caption>
            <Heads names={[OWN.what, OWN.day, OWN.by, OWN.said].map(say)} />
            <tbody>
              {task.counted.map((each) => (
                <tr key={each.number}>
                  <th scope="row">{say(kindText(each.kind))}</th>
                  <td data-head={say(OWN.day)} className="date">
                    {each.on}
                  </td>
                  <td data-head={say(OWN.by)}>{[each.who, each.post && say(each.post)].filter(Boolean).join(' · ') || '—'}</td>
                  <td data-head={say(OWN.said)}>
                    {[each.department && say(each.department), each.period, each.due, each.note].filter(Boolean).join(' · ') || '—'}
                    {each.files.map(({ name, sha256 }) => (
                      <div key={sha256} className="small">
                        {name} <code>{sha256}</code>
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {task.since > 0 && <p className="small quiet">{fill(say(OWN.since), { since: task.since })}</p>}
    </div>
  )
}

/** Which items each count is made of. */
const Counts = ({ counts, values }: Pick<TrailPage, 'counts' | 'values'>) => {
  const { say, marks } = useSay()
  const named = new Map<string, ValueTrail>(values.map((each) => [each.name, each]))
  const nameOf = (name: string): string => `${say(named.get(name)?.title ?? { zh: name, en: name })} ${named.get(name)?.period ?? ''}`
  return (
    <dl className="facts">
      {counts.map(({ label, items }) => {
        const groups = GROUPS.filter((group) => items[group].length > 0)
        return [
          <dt key={`${label.zh} label`}>{say(label)}</dt>,
          <dd key={label.zh}>
            {groups.map((group) => (
              <div key={group}>
                {`${say(groupText[group])} ${items[group].length}${marks.colon}`}
                {items[group].map((name, index) => (
                  <span key={name}>
                    {index > 0 && marks.comma}
                    <a href={`#${name}`}>{nameOf(name)}</a>
                  </span>
                ))}
              </div>
            ))}
          </dd>,
        ]
      })}
    </dl>
  )
}

export default function BulletinTrail() {
  const { entry, asOf, known, pack, named, values, counts, tasks, hidden, isAuditor } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const title = fill(say(OWN.title), { number: say(entry.number) })
  const head = (text: Text, id: string) => <h2 id={id}>{say(text)}</h2>
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to(`/bulletins/${entry.id}`)}>{say(entry.number)}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead" id="basis">
        {fill(say(OWN.lead), { asOf, known, pack: say(pack.title), version: pack.version, hash: pack.hash.slice(0, 12) })}
      </p>
      {!named && <p className="note">{say(OWN.unnamed)}</p>}
      {head(OWN.counts, 'counts')}
      <Counts counts={counts} values={values} />
      {head(OWN.values, 'values')}
      {values.map((value) => (
        <ValueSection key={value.name} value={value} isAuditor={isAuditor} />
      ))}
      {head(OWN.tasks, 'tasks')}
      {hidden > 0 && <p>{fill(say(OWN.hidden), { hidden })}</p>}
      {tasks.length === 0 && <p>{say(OWN.noTasks)}</p>}
      {tasks.map((task) => (
        <TaskSection key={task.name} task={task} isAuditor={isAuditor} />
      ))}
    </>
  )
}
