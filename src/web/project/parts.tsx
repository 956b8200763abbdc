/** Key projects, what counts of them, and what was done with one. */
import { Fragment } from 'react'
import { fill, type Text } from '../../core/messages.ts'
import {
  type ProjectCount,
  type ProjectDone,
  type ProjectEntry,
  type ProjectLine,
  type ProjectPage,
  WHY_NOT,
} from '../../modules/project/index.ts'
import { STAGES } from '../../pack/pack.ts'
import { useSay } from '../language.ts'
import { Heads, Money, Scroll } from '../parts/basic.tsx'
import { History } from '../parts/history.tsx'
import type { ReportedCount } from './reported.ts'
import { KIND_WORDS, STAGE_WORDS, WORDS } from './words.ts'

const OWN = {
  byRule: { zh: '按规则计数', en: 'Counted by the rule' },
  reported: { zh: '报送值', en: 'Reported' },
  promised: { zh: '年度目标', en: 'Goal of the year' },
  none: { zh: '没有', en: 'none' },
  nothing: { zh: '— 没有登记的项目，无从计数', en: '— no project is registered, so nothing can be counted' },
  rule: {
    zh: '{year} 年首次{stage}、有佐证并经第二人确认的项目各算一个；合并的只算一个，按其中最早的一天。与报送值并列，从不混算。',
    en: 'Each project that was first {stage} in {year}, with evidence that a second person confirmed, counts once; projects that became one count once, on the earliest day of any. It stands beside the reported value and is never mixed with it.',
  },
  counted: { zh: '计入的项目', en: 'What counts' },
  excluded: { zh: '没有计入的 {count} 个项目及原因', en: 'The {count} projects that do not count, and why' },
  why: { zh: '原因', en: 'Why' },
  through: { zh: '由 {part} 达到', en: 'reached by {part}' },
  history: { zh: '全部经过', en: 'The whole history' },
  nothingDone: { zh: '这里还没有办理。', en: 'Nothing has been done here yet.' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '谁', en: 'Who' },
  when: { zh: '何时', en: 'When' },
  said: { zh: '内容', en: 'What was said' },
  source: { zh: '来源', en: 'Source' },
} as const

type Row = ProjectEntry & Partial<Pick<ProjectLine, 'id'>>

/** Projects with the days of their stages; each leads to its own page where `at` says where those are. */
export const ProjectTable = ({
  caption,
  projects,
  at,
}: {
  readonly caption: Text
  readonly projects: readonly Row[]
  readonly at?: string
}) => {
  const { say, to, language } = useSay()
  const heads = [WORDS.project, WORDS.lead, WORDS.district, WORDS.investment, ...STAGES.map((stage) => STAGE_WORDS[stage])]
  return (
    <Scroll label={say(caption)}>
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <Heads names={heads.map(say)} />
        <tbody>
          {projects.map((project) => (
            <tr key={project.number}>
              <th scope="row">
                <code>{project.number}</code>{' '}
                {at === undefined || project.id === undefined ? (
                  say(project.name)
                ) : (
                  <a href={to(`${at}/${project.id}`)}>{say(project.name)}</a>
                )}
                {project.mergedInto !== null && (
                  <div className="small quiet">
                    {say(WORDS.part)}
                    <code>{project.mergedInto}</code>
                  </div>
                )}
              </th>
              <td data-head={say(WORDS.lead)}>{project.lead ? say(project.lead) : say(WORDS.unknown)}</td>
              <td data-head={say(WORDS.district)}>
                {project.district ? <span lang="zh-CN">{project.district}</span> : say(WORDS.unknown)}
              </td>
              <td data-head={say(WORDS.investment)} className="n">
                <Money yuan={project.investment} language={language} none={say(WORDS.unknown)} />
              </td>
              {STAGES.map((stage) => (
                <td key={stage} data-head={say(STAGE_WORDS[stage])} className="date">
                  {project.stages[stage] ?? say(WORDS.notYet)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Counted = ({ count }: { readonly count: ProjectCount }) => {
  const { say, marks } = useSay()
  const files = (files: number): string => fill(say(WORDS.files), { count: files })
  return (
    <Scroll label={say(OWN.counted)}>
      <table className="rows">
        <caption className="unseen">{say(OWN.counted)}</caption>
        <Heads names={[WORDS.project, WORDS.day, WORDS.evidence].map(say)} />
        <tbody>
          {count.counted.map(({ project, on, part, source, files: own }) => (
            <tr key={project.number}>
              <th scope="row">
                <code>{project.number}</code> {say(project.name)}
                {part !== project.number && `${marks.open}${fill(say(OWN.through), { part })}${marks.close}`}
              </th>
              <td data-head={say(WORDS.day)} className="date">
                {on}
              </td>
              <td data-head={say(WORDS.evidence)}>{source === null ? files(own) : <span lang="zh-CN">{source}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** One number by rule with the rows behind it, beside what was reported and promised. */
export const CountSection = ({
  count,
  reported,
  year,
}: {
  readonly count: ProjectCount
  readonly reported: ReportedCount
  readonly year: number
}) => {
  const { say, to } = useSay()
  return (
    <section id={`count-${count.indicator}`}>
      <h2>
        <a href={to(`/plan/${count.indicator}`)}>{say(count.name)}</a>
      </h2>
      <dl className="facts">
        <dt>{say(OWN.byRule)}</dt>
        <dd>{count.count === null ? <span className="quiet">{say(OWN.nothing)}</span> : <strong>{count.count}</strong>}</dd>
        <dt>{say(OWN.reported)}</dt>
        <dd>
          {reported.values.length === 0 && <span className="quiet">{say(OWN.none)}</span>}
          {reported.values.map(({ text, series }) => (
            <div key={series}>
              {say(text)} <span className="quiet" lang="zh-CN">{`（${series}）`}</span>
            </div>
          ))}
        </dd>
        <dt>{say(OWN.promised)}</dt>
        <dd>{reported.promised === null ? <span className="quiet">{say(OWN.none)}</span> : say(reported.promised)}</dd>
      </dl>
      <p className="small quiet">{fill(say(OWN.rule), { year, stage: say(STAGE_WORDS[count.stage]) })}</p>
      {count.counted.length > 0 && <Counted count={count} />}
      {count.excluded.length > 0 && (
        <details>
          <summary>{fill(say(OWN.excluded), { count: count.excluded.length })}</summary>
          <ul>
            {count.excluded.map(({ project, why }) => (
              <li key={project.number}>
                <code>{project.number}</code> {say(project.name)} · {say(WHY_NOT[why])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** What a project is and how far it has come. */
export const ProjectFacts = ({ project }: { readonly project: ProjectPage }) => {
  const { say, language } = useSay()
  return (
    <dl className="facts">
      <dt>{say(WORDS.lead)}</dt>
      <dd>{project.lead ? say(project.lead) : say(WORDS.unknown)}</dd>
      <dt>{say(WORDS.district)}</dt>
      <dd>{project.district ? <span lang="zh-CN">{project.district}</span> : say(WORDS.unknown)}</dd>
      <dt>{say(WORDS.investment)}</dt>
      <dd>
        <Money yuan={project.investment} language={language} none={say(WORDS.unknown)} />
      </dd>
      <dt>{say(WORDS.open)}</dt>
      <dd>{say(project.open ? WORDS.yes : WORDS.no)}</dd>
      {STAGES.map((stage) => (
        <Fragment key={stage}>
          <dt>{say(STAGE_WORDS[stage])}</dt>
          <dd>{project.stages[stage] ?? say(WORDS.notYet)}</dd>
        </Fragment>
      ))}
      {project.mergedInto !== null && (
        <>
          <dt>{say(KIND_WORDS.merge)}</dt>
          <dd>
            <code>{project.mergedInto}</code>
          </dd>
        </>
      )}
      {project.source !== null && (
        <>
          <dt>{say(OWN.source)}</dt>
          <dd lang="zh-CN">{project.source}</dd>
        </>
      )}
    </dl>
  )
}

const Said = ({ done }: { readonly done: ProjectDone }) => {
  const { say, to } = useSay()
  const parts = [done.department && say(done.department), done.stage && say(STAGE_WORDS[done.stage]), done.reachedOn, done.into, done.note]
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {done.evidence.map(({ id, name, sha256 }) => (
        <p key={id}>
          <a href={to(`/projects/evidence/${id}`).replace(/^\/en/, '')}>{name}</a> <code>{sha256.slice(0, 12)}</code>
        </p>
      ))}
    </>
  )
}

/** Everything that was done: what, by whom in which post, when. */
export const ProjectHistory = ({ history }: { readonly history: readonly ProjectDone[] }) => {
  const { say } = useSay()
  return (
    <>
      <h2>{say(OWN.history)}</h2>
      {history.length === 0 ? (
        <p className="quiet">{say(OWN.nothingDone)}</p>
      ) : (
        <History words={OWN} lines={history.map((done) => ({ ...done, what: say(KIND_WORDS[done.kind]), said: <Said done={done} /> }))} />
      )}
    </>
  )
}
