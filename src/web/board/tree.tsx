import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { type TaskLine, tree } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp } from '../parts/basic.tsx'
import { lampOf } from '../worklist/words.ts'
import { askedTree } from './asked.ts'
import boardStyle from './board.css?url'
import { BoardHead } from './head.tsx'
import { PlainTasks } from './items.tsx'
import { type TreeView, treeView } from './tree-view.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boardStyle }]

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return treeView(await app.perform(who, tree, askedTree(request)))
  })

const WORDS = {
  title: { zh: '哪个单位负责什么，做到哪了？', en: 'Who answers for what, and how far is it?' },
  by: { zh: '分组', en: 'Grouped' },
  department: { zh: '按部门', en: 'by department' },
  district: { zh: '按区', en: 'by district' },
  years: { zh: '任务的年份', en: 'Tasks of' },
  lead: {
    zh: '指标归报送它的部门，任务归牵头的部门；还没有交办的，归公开文本写明的第一个单位。只数个数，不作平均。',
    en: 'An indicator belongs to the department that enters its readings, a task to the one that leads it, or, while nobody does, to the first that its public text names. Things are counted and nothing is averaged.',
  },
  targets: { zh: '{count} 项目标', en: 'targets: {count}' },
  tasks: { zh: '{count} 项任务', en: 'tasks: {count}' },
  joins: { zh: '另配合 {count} 项任务', en: 'takes part in tasks of others: {count}' },
  none: { zh: '没有负责单位', en: 'Nobody answers for these' },
  city: { zh: '市级及其他单位', en: 'Departments of the city, and others' },
  others: { zh: '其他单位', en: 'Other departments' },
  idle: { zh: '没有指标也没有任务的：', en: 'Without any indicator or task: ' },
  unassigned: { zh: '未交办', en: 'not assigned' },
} as const

type Branch = TreeView['branches'][number]

const Count = ({ lamp, count, text }: { readonly lamp: string; readonly count: number; readonly text: Text }) => {
  const { say } = useSay()
  return (
    <>
      {' '}
      <Lamp category={lamp}>{`${count} ${say(text)}`}</Lamp>
    </>
  )
}

const TaskCounts = ({ counts }: Pick<Branch, 'counts'>) => (
  <>
    {(['green', 'yellow', 'red'] as const).map((lamp) => {
      const { shape, text } = lampOf(lamp)
      return counts[lamp] > 0 && <Count key={lamp} lamp={shape} count={counts[lamp]} text={text} />
    })}
    {counts.unassigned > 0 && <Count lamp="not-assessable" count={counts.unassigned} text={WORDS.unassigned} />}
  </>
)

const Targets = ({ targets }: Pick<Branch, 'targets'>) => {
  const { say, to } = useSay()
  return (
    <ul className="items">
      {targets.map((each) => (
        <li key={each.key}>
          <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> <span className="quiet">{`${say(each.code)} ${say(each.promise)}`}</span>{' '}
          <Lamp category={each.lamp}>{say(each.verdict)}</Lamp>
        </li>
      ))}
    </ul>
  )
}

const Tasks = ({ words, tasks }: { readonly words: Text; readonly tasks: readonly TaskLine[] }) => {
  const { say } = useSay()
  if (tasks.length === 0) return null
  return (
    <>
      <h2>{fill(say(words), { count: tasks.length })}</h2>
      <PlainTasks tasks={tasks} />
    </>
  )
}

/** A head with its counts; what is counted is folded below it. */
const Head = ({ branch, name }: { readonly branch: Branch; readonly name: Text }) => {
  const { say } = useSay()
  const { targets, tallies, leads, joins, counts } = branch
  return (
    <details className="branch">
      <summary>
        <strong>{say(name)}</strong>
        {targets.length > 0 && (
          <span>
            {fill(say(WORDS.targets), { count: targets.length })}
            {tallies.map((tally) => (
              <Count key={tally.lamp} {...tally} />
            ))}
          </span>
        )}
        {leads.length > 0 && (
          <span>
            {fill(say(WORDS.tasks), { count: leads.length })}
            <TaskCounts counts={counts} />
          </span>
        )}
        {joins.length > 0 && <span>{fill(say(WORDS.joins), { count: joins.length })}</span>}
      </summary>
      {targets.length > 0 && (
        <>
          <h2>{fill(say(WORDS.targets), { count: targets.length })}</h2>
          <Targets targets={targets} />
        </>
      )}
      <Tasks words={WORDS.tasks} tasks={leads} />
      <Tasks words={WORDS.joins} tasks={joins} />
    </details>
  )
}

/** Links to the same page in other ways; the one that is shown is marked. */
const Choice = ({
  label,
  choices,
}: {
  readonly label: Text
  readonly choices: readonly { readonly at: string; readonly text: string; readonly isShown: boolean }[]
}) => {
  const { say, to, marks } = useSay()
  return (
    <nav aria-label={say(label)}>
      {`${say(label)}${marks.colon}`}
      {choices.map(({ at, text, isShown }, index) => (
        <span key={at}>
          {index > 0 && ' · '}
          <a href={`${to('/board/tree')}?${at}`} aria-current={isShown ? 'true' : undefined}>
            {text}
          </a>
        </span>
      ))}
    </nav>
  )
}

export default function Tree() {
  const { by, years, year, branches, idle } = useLoaderData<typeof loader>()
  const { say, marks } = useSay()
  const own = { unit: null, none: WORDS.none, others: by === 'district' ? WORDS.city : WORDS.others }
  const inYear = year === null ? '' : `&year=${year}`
  return (
    <>
      <BoardHead title={WORDS.title} />
      <p>{say(WORDS.lead)}</p>
      <Choice
        label={WORDS.by}
        choices={(['department', 'district'] as const).map((each) => ({
          at: `by=${each}${inYear}`,
          text: say(WORDS[each]),
          isShown: each === by,
        }))}
      />
      {years.length > 1 && (
        <Choice
          label={WORDS.years}
          choices={years.map((each) => ({ at: `by=${by}&year=${each}`, text: String(each), isShown: each === year }))}
        />
      )}
      {branches.map((branch) => {
        const name = branch.name ?? own[branch.kind] ?? WORDS.none
        return <Head key={name.zh} branch={branch} name={name} />
      })}
      {idle.length > 0 && <p className="small quiet">{`${say(WORDS.idle)}${idle.map(say).join(marks.comma)}${marks.stop}`}</p>}
    </>
  )
}
